import type pg from 'pg'

/** Vouchers of one version of a rule, given by one member, that customers can still use. */
export interface OutstandingVouchers {
  readonly versionId: string
  /** The member at whose sales they were given, who pays where the version names nobody. */
  readonly memberId: string
  readonly count: bigint
}

/** What of `v`, a voucher, can still be used on the coalition `c`'s local day. */
export const IS_OUTSTANDING = `v.used_by_id is null and v.revoked_by_id is null
  and v.last_day >= (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date
  and exists (select from customer h where h.coalition_id = v.coalition_id and h.customer_id = v.holder_id and h.status = 'ACTIVE')`

/** The vouchers of a coalition that can still be used, counted by version and giver. */
export async function outstandingVouchers(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
): Promise<readonly OutstandingVouchers[]> {
  const { rows } = await store.pool.query<{ versionId: string; memberId: string; count: string }>({
    name: 'artel_outstanding_vouchers',
    text: `select v.rule_version_id as "versionId", v.member_id as "memberId", count(*)::text as count
      from voucher v join coalition c on c.coalition_id = v.coalition_id
      where v.coalition_id = $1 and ${IS_OUTSTANDING}
      group by v.rule_version_id, v.member_id`,
    values: [coalitionId],
  })
  return rows.map((row) => ({ ...row, count: BigInt(row.count) }))
}
