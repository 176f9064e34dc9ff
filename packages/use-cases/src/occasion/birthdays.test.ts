import { InvalidInputError, points } from '@artel/ledger'
import type { RuleDefinition } from '@artel/rules'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { eraseCustomer } from '../customer/erase-customer.ts'
import { setBirthDate } from '../customer/set-birth-date.ts'
import { PermissionError } from '../errors/system-error.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { exportCustomer } from '../privacy/export-customer.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aRunningRule } from '../testing/a-rule.ts'
import { localDay } from '../testing/local-days.ts'
import { giveDueOccasions } from './give-due-occasions.ts'
import { recordVisit } from './record-visit.ts'

let database: TestDatabase
let other: Store
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  other = await openStore({ databaseUrl: database.databaseUrl })
})
beforeEach(async () => {
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
})
afterAll(async () => {
  await other?.close()
  await database?.drop()
})

const DAY_SECONDS = 86_400
const worker = (store = database.store) => ({ store, principal: { kind: 'operator' } }) as const
const due = (store?: Store) => giveDueOccasions(worker(store), { coalitionId: town.id, limit: 100 })
const by = (who: string) => ({ id: town.customer(who).id })
const visit = (who: string, idempotencyKey: string) =>
  recordVisit(town.member('wash').context, { customer: by(who), idempotencyKey })
const rule = (over: Pick<RuleDefinition, 'when'>) =>
  aRunningRule(town, 'wash', { give: [{ kind: 'POINTS_FIXED', points: points(50n) }], ...over })
const balanceOf = async (id: string) =>
  (
    await town.store.prisma.customerAccount.findFirstOrThrow({
      where: { coalitionId: town.id, customerId: id },
    })
  ).posted
const findings = async () =>
  (await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings

describe('a birthday', () => {
  const bornToday = (daysAhead = 0) => `1990${localDay(daysAhead).slice(4)}`
  const setBorn = (who: string, birthDate: string | null) =>
    setBirthDate(town.member('wash').context, { customer: by(who), birthDate })

  it('gives once a year, to customers that the member has dealt with, whatever becomes of the date', async () => {
    await rule({ when: { on: 'BIRTHDAY' } })
    await setBorn('Anna', bornToday())
    await Promise.all([due(), due(other)])
    expect(await balanceOf(by('Anna').id)).toBe(50n)
    await setBorn('Anna', bornToday(1))
    await advanceClock(town.adminContext, { seconds: DAY_SECONDS })
    await due()
    await due()
    expect(await balanceOf(by('Anna').id)).toBe(50n)
    expect(await findings()).toEqual([])
  })

  it('is caught up when days were missed', async () => {
    await rule({ when: { on: 'BIRTHDAY' } })
    await due()
    await setBorn('Anna', bornToday(2))
    await advanceClock(town.adminContext, { seconds: 4 * DAY_SECONDS })
    for (let more = true; more; ) more = (await due()).more
    expect(await balanceOf(by('Anna').id)).toBe(50n)
  })

  it('is told by any member once, and changed by who enrolled and by administrators, with a trace', async () => {
    const anna = by('Anna')
    const cafe = (birthDate: string | null) =>
      setBirthDate(town.member('cafe').context, { customer: anna, birthDate })
    await expect(cafe(null)).rejects.toThrow(PermissionError)
    await cafe('1990-05-17')
    for (const other of ['1990-05-18', '1990-05-17', null])
      await expect(cafe(other)).rejects.toThrow(PermissionError)
    const told = async () => (await town.store.prisma.customer.findFirstOrThrow({ where: anna })).birthDate
    expect(await told()).toEqual(new Date('1990-05-17'))
    await setBorn('Anna', '1990-05-18')
    await setBirthDate(town.adminContext, { customer: anna, birthDate: '1990-05-19' })
    const acts = await town.store.prisma.auditEvent.findMany({
      where: { coalitionId: town.id, act: 'customerBirthDateSet' },
    })
    expect(acts).toHaveLength(3)
    expect(acts).toMatchObject(acts.map(() => ({ subjectType: 'customer', subjectId: anna.id })))
    expect(acts.map(({ details }) => details).join()).not.toContain('1990')
  })

  it('is told by one of two members that tell at the same time', async () => {
    const anna = by('Anna')
    const dates = ['1990-05-17', '1990-05-18', '1990-05-19', '1990-05-20']
    const tries = await Promise.allSettled(
      dates.map((birthDate) => setBirthDate(town.member('cafe').context, { customer: anna, birthDate })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is personal: exported, erased, and refused where it cannot be', async () => {
    await setBorn('Boris', '1990-05-17')
    await rule({ when: { on: 'VISIT' } })
    await visit('Boris', 'key-of-boris')
    const { data } = await exportCustomer(town.adminContext, { customer: by('Boris') })
    expect(data).toMatchObject({ profile: { birthDate: '1990-05-17' }, occasions: [{ kind: 'VISIT' }] })
    const erased = { customerId: by('Boris').id, reason: 'CUSTOMER_REQUEST', givesUpPoints: true } as const
    await eraseCustomer(town.adminContext, erased)
    expect(await town.store.prisma.customer.findFirst({ where: by('Boris') })).toMatchObject({
      ...{ status: 'CLOSED', birthDate: null },
    })
    expect(
      await town.store.prisma.occasion.findMany({ where: { customerId: by('Boris').id } }),
    ).toMatchObject([{ key: null }])
    await expect(setBorn('Anna', localDay(1))).rejects.toThrow(InvalidInputError)
    await expect(setBorn('Anna', '1899-12-31')).rejects.toThrow(InvalidInputError)
    expect((await setBorn('Anna', null)).customer.birthDate).toBeNull()
  })

  it('goes with a merge to who has none, and is told of nobody who was merged meanwhile', async () => {
    await setBorn('Boris', '1990-05-17')
    const merge = (gone: string, into: string) =>
      mergeCustomers(town.adminContext, { customer: by(gone), into: by(into), idempotencyKey: uuidv7() })
    await merge('Boris', 'Anna')
    const born = async () =>
      (await town.store.prisma.customer.findFirstOrThrow({ where: by('Anna') })).birthDate
    expect(await born()).toEqual(new Date('1990-05-17'))
    await expect(setBorn('Boris', '1991-05-17')).rejects.toMatchObject({ code: 'CUSTOMER_CLOSED' })
    const { customer } = await enrolCustomer(town.member('wash').context, {
      ...{ name: 'Vera', phone: '+79990000002', consentVersion: '1', birthDate: '1970-01-02' },
    })
    const tries = await Promise.allSettled([
      ...['1991-01-01', '1991-01-02', '1991-01-03'].map((birthDate) =>
        setBirthDate(town.member('wash').context, { customer: { id: customer.id }, birthDate }),
      ),
      mergeCustomers(town.adminContext, {
        ...{ customer: { id: customer.id }, into: by('Anna'), idempotencyKey: uuidv7() },
      }),
    ])
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toEqual(refused.map(() => expect.objectContaining({ code: 'CUSTOMER_CLOSED' })))
    expect(await born()).toEqual(new Date('1990-05-17'))
  })

  it('of many customers asks many rules without a crowd, and reads who pays once a page', async () => {
    for (let at = 0; at < 4; at += 1) await rule({ when: { on: 'BIRTHDAY' } })
    const { context } = town.member('wash')
    const enrolments = Array.from({ length: 24 }, (_, at) =>
      enrolCustomer(context, {
        ...{
          name: `Guest ${at}`,
          phone: `+7999000${1_000 + at}`,
          consentVersion: '1',
          birthDate: bornToday(),
        },
      }),
    )
    const guests = await Promise.all(enrolments)
    const narrow = await openStore({ databaseUrl: database.databaseUrl, queueLimit: 48 })
    let reads = 0
    const counting = {
      ...narrow,
      prisma: narrow.prisma.$extends({
        query: {
          member: {
            findMany: ({ args, query }) => {
              reads += 1
              return query(args)
            },
          },
        },
      }),
    } as unknown as Store
    try {
      for (let more = true; more; ) more = (await due(counting)).more
    } finally {
      await narrow.close()
    }
    expect(reads).toBeLessThanOrEqual(6)
    expect(await Promise.all(guests.map(({ customer }) => balanceOf(customer.id)))).toEqual(
      guests.map(() => 200n),
    )
    expect(await findings()).toEqual([])
  })
})
