import { type Minor, NotFoundError, type PurchaseLine, VoucherNotUsableError } from '@artel/ledger'
import {
  linesOf,
  localDateOf,
  type RuleVersion,
  unmetByBill,
  voucherOf,
  voucherState,
  writtenVoucherCode,
} from '@artel/rules'
import type { DecisionContext, VoucherStanding } from '@artel/store'
import type { NamedVoucher, NamedVouchers } from './named-vouchers.ts'

/** A bill on which vouchers are laid. */
export interface VoucheredBill {
  readonly customerId: string
  readonly memberId: string
  readonly totalMinor: Minor
  readonly lines: readonly PurchaseLine[]
  readonly occurredAt: Date
  readonly timeZone: string
}

/**
 * What vouchers take off a bill, as rules. Throws NotFoundError for one that is not its customer's, as if it did not exist, and
 * VoucherNotUsableError for one that is used, over, or not for this bill.
 */
export function vouchersOnBill(
  { named }: NamedVouchers,
  at: Pick<DecisionContext, 'vouchers'>,
  bill: VoucheredBill,
): readonly RuleVersion[] {
  for (const [place, voucher] of named.entries()) {
    const standing = at.vouchers?.get(voucher.id)
    if (standing?.holderId !== bill.customerId)
      throw new NotFoundError({ what: 'voucher' }, { path: ['vouchers', String(place)] })
    const bar = barOf(voucher, standing, bill)
    if (bar) throw new VoucherNotUsableError({ voucher: writtenVoucherCode(voucher.code), bar })
  }
  return named.map(({ rule }) => rule)
}

function barOf({ version, rule }: NamedVoucher, standing: VoucherStanding, bill: VoucheredBill) {
  const state = voucherState(
    { ...standing, lastDay: standing.lastDay as ReturnType<typeof localDateOf> },
    localDateOf(bill.occurredAt, bill.timeZone),
  )
  if (state !== 'ISSUED') return state
  if (!voucherOf(version).at.includes(bill.memberId)) return 'OTHER_MEMBER'
  const unmet = unmetByBill(rule, {
    totalMinor: bill.totalMinor,
    lines: linesOf({ total: bill.totalMinor, lines: bill.lines }),
  })
  return unmet === 'BELOW_MINIMUM' || unmet === 'NO_LINE' ? unmet : undefined
}
