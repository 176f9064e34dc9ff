import type pg from 'pg'

/** A gift that is to be taken back, for its friend's purchase was undone. */
export interface UndoneGift {
  readonly occasionId: string
  readonly giftId: string
  readonly ruleId: string
  /** Who has the points now: the gift's customer, or who it was merged into. */
  readonly customerId: string
  readonly points: bigint
  /** JSON: counters that the gift moved. */
  readonly counters: string
  /** JSON: payer, lot and points each. */
  readonly payers: string
}

/** The gifts of up to `limit` undone occasions of which nothing was taken back yet. */
export async function undoneGifts(
  store: { readonly pool: pg.Pool },
  { coalitionId, limit }: { readonly coalitionId: string; readonly limit: number },
): Promise<{ readonly occasionIds: readonly string[]; readonly gifts: readonly UndoneGift[] }> {
  const { rows } = await store.pool.query<{ occasionId: string; gift: GiftJson | null }>({
    name: 'artel_undone_gifts',
    text: `select o.occasion_id as "occasionId", case when g.gift_id is not null then json_build_object('giftId', g.gift_id,
        'ruleId', v.rule_id, 'customerId', coalesce(c.merged_into_id, c.customer_id), 'points', g.points::text,
        'counters', g.counters, 'payers', g.payers) end as gift
      from (select o.occasion_id from occasion o
        where o.coalition_id = $1 and o.undone_at is not null and o.taken_back_at is null and o.done_at is not null
        order by o.occasion_id limit $2) o
      left join rule_gift g on g.coalition_id = $1 and g.occasion_id = o.occasion_id
      left join rule_version v on v.coalition_id = $1 and v.rule_version_id = g.rule_version_id
      left join customer c on c.coalition_id = $1 and c.customer_id = g.customer_id`,
    values: [coalitionId, limit],
  })
  return {
    occasionIds: [...new Set(rows.map(({ occasionId }) => occasionId))],
    gifts: rows.flatMap(({ occasionId, gift }) =>
      gift === null ? [] : [{ ...gift, occasionId, points: BigInt(gift.points) }],
    ),
  }
}

type GiftJson = Omit<UndoneGift, 'occasionId' | 'points'> & { readonly points: string }

/** Writes down that all that could be taken back for an occasion was. */
export async function finishUndone(
  store: { readonly pool: pg.Pool },
  { coalitionId, occasionId }: { readonly coalitionId: string; readonly occasionId: string },
): Promise<void> {
  await store.pool.query({
    name: 'artel_finish_undone',
    text: `update occasion o set taken_back_at = coalition_clock(c.clock_offset_seconds)
      from coalition c
      where c.coalition_id = $1 and o.coalition_id = $1 and o.occasion_id = $2 and o.taken_back_at is null`,
    values: [coalitionId, occasionId],
  })
}
