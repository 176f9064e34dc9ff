import type { Command } from '../command/command.ts'
import type { VoucherStanding } from '../command/voucher-moves.ts'
import { uuidArray } from '../wire/binary-array.ts'

type Querier = { query<Row>(query: object): Promise<{ rows: Row[] }> }

export const NO_VOUCHERS: ReadonlyMap<string, VoucherStanding> = new Map()

/** How the vouchers stand that commands name. Asks only where one does, since most sales name none. */
export async function loadVouchers(
  querier: Querier,
  coalitionId: string,
  commands: readonly Pick<Command, 'vouchers'>[],
): Promise<ReadonlyMap<string, VoucherStanding>> {
  if (!commands.some(({ vouchers }) => vouchers !== undefined)) return NO_VOUCHERS
  const ids = [...new Set(commands.flatMap(({ vouchers = [] }) => vouchers))]
  const { rows } = await querier.query<VoucherStanding>({
    name: 'artel_load_vouchers',
    text: `select v.voucher_id as id, v.rule_version_id as "versionId", v.member_id as "memberId", v.holder_id as "holderId",
        v.last_day::text as "lastDay", v.used_by_id as "usedById", v.returned_by_id as "returnedById",
        v.revoked_by_id as "revokedById"
      from unnest($2::uuid[]) x(id)
      cross join lateral (select * from voucher v where v.coalition_id = $1 and v.voucher_id = x.id limit 1) v`,
    values: [coalitionId, uuidArray(ids, (id) => id)],
  })
  return new Map(rows.map((row) => [row.id, row]))
}
