import { openStore, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPurchase } from '../record-purchase.ts'
import { aCoalition, aSale, aTreasurer, type BuiltCoalition, keyed } from '../testing/index.ts'
import { closeWindow } from './close-window.ts'
import { makeStatements } from './make-statements.ts'

const SALES = 10_000
const CUSTOMERS = 40
const CALLERS = 100
const WINDOWS = 5

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  let plan = aCoalition().withMember('wash').withMember('parts')
  for (let n = 0; n < CUSTOMERS; n += 1) plan = plan.withCustomer(`c${n}`)
  town = await plan.open(database.store)
})
afterAll(() => database.drop())

test('ten thousand sales through two processes race five closings: each is in exactly one window', async () => {
  const other = await openStore({ databaseUrl: database.databaseUrl })
  try {
    const treasurer = aTreasurer(town)
    let sold = 0
    const sell = async () => {
      for (let n = sold++; n < SALES; n = sold++) {
        const { context } = town.member(n % 2 === 0 ? 'wash' : 'parts')
        const store = n % 3 === 0 ? other : database.store
        await recordPurchase({ ...context, store }, aSale(town.customer(`c${n % CUSTOMERS}`)))
      }
    }
    const close = async () => {
      for (let windowNo = 1; windowNo <= WINDOWS; windowNo += 1) {
        await expect.poll(() => sold, { interval: 5 }).toBeGreaterThan((windowNo * SALES) / (WINDOWS + 1))
        // Two treasurers close it at once: it is closed once.
        const [one, two] = await Promise.all([
          closeWindow(treasurer, { windowNo, early: true, ...keyed() }),
          closeWindow(town.adminContext, { windowNo, early: true, ...keyed() }),
        ])
        expect(one.window).toEqual(two.window)
      }
    }
    await Promise.all([close(), ...Array.from({ length: CALLERS }, sell)])

    for (let windowNo = 1; windowNo <= WINDOWS; windowNo += 1)
      await makeStatements(treasurer, { windowNo, ...keyed() })
    const { rows } = await database.store.pool.query<{ window_no: number; sales: number; late: number }>(
      `select b.window_no, count(*)::int as sales,
        count(*) filter (where p.batch_no > w.last_batch_no or p.batch_no <= coalesce(v.last_batch_no, 0))::int as late
      from purchase p
      join batch b on b.coalition_id = p.coalition_id and b.batch_no = p.batch_no
      join settlement_window w on w.coalition_id = p.coalition_id and w.window_no = b.window_no
      left join settlement_window v on v.coalition_id = p.coalition_id and v.window_no = b.window_no - 1
      where p.coalition_id = $1 group by b.window_no order by b.window_no`,
      [town.id],
    )
    expect(rows.map((row) => row.window_no)).toEqual([1, 2, 3, 4, 5, 6])
    expect(rows.reduce((sum, row) => sum + row.sales, 0)).toBe(SALES)
    // Each sale is one fee on one member's account: what is stated and what is still open are all of them.
    const stated = await database.store.prisma.statement.findMany({ where: { coalitionId: town.id } })
    const open = rows.at(-1)?.sales ?? 0
    expect(stated.reduce((sum, { lineCount }) => sum + lineCount, 0) + open).toBe(SALES)
    for (const row of rows.slice(0, WINDOWS)) expect(row.late).toBe(0)
    expect(await verify({ databaseUrl: database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
  } finally {
    await other.close()
  }
}, 240_000)
