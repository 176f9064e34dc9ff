import { InvalidInputError, micros } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type CoalitionOverrides,
  clockOffsetAt,
  stated as closedAndStated,
  keyed,
} from '../testing/index.ts'
import { readBusinessDays } from './business-days.ts'
import { closeWindow } from './close-window.ts'
import { issueStatements } from './issue-statements.ts'
import { readWindows } from './read-windows.ts'
import { setBusinessDays } from './set-business-days.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const DAY_MS = 86_400_000
const aTown = (currency: string, paymentDays: number, over: CoalitionOverrides = {}) =>
  aCoalition({ currency, ...over, terms: { paymentDays, issueFee: micros(100_000n) } })
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)

it.each([
  ['by the law', [], '2026-01-09'],
  ['and by what was moved', [{ day: '2026-01-09', kind: 'DAY_OFF' as const }], '2026-01-12'],
  ['unless the day is worked', [{ day: '2026-01-05', kind: 'WORKING_DAY' as const }], '2026-01-05'],
])('a window that ends with the year is paid after its holidays, %s', async (_name, days, expected) => {
  const town = await aTown('RUB', 4, { clockOffsetSeconds: clockOffsetAt(new Date('2025-12-20T09:00:00Z')) })
  await setBusinessDays(town.adminContext, { year: 2026, days })
  await recordPurchase(town.member('wash').context, {
    ...aSale(town.customer('Anna')),
    occurredAt: new Date('2025-12-20T08:00:00Z'),
  })
  await advanceClock(town.adminContext, { seconds: (14 * DAY_MS) / 1000 })
  const treasurer = aTreasurer(town)
  await closeWindow(treasurer, { windowNo: 1, ...keyed() })
  await issueStatements(treasurer, { windowNo: 1, ...keyed() })
  const stated = async () => (await readWindows(treasurer, { first: 2 })).windows.at(-1)?.paymentDate
  expect((await stated())?.toISOString().slice(0, 10)).toBe(expected)
  // What stands on a statement stays, whatever the calendar becomes.
  await setBusinessDays(town.adminContext, { year: 2026, days: [{ day: expected, kind: 'DAY_OFF' }] })
  expect((await stated())?.toISOString().slice(0, 10)).toBe(expected)
})

it('a window that is closed on the last evening of a year is paid by the days moved in that year', async () => {
  // In New York it is the evening of the 31st still; by UTC the year is over.
  const clockOffsetSeconds = clockOffsetAt(new Date('2026-01-01T01:00:00Z'))
  const town = await aTown('RUB', 0, { timeZone: 'America/New_York', clockOffsetSeconds })
  await setBusinessDays(town.adminContext, { year: 2025, days: [{ day: '2025-12-31', kind: 'DAY_OFF' }] })
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
  const treasurer = aTreasurer(town)
  await closedAndStated(treasurer, 1)
  const { windows } = await readWindows(treasurer, { first: 2 })
  expect(windows.at(-1)?.paymentDate?.toISOString().slice(0, 10)).toBe('2026-01-09')
})

it('shows what the law says and what was moved, and replaces a year whole', async () => {
  const { adminContext, coalition } = await aTown('RUB', 10)
  const read = async (year: number) =>
    (await readBusinessDays(database.store, coalition, year)).map(({ day, kind, source, note }) =>
      [day, kind, source, note].join(' ').trim(),
    )
  const own = async (year: number) => (await read(year)).filter((line) => line.includes('COALITION'))
  expect(await read(2026)).toContain('2026-03-09 DAY_OFF LAW')
  const moved = [
    { day: '2026-12-31', kind: 'DAY_OFF' as const, note: 'From 4 January' },
    { day: '2026-01-09', kind: 'DAY_OFF' as const },
  ]
  const answer = await setBusinessDays(adminContext, { year: 2026, days: moved })
  expect(answer.days).toEqual(await readBusinessDays(database.store, coalition, 2026))
  expect(await own(2026)).toEqual([
    '2026-01-09 DAY_OFF COALITION',
    '2026-12-31 DAY_OFF COALITION From 4 January',
  ])
  await setBusinessDays(adminContext, { year: 2026, days: moved.slice(1) })
  expect(await own(2026)).toEqual(['2026-01-09 DAY_OFF COALITION'])
  expect(await own(2027)).toEqual([])
  const elsewhere = await aTown('KZT', 10)
  expect(await readBusinessDays(database.store, elsewhere.coalition, 2026)).toEqual([])
})

it('announces what changed, once, beside the change and without the notes', async () => {
  const { adminContext, id: coalitionId } = await aTown('RUB', 10)
  const days = [{ day: '2026-01-09', kind: 'DAY_OFF' as const, note: 'Asked for by I. Petrov' }]
  const events = () =>
    database.store.prisma.outbox.findMany({
      where: { coalitionId, kind: 'business_days.set' },
      orderBy: { id: 'asc' },
    })
  await Promise.all([1, 2, 3].map(() => setBusinessDays(adminContext, { year: 2026, days })))
  const set = { subjectId: coalitionId, sentAt: null }
  expect(await events()).toMatchObject([
    { ...set, payload: { year: 2026, days: [{ day: '2026-01-09', kind: 'DAY_OFF' }] } },
  ])
  expect(JSON.stringify(await events())).not.toContain('Petrov')
  await setBusinessDays(adminContext, { year: 2026, days: [] })
  expect((await events()).map(({ payload }) => payload)).toEqual([
    { year: 2026, days: [{ day: '2026-01-09', kind: 'DAY_OFF' }] },
    { year: 2026, days: [] },
  ])
  const refused = setBusinessDays(adminContext, {
    year: 2026,
    days: [{ ...days[0], day: '2027-01-09' } as never],
  })
  await expect(refused).rejects.toThrow(InvalidInputError)
  expect(await events()).toHaveLength(2)
})

it.each([
  ['a year without a calendar', 1999, [], ['year']],
  ['a day of another year', 2026, [{ day: '2027-01-09', kind: 'DAY_OFF' as const }], ['days', '0', 'day']],
  [
    'a day that does not exist',
    2026,
    [{ day: '2026-02-30', kind: 'DAY_OFF' as const }],
    ['days', '0', 'day'],
  ],
])('refuses %s', async (_name, year, days, path) => {
  const { adminContext } = await aTown('RUB', 10)
  const refused = setBusinessDays(adminContext, { year, days })
  await expect(refused).rejects.toThrow(InvalidInputError)
  await expect(refused).rejects.toMatchObject({ path })
})

it('refuses a year without a business day, which no payment could be dated in', async () => {
  const { adminContext } = await aTown('RUB', 10)
  const days = Array.from({ length: 365 }, (_, index) => ({
    day: new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10),
    kind: 'DAY_OFF' as const,
  }))
  await expect(setBusinessDays(adminContext, { year: 2027, days })).rejects.toThrow(InvalidInputError)
})
