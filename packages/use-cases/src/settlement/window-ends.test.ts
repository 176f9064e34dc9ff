import { nextCutOff, type Weekday, type WindowSchedule } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { acceptTerms } from '../terms/accept-terms.ts'
import { proposeTerms } from '../terms/propose-terms.ts'
import {
  aCoalition,
  aSale,
  aTreasurer,
  BURN_FUNDED_TERMS,
  type BuiltCoalition,
  type CoalitionOverrides,
  clockOffsetAt,
  keyed,
  stated,
} from '../testing/index.ts'
import { closeWindow } from './close-window.ts'
import { issueStatements } from './issue-statements.ts'
import { readWindows } from './read-windows.ts'
import { settleDue } from './settle-due.ts'

const DAY_SECONDS = 86_400

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const openedAt = (at: string, over: CoalitionOverrides = {}): Promise<BuiltCoalition> =>
  aCoalition({ clockOffsetSeconds: clockOffsetAt(new Date(at)), ...over })
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
const sell = (town: BuiltCoalition) =>
  recordPurchase(town.member('wash').context, aSale(town.customer('Anna')))
const daysOn = (town: BuiltCoalition, days: number) =>
  advanceClock(town.adminContext, { seconds: days * DAY_SECONDS })
const windowsOf = async (town: BuiltCoalition) =>
  (await readWindows(town.adminContext, { first: 100 })).windows
    .map(({ windowNo, status, opensAt, cutOff }) => ({ windowNo, status, opensAt, cutOff }))
    .reverse()
const ends = async (town: BuiltCoalition) => (await windowsOf(town)).map(({ cutOff }) => cutOff.toISOString())
/** How many sales are in which window. */
async function counted(town: BuiltCoalition): Promise<readonly (readonly [number, number])[]> {
  const { rows } = await town.store.pool.query<{ window_no: number; sales: number }>(
    `select b.window_no, count(*)::int as sales from entry e
      join batch b on b.coalition_id = $1 and b.batch_no = e.batch_no
      where e.coalition_id = $1 group by b.window_no order by b.window_no`,
    [town.id],
  )
  return rows.map((row) => [row.window_no, row.sales] as const)
}
const whole = async (town: BuiltCoalition) =>
  expect(await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).toMatchObject({
    ok: true,
    findings: [],
  })

const SCHEDULES: readonly WindowSchedule[] = [
  { kind: 'DAILY' },
  ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ kind: 'WEEKLY' as const, weekday: weekday as Weekday })),
  { kind: 'HALF_MONTH' },
  { kind: 'MONTHLY' },
]

// Clocks change there at midnight, by half an hour, over midnight, never, or the day was skipped.
it.each([
  ...['Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'America/Havana', 'Asia/Beirut'],
  ...['Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/Sao_Paulo'],
])('in %s the database ends windows when the rules do, without gap or overlap', async (zone) => {
  for (const [from, until] of [
    ['2024-01-10T12:34:56.789Z', '2026-02-01T00:00:00Z'],
    ['2016-09-10T00:00:00Z', '2018-12-01T00:00:00Z'],
  ] as const)
    for (const schedule of SCHEDULES) {
      const text = schedule.kind === 'WEEKLY' ? `WEEKLY:${schedule.weekday}` : schedule.kind
      const { rows } = await database.store.pool.query<{ at: Date }>(
        `with recursive ends(at) as (select next_cut_off($1, $2, $3)
            union all select next_cut_off($1, $2, at) from ends where at < $4)
          select at from ends order by at`,
        [text, zone, from, until],
      )
      const expected = [nextCutOff(schedule, zone, new Date(from))]
      for (let at = expected[0] as Date; at < new Date(until); expected.push(at))
        at = nextCutOff(schedule, zone, at)
      expect([text, rows.map(({ at }) => at.toISOString())]).toEqual([
        text,
        expected.map((at) => at.toISOString()),
      ])
    }
})

test('the first sale after a window ended opens the next, and every month that passed in silence', async () => {
  const town = await openedAt('2026-01-20T09:00:00Z')
  await sell(town)
  await daysOn(town, 100)
  // Nothing has been posted since, and the list shows the window of today.
  expect((await windowsOf(town)).map(({ status }) => status)).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN'])
  await sell(town)
  expect(await ends(town)).toEqual(
    ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'].map((day) => `${day}T21:00:00.000Z`),
  )
  expect(await counted(town)).toEqual([
    [1, 1],
    [4, 1],
  ])
  const worker = { store: town.store, principal: { kind: 'operator' } as const }
  await settleDue(worker, { coalitionId: town.id })
  expect((await windowsOf(town)).map(({ status }) => status)).toEqual([
    ...['STATED', 'STATED', 'STATED'],
    'OPEN',
  ])
  // A silent month is stated with the balance that it brought forward.
  const months = await town.store.prisma.statement.findMany({ where: { coalitionId: town.id } })
  expect(months.map(({ windowNo, lineCount }) => [windowNo, lineCount]).toSorted()).toEqual([
    [1, 1],
    [2, 0],
    [3, 0],
  ])
  await whole(town)
})

test('two years of silent days are opened by one sale', async () => {
  const town = await openedAt('2024-01-20T09:00:00Z', { terms: { windowKind: 'DAILY' } })
  await sell(town)
  await daysOn(town, 731)
  await sell(town)
  const { rows } = await town.store.pool.query<{ windows: number; gaps: number }>(
    `select count(*)::int as windows, count(*) filter (where opens_at <> ended)::int as gaps
      from (select opens_at, lag(cut_off, 1, opens_at) over (order by window_no) as ended
        from settlement_window where coalition_id = $1) w`,
    [town.id],
  )
  expect(rows).toEqual([{ windows: 732, gaps: 0 }])
  await whole(town)
})

test('a window that is closed two weeks late is cut where one is that was closed at once', async () => {
  const cuts: unknown[] = []
  for (const closedOn of [1, 14]) {
    const town = await openedAt('2026-03-20T09:00:00Z')
    await sell(town)
    await daysOn(town, 13)
    if (closedOn === 1) await closeWindow(aTreasurer(town), { windowNo: 1, ...keyed() })
    await sell(town)
    await daysOn(town, 13)
    await sell(town)
    if (closedOn === 14) await closeWindow(aTreasurer(town), { windowNo: 1, ...keyed() })
    const { statements } = await issueStatements(aTreasurer(town), { windowNo: 1, ...keyed() })
    const { rows } = await town.store.pool.query(
      `select cut_off, last_batch_no, chain_hash = (select hash from batch b where b.coalition_id = $1
          and b.batch_no = last_batch_no) as head from settlement_window where coalition_id = $1 and window_no = 1`,
      [town.id],
    )
    cuts.push([rows, statements.map(({ closing, lineCount }) => [closing, lineCount]), await counted(town)])
    await whole(town)
  }
  expect(cuts[0]).toEqual(cuts[1])
  expect(cuts[0]).toMatchObject([
    [{ cut_off: new Date('2026-03-31T21:00:00Z'), head: true }],
    [[expect.anything(), 1]],
    [
      [1, 1],
      [2, 2],
    ],
  ])
})

test('closing early moves the end to that instant; the next window opens there and ends by the schedule', async () => {
  const town = await openedAt('2026-03-20T09:00:00Z')
  const treasurer = aTreasurer(town)
  await sell(town)
  await expect(closeWindow(treasurer, { windowNo: 1, ...keyed() })).rejects.toMatchObject({
    code: 'WINDOW_STEP_NOT_READY',
  })
  const [statement] = await stated(treasurer, 1)
  await sell(town)
  const [first, second] = await windowsOf(town)
  const { closedAt } = await town.store.prisma.settlementWindow.findFirstOrThrow({
    where: { coalitionId: town.id, windowNo: 1 },
  })
  expect(first?.cutOff).toEqual(closedAt)
  expect(first?.cutOff.toISOString()).toMatch(/^2026-03-20T/)
  expect(second).toMatchObject({
    opensAt: first?.cutOff,
    cutOff: new Date('2026-03-31T21:00:00Z'),
    status: 'OPEN',
  })
  expect(await counted(town)).toEqual([
    [1, 1],
    [2, 1],
  ])
  expect(statement?.lineCount).toBe(1)
  // A window that has ended is closed where it ended, `early` or not; one that is not there yet is not.
  await daysOn(town, 20)
  await closeWindow(treasurer, { windowNo: 2, early: true, ...keyed() })
  expect((await windowsOf(town))[1]?.cutOff).toEqual(second?.cutOff)
  await expect(closeWindow(treasurer, { windowNo: 4, early: true, ...keyed() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await whole(town)
})

test('closing a window closes those before it, each announced once', async () => {
  const town = await openedAt('2026-01-20T09:00:00Z')
  await daysOn(town, 100)
  const closing = { windowNo: 3, ...keyed() }
  expect((await closeWindow(town.adminContext, closing)).window).toMatchObject({ status: 'CLOSED' })
  expect(await closeWindow(town.adminContext, closing)).toMatchObject({ replayed: true })
  await closeWindow(town.adminContext, { windowNo: 2, ...keyed() })
  const announced = await town.store.prisma.outbox.findMany({
    where: { coalitionId: town.id, kind: 'window.closed' },
    orderBy: { createdAt: 'asc' },
  })
  expect(announced.map(({ payload }) => payload)).toEqual(
    ['2026-01-31', '2026-02-28', '2026-03-31'].map((day, at) => ({
      windowNo: at + 1,
      cutOff: `${day}T21:00:00.000Z`,
    })),
  )
})

test('sales race the end of a window and those who close it: each is in the window of its instant', async () => {
  const cutOff = new Date('2026-03-31T21:00:00Z')
  const town = await openedAt('2026-03-31T20:00:00Z')
  await sell(town)
  // The end comes while they sell.
  const now = await coalitionNow(town.store, town.id)
  await advanceClock(town.adminContext, { seconds: Math.floor((cutOff.getTime() - now.getTime()) / 1_000) })
  const treasurers = [aTreasurer(town), aTreasurer(town)]
  let isOver = false
  const till = async () => {
    while (!isOver) await sell(town)
  }
  const office = async () => {
    for (const treasurer of treasurers)
      for (;;) {
        const closed = await closeWindow(treasurer, { windowNo: 1, ...keyed() }).catch((error) => {
          if (error.code !== 'WINDOW_STEP_NOT_READY') throw error
        })
        if (closed) break
      }
    // Some more, and one window that is ended by hand among them.
    for (let n = 0; n < 5; n += 1) await sell(town)
    await closeWindow(town.adminContext, { windowNo: 2, early: true, ...keyed() })
    for (let n = 0; n < 5; n += 1) await sell(town)
    isOver = true
  }
  await Promise.all([office(), ...Array.from({ length: 8 }, till)])
  const windows = await windowsOf(town)
  expect(windows.map(({ status }) => status)).toEqual(['CLOSED', 'CLOSED', 'OPEN'])
  expect(windows[0]?.cutOff).toEqual(cutOff)
  expect((await counted(town)).map(([windowNo]) => windowNo)).toEqual([1, 2, 3])
  await whole(town)
})

test('a schedule that members agree on is for windows that open after it is in force', async () => {
  const town = await openedAt('2026-01-20T09:00:00Z')
  await sell(town)
  const { terms } = await proposeTerms(town.adminContext, {
    terms: { ...BURN_FUNDED_TERMS, windowKind: 'WEEKLY', windowWeekday: 1 },
    startsAt: new Date('2026-02-25T09:00:00Z'),
    ...keyed(),
  })
  await daysOn(town, 25)
  await acceptTerms(town.member('wash').context, {
    ...{ termsId: terms.id, contractHash: terms.contractHash, acceptedBy: 'The director' },
  })
  await daysOn(town, 30)
  // The month that had begun keeps its end; weeks follow.
  expect(await ends(town)).toEqual([
    ...['2026-01-31T21:00:00.000Z', '2026-02-28T21:00:00.000Z'],
    ...['2026-03-01', '2026-03-08', '2026-03-15', '2026-03-22'].map((day) => `${day}T21:00:00.000Z`),
  ])
})
