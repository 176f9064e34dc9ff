import { addDays, type LocalDate, localDateOf } from '@artel/rules'
import { coalitionNow, foldFigures, forgetFigures } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BuiltCoalition } from '../testing/a-coalition.ts'
import { aFigureHistory, diceOf } from '../testing/figure-history.ts'
import { keptFigures, naiveFigures, naiveVisits } from '../testing/naive-figures.ts'
import { readFigures } from './read-figures.ts'
import { readFirstVisits } from './read-first-visits.ts'
import { readRetention } from './read-retention.ts'

/** Printed by every run; give it back to play the same again. */
const SEED = Number(process.env.ARTEL_FIGURES_SEED ?? Date.now() % 2 ** 31)
const STEPS = Number(process.env.ARTEL_FIGURES_STEPS ?? 140)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function foldAll({ id, store }: BuiltCoalition, steps = 50): Promise<void> {
  while ((await foldFigures(store, id, { steps })).more);
}

describe.each([
  ['Europe/Moscow', '2025-10-12T09:00:00Z'],
  // Clocks go back on 26 October: that day has 25 hours.
  ['Europe/Berlin', '2025-10-12T09:00:00Z'],
])(`a history of ${STEPS} steps in %s, seed ${SEED}`, (timeZone, beginsAt) => {
  let town: BuiltCoalition
  beforeAll(async () => {
    const dice = diceOf(SEED)
    const history = await aFigureHistory(database.store, { timeZone, beginsAt: new Date(beginsAt), dice })
    town = history.town
    for (let step = 0; step < STEPS; step += 1) await history.step()
  }, 120_000)

  test('figures folded batch by batch are those that the books make, and so are those made anew', async () => {
    await foldAll(town)
    const naive = await naiveFigures(database.store, town.id)
    expect(await keptFigures(database.store, town.id)).toEqual(naive)
    expect(naive.size).toBeGreaterThan(20)
    expect(await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).toMatchObject({
      findings: [],
    })
    await forgetFigures(database.store, town.id)
    expect(await keptFigures(database.store, town.id)).toEqual(new Map())
    await foldAll(town, 7)
    expect(await keptFigures(database.store, town.id)).toEqual(naive)
    expect(await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).toMatchObject({
      findings: [],
    })
  })

  test('figures that several throw away and count at once come to the same', async () => {
    const naive = await naiveFigures(database.store, town.id)
    for (let round = 0; round < 4; round += 1) {
      const forget = () => forgetFigures(database.store, town.id)
      await Promise.all([forget(), forget(), foldAll(town, 20), forget(), foldAll(town, 20)])
      await foldAll(town)
      expect(await keptFigures(database.store, town.id)).toEqual(naive)
    }
    expect(await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).toMatchObject({
      findings: [],
    })
  })

  test('figures of which some are thrown away and some are not count as none, and the next fold throws away the rest', async () => {
    await foldAll(town)
    const naive = await naiveFigures(database.store, town.id)
    // As a process leaves it that died at its first page.
    await database.store.pool.query(
      `update figure_cursor set batch_no = 0, is_emptying = true where coalition_id = $1`,
      [town.id],
    )
    expect(await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).toMatchObject({
      findings: [],
    })
    await foldAll(town)
    expect(await keptFigures(database.store, town.id)).toEqual(naive)
  })

  test('customers of any period are counted once each, merged ones as one', async () => {
    await foldAll(town)
    const visits = await naiveVisits(database.store, town.id)
    const days = [...new Set(visits.map(({ day }) => day))].sort()
    const within = (index: number) => days[Math.min(Math.max(index, 0), days.length - 1)]
    const wash = town.member('wash').id
    const today = localDateOf(await coalitionNow(database.store, town.id), timeZone)
    for (const memberId of [null, wash])
      for (const [first, last] of [
        [0, days.length - 1],
        [3, 9],
        [days.length - 6, days.length - 1],
      ] as const) {
        // A short history has fewer days than these.
        const [from = '', to = ''] = [within(first), within(last)]
        const here = visits.filter((visit) => memberId === null || visit.memberId === memberId)
        for (const by of ['DAY', 'WEEK', 'MONTH'] as const) {
          const figures = await readFigures(town.adminContext, {
            ...{ coalitionId: town.id, memberId, from, to, by, absentDays: 5 },
          })
          for (const part of [figures.total, figures.before, ...figures.parts])
            expect([part.from, part.to, part.active, part.fresh]).toEqual([
              ...[part.from, part.to],
              ...countsOf(here, part),
            ])
          expect(figures.total.lost).toBe(lostOf(here, { from, to }, 5))
          const ahead = addDays(to as LocalDate, 20)
          const [last = to] = [ahead, today].sort()
          const { total } = await readFigures(town.adminContext, {
            ...{ coalitionId: town.id, memberId, from, to: ahead, by: 'MONTH', absentDays: 5 },
          })
          expect(total.lost).toBe(lostOf(here, { from, to: last }, 5))
        }
      }
  })

  test('who was brought by whom, and who stayed, is what the visits say', async () => {
    await foldAll(town)
    const visits = await naiveVisits(database.store, town.id)
    const days = visits.map(({ day }) => day).sort()
    const { id: coalitionId, adminContext } = town
    const period = { from: days[0] ?? '', to: days.at(-1) ?? '' }
    const brought = await readFirstVisits(adminContext, { coalitionId, ...period })
    const read = new Map(brought.map(({ fromId, toId, customers }) => [`${fromId} ${toId}`, customers]))
    expect(read).toEqual(broughtOf(visits))
    const cohorts = await readRetention(adminContext, { coalitionId, of: 'CUSTOMERS', months: 60 })
    for (const { began, size, active } of cohorts) {
      const cohort = customersIn(visits).filter((id) => firstDayOf(visits, id).startsWith(began))
      expect(size).toBe(BigInt(cohort.length))
      expect(active[1] ?? 0n).toBe(
        BigInt(
          cohort.filter((id) =>
            visits.some(({ customerId, day }) => customerId === id && day.startsWith(nextMonth(began))),
          ).length,
        ),
      )
    }
    expect(cohorts.length).toBeGreaterThan(0)
  })
})

type Visit = Awaited<ReturnType<typeof naiveVisits>>[number]

const customersIn = (visits: readonly Visit[]) => [...new Set(visits.map(({ customerId }) => customerId))]
const firstDayOf = (visits: readonly Visit[], id: string): string =>
  visits
    .filter(({ customerId }) => customerId === id)
    .map(({ day }) => day)
    .sort()[0] ?? ''
const nextMonth = (month: string) => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

function countsOf(visits: readonly Visit[], { from, to }: { from: string; to: string }): [bigint, bigint] {
  const active = customersIn(visits.filter(({ day }) => day >= from && day <= to))
  return [BigInt(active.length), BigInt(active.filter((id) => firstDayOf(visits, id) >= from).length)]
}

/** Every absence that grew to so many days within the period. */
function lostOf(
  visits: readonly Visit[],
  { from, to }: { from: string; to: string },
  absentDays: number,
): bigint {
  const later = (day: string) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + absentDays * 86_400_000).toISOString().slice(0, 10)
  const days = new Set(visits.map(({ customerId, day }) => `${customerId} ${day}`))
  const absences = [...days].filter((visit) => {
    const [id = '', day = ''] = visit.split(' ')
    const end = later(day)
    if (end < from || end > to) return false
    return !visits.some((other) => other.customerId === id && other.day > day && other.day <= end)
  })
  return BigInt(absences.length)
}

function broughtOf(visits: readonly Visit[]): Map<string, bigint> {
  const brought = new Map<string, bigint>()
  for (const id of customersIn(visits)) {
    const own = visits
      .filter(({ customerId }) => customerId === id)
      .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.memberId < b.memberId ? -1 : 1))
    const home = own[0]?.memberId
    for (const memberId of new Set(own.map((visit) => visit.memberId)))
      if (memberId !== home)
        brought.set(`${home} ${memberId}`, (brought.get(`${home} ${memberId}`) ?? 0n) + 1n)
  }
  return brought
}
