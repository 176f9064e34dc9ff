import {
  addDays,
  type LocalDate,
  type VoucherEffect,
  type VoucherState,
  voucherOf,
  voucherState,
} from '@artel/rules'
import type { Store } from '@artel/store'
import type { Voucher } from '@artel/store/prisma'
import { todayOf } from '../rule/read-rules.ts'
import { loadRuleVersions } from '../terms/running-rules.ts'

/** A voucher of a customer, with what it says and where it stands today. */
export interface CustomerVoucher {
  readonly row: Voucher
  readonly effect: VoucherEffect
  readonly state: VoucherState
  /** Included. */
  readonly lastDay: LocalDate
}

/** So many local days after its last one a voucher is still shown. */
const DAYS_SHOWN_AFTER = 30

/**
 * The vouchers of customers by customer, newest first: those that may be used, and those whose last day was not long ago. Three
 * queries for any number of them.
 */
export async function readVouchers(
  store: Store,
  coalitionId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CustomerVoucher[]>> {
  const today = await todayOf(store, coalitionId)
  const from = new Date(`${addDays(today, -DAYS_SHOWN_AFTER)}T00:00:00Z`)
  const rows = await store.prisma.voucher.findMany({
    where: { coalitionId, holderId: { in: [...customerIds] }, lastDay: { gte: from } },
    orderBy: { id: 'desc' },
  })
  const versions = await loadRuleVersions(store, coalitionId, [
    ...new Set(rows.map(({ versionId }) => versionId)),
  ])
  const found = new Map<string, CustomerVoucher[]>(customerIds.map((id) => [id, []]))
  for (const row of rows) {
    const version = versions.get(row.versionId)
    if (!version)
      throw new Error(`A voucher names version ${row.versionId} of a rule that its coalition does not have`)
    const lastDay = row.lastDay.toISOString().slice(0, 10) as LocalDate
    const state = voucherState({ ...row, lastDay }, today)
    found.get(row.holderId)?.push({ row, effect: voucherOf(version), state, lastDay })
  }
  return found
}
