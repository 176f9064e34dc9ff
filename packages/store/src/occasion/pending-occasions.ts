import type pg from 'pg'

/** An occasion as rules are asked about it. */
export interface PendingOccasion {
  readonly id: string
  readonly customerId: string
  /** ENROL, BIRTHDAY, VISIT or EVENT. */
  readonly kind: string
  readonly event: string | null
  /** Null for a birthday. */
  readonly memberId: string | null
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
        o.day::text as day, o.happened_at as "happenedAt", o.recorded_at as "recordedAt"
      from occasion o where o.coalition_id = $1 and o.done_at is null order by o.occasion_id limit $2`,
    values: [coalitionId, limit],
  })
  return rows
}
