import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { PermissionError } from '../errors/system-error.ts'
import { type Message, MessageNotSentError, type MessageSender } from '../messages/message-sender.ts'
import { aCoalition, type BuiltCoalition, codeIn, keepingSender } from '../testing/index.ts'
import { principalsOf } from '../testing/principals.ts'
import { type RequestConfirmationInput, requestConfirmation } from './request-confirmation.ts'

let database: TestDatabase
let town: BuiltCoalition
let shop: Context
let messages: Message[]
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  town = await aCoalition()
    .withMember('shop', { name: 'Сияние' })
    .withCustomer('Anna', { phone: '+79120000001', email: 'anna@example.com' })
    .withCustomer('Boris', { email: 'boris@example.com' })
    .withCustomer('Clara')
    .open(database.store)
  messages = []
  shop = { ...town.member('shop').context, sender: keepingSender(messages) }
})

const asked = (name: string, own: Partial<RequestConfirmationInput> = {}): RequestConfirmationInput => ({
  purpose: 'SPEND',
  customer: { id: town.customer(name).id },
  points: points(300n),
  idempotencyKey: uuidv7(),
  ...own,
})
const refused = (code: string, facts: object = {}) => expect.objectContaining({ code, ...facts })
const outcome = (work: Promise<unknown>) => work.then(() => 'done').catch((error: unknown) => error)
const move = (seconds: number) =>
  database.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: { increment: seconds } },
  })

describe('a code goes', () => {
  test('to the phone, else to the mailbox, in the language asked for, and the answer masks where', async () => {
    const toAnna = await requestConfirmation(shop, asked('Anna'))
    expect(toAnna).toMatchObject({ channel: 'SMS', maskedAddress: '+7********01', replayed: false })
    const toBoris = await requestConfirmation(shop, asked('Boris', { locale: 'en' }))
    expect(toBoris).toMatchObject({ channel: 'EMAIL', maskedAddress: 'b***@example.com' })
    expect(messages).toEqual([
      {
        ...{ channel: 'SMS', address: '+79120000001', locale: 'ru', subject: null },
        text: expect.stringMatching(
          /^Сияние: списание баллов, не больше 300\. Если согласны, ваш код \d{6}\./,
        ),
      },
      {
        ...{ channel: 'EMAIL', address: 'boris@example.com', locale: 'en' },
        subject: 'Confirmation code: Сияние',
        text: expect.stringMatching(
          /^Сияние: spending points, 300 at most\. If you agree, your code is \d{6}\./,
        ),
      },
    ])
  })

  test('by what the deployment can send alone', async () => {
    const mail: MessageSender = { ...keepingSender(messages), channels: ['EMAIL'] }
    expect(await requestConfirmation({ ...shop, sender: mail }, asked('Anna'))).toMatchObject({
      channel: 'EMAIL',
    })
    const sms: MessageSender = { ...keepingSender(messages), channels: ['SMS'] }
    for (const [name, sender] of [
      ['Boris', sms],
      ['Clara', shop.sender],
    ] as const)
      expect(await outcome(requestConfirmation({ ...shop, sender }, asked(name)))).toEqual(
        refused('NO_CONFIRMATION_CHANNEL'),
      )
    const { sender: _, ...mute } = shop
    expect(await outcome(requestConfirmation(mute, asked('Anna')))).toEqual(
      refused('CONFIRMATION_UNAVAILABLE'),
    )
  })

  test('to nobody for an act that is not whole, or is another’s', async () => {
    const other = { id: town.customer('Boris').id }
    for (const own of [
      { points: null },
      { points: points(0n) },
      { other },
      { purpose: 'POINTS_TRANSFER' as const },
      { purpose: 'HOUSEHOLD_JOIN' as const, other },
      { purpose: 'HOUSEHOLD_JOIN' as const, points: null, other: { id: town.customer('Anna').id } },
      { customer: null },
    ])
      expect(await outcome(requestConfirmation(shop, asked('Anna', own)))).toEqual(refused('INVALID_INPUT'))
    const admin = { ...shop, principal: town.admin }
    await expect(requestConfirmation(admin, asked('Anna'))).rejects.toThrow(PermissionError)
    const widget = { ...shop, principal: principalsOf(town).customer }
    const joining = asked('Anna', { purpose: 'HOUSEHOLD_JOIN', points: null, other })
    await expect(requestConfirmation(widget, joining)).rejects.toThrow(PermissionError)
    expect(messages).toEqual([])
  })

  test('for spending, by a key that records sales or holds points', async () => {
    const { principal } = town.member('shop')
    const withScopes = (...scopes: string[]): Context => ({
      ...shop,
      principal: { ...principal, scopes: new Set(scopes) },
    })
    await requestConfirmation(withScopes('holds:write'), asked('Anna'))
    await requestConfirmation(withScopes('purchases:write'), asked('Boris'))
    await expect(requestConfirmation(withScopes('customers:write'), asked('Boris'))).rejects.toThrow(
      PermissionError,
    )
  })
})

describe('codes are few', () => {
  test("one a minute for the same act, three an hour at one member's asking, and a retry sends nothing", async () => {
    const first = asked('Anna')
    const sent = await requestConfirmation(shop, first)
    expect(await requestConfirmation(shop, first)).toEqual({ ...sent, replayed: true })
    const again = await outcome(requestConfirmation(shop, asked('Anna', { points: points(200n) })))
    expect(again).toEqual(refused('CONFIRMATION_TOO_SOON', { retryAt: expect.any(Date), retryable: true }))
    expect(await outcome(requestConfirmation(shop, { ...first, points: points(1n) }))).toEqual(
      refused('IDEMPOTENCY_KEY_MISMATCH'),
    )
    for (let i = 0; i < 2; i += 1) {
      await move(61)
      await requestConfirmation(shop, asked('Anna'))
    }
    await move(61)
    expect(await outcome(requestConfirmation(shop, asked('Anna')))).toEqual(refused('CONFIRMATION_TOO_SOON'))
    await requestConfirmation(shop, asked('Boris'))
    expect(messages).toHaveLength(4)
  })

  test('one, when many requests come at the same time under one key and under many', async () => {
    const same = asked('Anna')
    const outcomes = await Promise.all([
      ...Array.from({ length: 6 }, () => outcome(requestConfirmation(shop, same))),
      ...Array.from({ length: 6 }, () => outcome(requestConfirmation(shop, asked('Anna')))),
    ])
    expect(outcomes).toContain('done')
    expect(messages).toHaveLength(1)
  })
})

describe('a gateway that fails', () => {
  test('is a typed refusal that counts against nobody; the same key sends a new code', async () => {
    let isUp = false
    const sender: MessageSender = {
      ...keepingSender(messages),
      send: async (message) => {
        if (!isUp) throw new MessageNotSentError('the gateway is down')
        messages.push(message)
      },
    }
    const wish = asked('Anna')
    for (let i = 0; i < 7; i += 1)
      expect(await outcome(requestConfirmation({ ...shop, sender }, wish))).toEqual(
        refused('CONFIRMATION_NOT_SENT', { retryable: true }),
      )
    isUp = true
    const sent = await requestConfirmation({ ...shop, sender }, wish)
    expect(sent.replayed).toBe(false)
    expect(codeIn(messages[0])).toMatch(/^\d{6}$/)
    expect(await requestConfirmation({ ...shop, sender }, wish)).toEqual({ ...sent, replayed: true })
  })

  test('to answer for a message that it may have taken: the code counts as sent, and works', async () => {
    const sender: MessageSender = {
      ...keepingSender(messages),
      send: async (message) => {
        messages.push(message)
        throw new MessageNotSentError('no answer', { mayHaveArrived: true })
      },
    }
    const wish = asked('Anna')
    const sent = await requestConfirmation({ ...shop, sender }, wish)
    expect(await requestConfirmation({ ...shop, sender }, wish)).toEqual({ ...sent, replayed: true })
    expect(await outcome(requestConfirmation(shop, asked('Anna')))).toEqual(refused('CONFIRMATION_TOO_SOON'))
    expect(messages).toHaveLength(1)
  })

  test('with a bug of the sender is a failure, and leaves the customer free to be asked again', async () => {
    const sender: MessageSender = { ...keepingSender([]), send: () => Promise.reject(new Error('a bug')) }
    await expect(requestConfirmation({ ...shop, sender }, asked('Anna'))).rejects.toThrow('a bug')
    await requestConfirmation(shop, asked('Anna'))
    expect(messages).toHaveLength(1)
  })
})
