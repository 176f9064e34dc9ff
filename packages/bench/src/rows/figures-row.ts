import { foldFigures, openStore, type Store } from '@artel/store'
import { asSuperuser } from '@artel/store/testing'
import { localDay } from '@artel/use-cases/testing'
import type { Bench } from '../bench.ts'
import { issueLots } from '../issue-lots.ts'
import { figuresLoad } from '../loads.ts'
import { say } from '../show-progress.ts'
import { openBenchWorld } from '../world.ts'
import { type HttpRowOptions, latencyRow } from './http-rows.ts'
import type { Row } from './row.ts'

const PURCHASES_A_CUSTOMER = 20
const LOT_POINTS = 5n
/** Nearly every pair of days of a year has a customer who came on both: more purchases make no page longer. */
const DAYS = 365
const PAGES_A_SECOND = 20
/** Of each purchase: posting them all would take most of the bench. */
const COPIES = 10
const COPY_PURCHASES = `insert into purchase (coalition_id, purchase_id, member_id, customer_id, terms_id, receipt_ref, total_minor,
    points_part_minor, points_redeemed, points_earned, earned_lot_id, discount_minor, lines, balance_after, occurred_at,
    recorded_at, batch_no, batch_step, row_hash)
  select p.coalition_id, gen_random_uuid(), p.member_id, c.ids[1 + (p.place * 7919 + n * 104729) % cardinality(c.ids)], p.terms_id,
    p.receipt_ref || ' ' || n, p.total_minor, p.points_part_minor, p.points_redeemed, p.points_earned, p.earned_lot_id,
    p.discount_minor, p.lines, p.balance_after, p.occurred_at, p.recorded_at, p.batch_no, p.batch_step, p.row_hash
  from (select *, row_number() over (order by purchase_id) as place from purchase) p
  cross join generate_series(2, ${COPIES}) n
  cross join (select array_agg(customer_id) as ids from customer) c`

/**
 * A page of figures of a month by days, with the month before and the customers lost, beside the purchases of a year. Most
 * of the purchases are copies, laid over the year behind the ledger's back, so this database is not verified; counting them into the figures is
 * shown as it goes, purchases a second.
 */
export async function figuresRow(bench: Bench, name: string, options: HttpRowOptions): Promise<Row> {
  const { plan } = bench
  const databaseUrl = await bench.database.addDatabase('bench_figures')
  const store = await openStore({ databaseUrl })
  const world = await openBenchWorld(store, Math.ceil(plan.entries / PURCHASES_A_CUSTOMER))
  const sales = Math.ceil(plan.entries / COPIES)
  await issueLots(store, world, { sales, lotPoints: LOT_POINTS, title: `${name}, purchases` })
  await asSuperuser(databaseUrl, COPY_PURCHASES)
  await asSuperuser(
    databaseUrl,
    `update purchase set occurred_at = recorded_at - floor(random() * ${DAYS}) * interval '1 day'`,
  )
  await asSuperuser(databaseUrl, 'vacuum analyze')
  await foldAll(store, world.coalitionId, { name, purchases: plan.entries })
  await store.close()
  await bench.database.settle(databaseUrl)
  const server = await bench.startServer({ role: 'api', databaseUrl })
  const load = figuresLoad(name, server, world, { from: localDay(-29), to: localDay(0) })
  return latencyRow(load, () => PAGES_A_SECOND, { ...options, seconds: plan.latencySeconds })
}

async function foldAll(
  store: Store,
  coalitionId: string,
  { name, purchases }: { readonly name: string; readonly purchases: number },
): Promise<void> {
  const startedAt = performance.now()
  while ((await foldFigures(store, coalitionId)).more);
  const perSecond = Math.round(purchases / ((performance.now() - startedAt) / 1_000))
  say(`${name}, purchases counted into figures: ${purchases}, ${perSecond}/s`)
}
