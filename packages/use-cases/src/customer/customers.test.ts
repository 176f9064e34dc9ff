import {
  AlreadyExistsError,
  InvalidInputError,
  MemberNotActiveError,
  NotFoundError,
  points,
} from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { generateKeyPair, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { type CreateWidgetSessionInput, createWidgetSession } from '../keys/create-widget-session.ts'
import { aCoalition, type BuiltCoalition, ledgerRows } from '../testing/index.ts'
import { isCardNumber } from './card-number.ts'
import { type EnrolCustomerInput, enrolCustomer } from './enrol-customer.ts'
import { findCustomer } from './find-customer.ts'
import { readWallet } from './read-wallet.ts'

let database: TestDatabase
let town: BuiltCoalition
let other: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
    .withMember('service', { allowedOrigins: ['https://service.example'] })
    .withMember('wash')
    .withMember('invited', { invited: true })
    .withCustomer('Anna', { phone: '+79123456789', email: 'Anna@Example.com', reference: 'a-1' })
    .open(database.store)
  other = await aCoalition().withMember('far').withCustomer('Stranger').open(database.store)
})
afterAll(() => database.drop())

const person = (overrides: Partial<EnrolCustomerInput> = {}): EnrolCustomerInput => ({
  name: 'Boris',
  consentVersion: '2026-01',
  ...overrides,
})

describe('enrolment', () => {
  it('gives a customer an empty wallet, a card that checks itself and an event without personal data', async () => {
    const { context } = town.member('service')
    const { customer, card } = await enrolCustomer(
      context,
      person({ phone: '8-921-555-44-33', email: ' B@X.ru ' }),
    )
    expect(customer).toMatchObject({ phone: '+79215554433', email: 'b@x.ru', status: 'ACTIVE' })
    expect(isCardNumber(card.number)).toBe(true)
    const wallets = await readWallet(context, { coalitionId: town.id, customerIds: [customer.id] })
    expect(wallets.get(customer.id)).toMatchObject({ balance: 0n, available: 0n, lots: [] })
    const event = await town.store.prisma.outbox.findFirstOrThrow({ where: { subjectId: customer.id } })
    expect(event).toMatchObject({
      kind: 'customer.enrolled',
      payload: { customerId: customer.id, memberId: town.member('service').id },
    })
  })

  it.each([
    ['phone', { phone: '8 912 345 67 89' }],
    ['email', { email: 'ANNA@example.com' }],
    ['reference', { reference: 'a-1' }],
  ])('of a known %s names the existing customer and writes nothing', async (field, overrides) => {
    const { context, principal } = town.member('service')
    const rows = await ledgerRows(town.store)
    const refused = enrolCustomer(context, person(overrides))
    await expect(refused).rejects.toThrow(AlreadyExistsError)
    await expect(refused).rejects.toMatchObject({ existingId: town.customer('Anna').id, path: [field] })
    const blind: Context = { ...context, principal: { ...principal, scopes: new Set(['customers:write']) } }
    await expect(enrolCustomer(blind, person(overrides))).rejects.toMatchObject({ existingId: null })
    expect(await ledgerRows(town.store)).toEqual(rows)
  })

  it('of one phone by many at once makes one customer', async () => {
    const { context } = town.member('wash')
    const enrol = () => enrolCustomer(context, person({ phone: '+79031112233' }))
    const results = await Promise.allSettled(Array.from({ length: 8 }, enrol))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await town.store.prisma.customer.count({ where: { phone: '+79031112233' } })).toBe(1)
  })

  it('of the same phone in another coalition, or the same reference at another member, is another customer', async () => {
    await enrolCustomer(other.member('far').context, person({ phone: '+79123456789' }))
    await enrolCustomer(town.member('wash').context, person({ reference: 'a-1' }))
  })

  it.each([
    { phone: '123' },
    { phone: '+7 000 000 00 00' },
    { phone: '' },
    { phone: '9'.repeat(100) },
    { email: 'nobody' },
    { email: 'a@b' },
    { email: 'a b@c.de' },
    { name: '' },
    { name: 'x'.repeat(201) },
    { name: 'a\nb' },
    { reference: '' },
    { consentVersion: ' ' },
  ])('refuses %j without repeating it', async (overrides) => {
    const refusal = await enrolCustomer(town.member('wash').context, person(overrides)).catch(
      (e: unknown) => e,
    )
    expect(refusal).toBeInstanceOf(InvalidInputError)
    const [value = ''] = Object.values(overrides)
    if (value.trim().length > 2) expect(String(refusal)).not.toContain(value)
  })

  it('needs an active member', async () => {
    await expect(enrolCustomer(town.member('invited').context, person())).rejects.toThrow(
      MemberNotActiveError,
    )
  })
})

describe('finding a customer', () => {
  it('reaches every customer of the coalition, references of the own member only, and nobody beyond', async () => {
    const { id } = town.customer('Anna')
    const card = await town.store.prisma.card.findFirstOrThrow({ where: { customerId: id } })
    for (const handle of ['service', 'wash'])
      for (const by of [{ id }, { phone: '8(912)3456789' }, { cardNumber: card.number }])
        expect((await findCustomer(town.member(handle).context, by))?.id).toBe(id)
    expect((await findCustomer(town.member('service').context, { reference: 'a-1' }))?.id).toBe(id)
    expect((await findCustomer(town.member('wash').context, { reference: 'a-1' }))?.id).not.toBe(id)
    const stranger = other.customer('Stranger').id
    expect(await findCustomer(town.member('service').context, { id: stranger })).toBeNull()
    expect(await findCustomer(town.adminContext, { id: stranger })).toBeNull()
    expect(await findCustomer(other.member('far').context, { cardNumber: card.number })).toBeNull()
  })

  it('by a blocked card is in vain', async () => {
    const { customer, card } = await enrolCustomer(town.member('wash').context, person())
    const where = { coalitionId_number: { coalitionId: town.id, number: card.number } }
    expect((await findCustomer(town.adminContext, { cardNumber: card.number }))?.id).toBe(customer.id)
    await town.store.prisma.card.update({ where, data: { status: 'BLOCKED' } })
    expect(await findCustomer(town.adminContext, { cardNumber: card.number })).toBeNull()
  })

  it('with a customer token finds itself alone', async () => {
    const anna: Context = {
      store: town.store,
      principal: {
        kind: 'customer',
        coalitionId: town.id,
        memberId: town.member('service').id,
        customerId: town.customer('Anna').id,
        scopes: new Set(['wallet:read']),
        tokenId: 'token',
        maxPoints: null,
        origin: null,
      },
    }
    expect((await findCustomer(anna, { phone: '+79123456789' }))?.id).toBe(town.customer('Anna').id)
    const { customer } = await enrolCustomer(town.member('service').context, person())
    expect(await findCustomer(anna, { id: customer.id })).toBeNull()
    const ids = [customer.id, town.customer('Anna').id]
    const wallets = await readWallet(anna, { coalitionId: town.id, customerIds: ids })
    expect([...wallets.keys()]).toEqual([town.customer('Anna').id])
  })
})

describe('a widget session', () => {
  it('is a short token of the member for the customer, bound to an allowed origin and a cap', async () => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA')
    const { context, id: memberId } = town.member('service')
    const input: CreateWidgetSessionInput = {
      customer: { phone: '+79123456789' },
      origin: 'https://service.example',
      maxPoints: points(300n),
      ttlSeconds: 120,
      sessionKey: { privateKey, algorithm: 'EdDSA' },
    }
    const session = await createWidgetSession(context, input)
    const { payload, protectedHeader } = await jwtVerify(session.token, publicKey, { audience: 'artel' })
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'artel-session', typ: 'JWT' })
    expect(payload).toMatchObject({
      iss: encodePublicId('member', memberId),
      sub: encodePublicId('customer', town.customer('Anna').id),
      scope: 'wallet:read hold:create wallet:write',
      origin: 'https://service.example',
      max_points: '300',
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(120)
    expect(session).toMatchObject({
      customerId: town.customer('Anna').id,
      expiresAt: new Date((payload.exp ?? 0) * 1000),
    })

    for (const overrides of [{ origin: 'https://evil.example' }, { ttlSeconds: 59 }, { ttlSeconds: 601 }])
      await expect(createWidgetSession(context, { ...input, ...overrides })).rejects.toThrow(
        InvalidInputError,
      )
    const nobody = { ...input, customer: { id: other.customer('Stranger').id } }
    await expect(createWidgetSession(context, nobody)).rejects.toThrow(NotFoundError)
    const early = createWidgetSession(town.member('invited').context, { ...input, origin: null })
    await expect(early).rejects.toThrow(MemberNotActiveError)
  })
})
