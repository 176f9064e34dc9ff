import type { Store } from '../store.ts'

/** What came of a link so far. */
export interface LinkFigures {
  readonly id: string
  readonly humanClicks: bigint
  readonly botClicks: bigint
  readonly bindings: bigint
  /** Purchases that were attributed to it, and their bills before discounts less what was refunded of them, minor units. */
  readonly purchases: bigint
  readonly turnoverMinor: bigint
}

/** Figures of links of a coalition, one read for all of them; of unknown ids nothing. */
export async function linkFigures(
  store: Pick<Store, 'pool'>,
  { coalitionId, ids }: { readonly coalitionId: string; readonly ids: readonly string[] },
): Promise<LinkFigures[]> {
  const { rows } = await store.pool.query<Record<Exclude<keyof LinkFigures, 'id'>, string> & { id: string }>({
    name: 'artel_link_figures',
    text: `select l.link_id as id, k.humans as "humanClicks", k.bots as "botClicks", b.n as bindings,
        a.n as purchases, a.turnover as "turnoverMinor"
      from link l
      cross join lateral (select count(*) filter (where kind = 'HUMAN') as humans, count(*) filter (where kind = 'BOT') as bots
        from click where coalition_id = $1 and link_id = l.link_id) k
      cross join lateral (select count(*) as n from binding where coalition_id = $1 and link_id = l.link_id) b
      cross join lateral (select count(*) as n, coalesce(sum(p.total_minor - r.amount), 0) as turnover
        from attribution t join purchase p on p.coalition_id = $1 and p.purchase_id = t.purchase_id
        cross join lateral (select coalesce(sum(f.amount_minor), 0) as amount from refund f
          where f.coalition_id = $1 and f.purchase_id = p.purchase_id) r
        where t.coalition_id = $1 and t.link_id = l.link_id) a
      where l.coalition_id = $1 and l.link_id = any($2::uuid[])`,
    values: [coalitionId, ids],
  })
  return rows.map((row) => ({
    id: row.id,
    humanClicks: BigInt(row.humanClicks),
    botClicks: BigInt(row.botClicks),
    bindings: BigInt(row.bindings),
    purchases: BigInt(row.purchases),
    turnoverMinor: BigInt(row.turnoverMinor),
  }))
}
