import { NewDeviceError, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context, CustomerPrincipal } from '../access/principal.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { requestConfirmation } from '../confirmation/request-confirmation.ts'
import { createHold } from '../hold/create-hold.ts'
import { type Message, MessageNotSentError } from '../messages/message-sender.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { aHold, aSale, roubles } from '../testing/sales.ts'
import { noticeDevice } from './notice-device.ts'

const HOURS = 24
let database: TestDatabase
let town: BuiltCoalition
let letters: Message[]
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna', { phone: '+79125550151' })
    .withCustomer('Boris', { phone: '+79125550152' })
    .withCustomer('Clara', { phone: '+79125550153' })
    .withCustomer('Denis', { phone: '+79125550154' })
    .open(database.store)
  for (const name of ['Anna', 'Boris', 'Clara', 'Denis'])
    await recordPurchase(town.member('wash').context, aSale(town.customer(name), { total: roubles(20_000) }))
  await updateCoalition(town.adminContext, {
    ...{ newDeviceHours: HOURS, confirmSpendingAbovePoints: points(100n) },
  })
})
afterAll(() => database.drop())

let tokens = 0

/** A page of a customer, on a device. */
function onDevice(
  name: string,
  deviceId: string | null,
  handle = 'wash',
): Context & { principal: CustomerPrincipal } {
  tokens += 1
  const sender = keepingSender(letters)
  const principal: CustomerPrincipal = {
    ...{ kind: 'customer', coalitionId: town.id, memberId: town.member(handle).id },
    ...{ customerId: town.customer(name).id, scopes: new Set(['wallet:read', 'hold:create']) },
    ...{ tokenId: `token ${tokens}`, maxPoints: null, origin: null, deviceId },
  }
  return { store: database.store, sender, principal }
}

const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const hold = (context: Context, name: string, many: bigint, more = {}) =>
  createHold(context, aHold(town.customer(name), { points: points(many), customer: null, ...more }))
/** A look at the points, and what follows from it. */
const notice = async (context: Context) => {
  const noticed = await noticeDevice(context)
  await noticed?.told
  return noticed
}
const later = (hours: number) =>
  database.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: { increment: BigInt(hours * 3_600) } },
  })

describe('a device that was not seen before', () => {
  it('spends up to the threshold, no more until its hours are over, and the customer is told once', async () => {
    letters = []
    const page = onDevice('Anna', 'device-of-anna-000001')
    const input = aHold(town.customer('Anna'), { points: points(150n), customer: null })
    const refused = await refusalOf(createHold(page, input))
    expect(refused).toBeInstanceOf(NewDeviceError)
    const { firstSeenAt } = await database.store.prisma.customerDevice.findFirstOrThrow({
      where: { customerId: town.customer('Anna').id },
    })
    const endsAt = new Date(firstSeenAt.getTime() + HOURS * 3_600_000)
    expect(refused).toMatchObject({ maxPoints: 100n, endsAt })
    await hold(page, 'Anna', 100n)
    await refusalOf(hold(page, 'Anna', 150n))
    expect(letters).toMatchObject([{ channel: 'SMS', address: '+79125550151' }])
    await later(HOURS)
    // The same command under the same key: the refusal was not recorded. The threshold still takes its code.
    expect(await refusalOf(createHold(page, input))).toMatchObject({ code: 'CONFIRMATION_REQUIRED' })
    expect(letters).toHaveLength(1)
  })

  it('takes no code with which the customer said yes, and the code works on a known device', async () => {
    letters = []
    const known = onDevice('Boris', 'device-of-boris-00001')
    await notice(known)
    await later(HOURS)
    const asked = await requestConfirmation(known, {
      ...{ purpose: 'SPEND', points: points(200n), idempotencyKey: 'asked' },
    })
    const code = /\b(\d{6})\b/.exec(letters.at(-1)?.text ?? '')?.[1] ?? ''
    const confirmation = { id: asked.id, code }
    const stranger = onDevice('Boris', 'device-of-a-thief-0001')
    expect(await refusalOf(hold(stranger, 'Boris', 200n, { confirmation }))).toMatchObject({
      code: 'NEW_DEVICE',
    })
    expect((await hold(known, 'Boris', 200n, { confirmation })).replayed).toBe(false)
  })

  it('is known by looking too, and is one of its customer alone', async () => {
    letters = []
    const shared = 'device-of-a-family-001'
    await notice(onDevice('Clara', shared))
    expect(letters).toHaveLength(1)
    await later(HOURS)
    expect((await hold(onDevice('Clara', shared), 'Clara', 50n)).replayed).toBe(false)
    expect(await refusalOf(hold(onDevice('Denis', shared), 'Denis', 150n))).toMatchObject({
      code: 'NEW_DEVICE',
    })
    const rows = await database.store.prisma.customerDevice.findMany({ where: { coalitionId: town.id } })
    expect(new Set(rows.map((row) => row.deviceHash)).size).toBe(rows.length)
    expect(JSON.stringify(rows.map((row) => row.deviceHash))).not.toContain(shared)
  })

  it('of a page that sends none stays new, however long and however often it is seen', async () => {
    letters = []
    await later(2)
    await notice(onDevice('Denis', null))
    expect(letters).toHaveLength(1)
    await later(HOURS * 3)
    await notice(onDevice('Denis', null))
    expect(await refusalOf(hold(onDevice('Denis', null), 'Denis', 150n))).toMatchObject({
      ...{ code: 'NEW_DEVICE', maxPoints: 100n, endsAt: null },
    })
    expect(letters).toHaveLength(1)
  })

  it('spends no more by many holds, nor by many devices or by saying none, than by one', async () => {
    await later(HOURS)
    const page = onDevice('Clara', 'device-of-splitting-1')
    await hold(page, 'Clara', 60n)
    const refused = await refusalOf(hold(page, 'Clara', 41n))
    expect(refused).toMatchObject({ code: 'NEW_DEVICE', maxPoints: 40n })
    for (const other of ['device-of-splitting-2', null])
      expect(await refusalOf(hold(onDevice('Clara', other), 'Clara', 41n))).toMatchObject({ maxPoints: 40n })
    const many = Array.from({ length: 8 }, () => refusalOf(hold(page, 'Clara', 10n)))
    expect((await Promise.all(many)).filter((each) => each === undefined)).toHaveLength(4)
    expect(await refusalOf(hold(page, 'Clara', 1n))).toMatchObject({ maxPoints: 0n })
  })

  it('is kept once of many that come at the same time, and tells the customer once', async () => {
    letters = []
    await later(2)
    await Promise.all(Array.from({ length: 16 }, () => notice(onDevice('Anna', 'device-of-many-00001'))))
    expect(letters).toHaveLength(1)
  })

  it('is known on though a hundred are made up, and the next one is taken too', async () => {
    letters = []
    const own = 'device-of-boris-00001'
    await hold(onDevice('Boris', own), 'Boris', 10n)
    for (let hour = 0; hour < 11; hour += 1) {
      await later(1)
      const made = Array.from({ length: 12 }, (_, at) => `device-made-up-${hour}-${at}-`.padEnd(20, 'x'))
      await Promise.all(made.map((id) => notice(onDevice('Boris', id))))
    }
    const where = { customerId: town.customer('Boris').id }
    expect(await database.store.prisma.customerDevice.count({ where })).toBe(100)
    const later2 = 'device-of-boris-at-last'
    await later(1)
    await notice(onDevice('Boris', later2))
    await later(HOURS)
    for (const known of [own, later2])
      expect(await refusalOf(hold(onDevice('Boris', known), 'Boris', 150n))).toMatchObject({
        code: 'CONFIRMATION_REQUIRED',
      })
  })

  it('is told of at the next look where the gateway failed or the process ended, and no hold waits for it', async () => {
    letters = []
    await later(2)
    const id = 'device-of-denis-00001'
    const page = onDevice('Denis', id)
    const failures: unknown[] = []
    const send = () => Promise.reject(new MessageNotSentError('busy'))
    const failing = {
      ...page,
      sender: { ...keepingSender([]), send },
      failed: (it: unknown) => failures.push(it),
    }
    await notice(failing)
    expect(failures).toMatchObject([{ name: 'MessageNotSentError' }])
    await notice(page)
    expect(letters).toHaveLength(0)
    await later(1)
    const never = { ...keepingSender([]), send: () => new Promise<void>(() => undefined) }
    await hold({ ...page, sender: never }, 'Denis', 10n)
    await notice(page)
    expect(letters).toHaveLength(0)
    await later(1)
    await notice(page)
    await later(1)
    await notice(page)
    expect(letters).toMatchObject([{ address: '+79125550154' }])
  })
})

it("a till, a member's server and a coalition that asks for none know no devices", async () => {
  letters = []
  expect(await notice(town.member('wash').context)).toBeNull()
  await updateCoalition(town.adminContext, { newDeviceHours: 0, confirmSpendingAbovePoints: null })
  const page = onDevice('Boris', 'device-of-boris-00002')
  expect((await hold(page, 'Boris', 300n)).replayed).toBe(false)
  expect(await notice(page)).toBeNull()
  expect(letters).toEqual([])
})
