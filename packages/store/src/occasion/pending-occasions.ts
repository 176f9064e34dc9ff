import type pg from 'pg'

/** An occasion as rules are asked about it. */
export interface PendingOccasion {
  readonly id: string
  readonly customerId: string
  /** ENROL, BIRTHDAY, VISIT, EVENT, REFERRER or REFERRED. */
  readonly kind: string
  readonly event: string | null
  /** Null for a birthday. */
  readonly memberId: string | null
  /** Of REFERRER and REFERRED: the rule that waited for it; null for others. */
  readonly ruleId: string | null
  /** Of those: refunds leave too little of the friend's purchase. */
  readonly isUndone: boolean
  /** ISO date, local. */
  readonly day: string
  readonly happenedAt: Date
  readonly recordedAt: Date
}

/** Up to `limit` occasions that no rule has been asked about yet, the oldest first. */
export async function pendingOccasions(
  store: { readonly pool: pg.Pool },
  { coalitionId, limit }: { readonly coalitionId: string; readonly limit: number },
): Promise<readonly PendingOccasion[]> {
  const { rows } = await store.pool.query<PendingOccasion>({
    name: 'artel_pending_occasions',
    text: `select o.occasion_id as id, o.customer_id as "customerId", o.kind, o.event, o.member_id as "memberId",
        o.rule_id as "ruleId", o.undone_at is not null as "isUndone",
        o.day::text as day, o.happened_at as "happenedAt", o.recorded_at as "recordedAt"
      from occasion o where o.coalition_id = $1 and o.done_at is null order by o.occasion_id limit $2`,
    values: [coalitionId, limit],
  })
  return rows
}
