import { basisPoints } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import { WHOLE_BPS } from '../purchase/points-part.ts'
import type { RuleVersion, VoucherEffect } from '../rule/rule.ts'

/** A voucher that a customer has. */
export interface HeldVoucher {
  readonly id: string
  /** The member at whose sale it was given. */
  readonly memberId: string
}

/** What a version says of the voucher that it gives. A voucher that names a version without one is damage. */
export function voucherOf({ id, give }: RuleVersion): VoucherEffect {
  const found = give.find((effect) => effect.kind === 'VOUCHER')
  if (!found) throw new Error(`Version ${id} of a rule gives no voucher`)
  return found
}

/** Vouchers are laid on a bill beside everything else. */
const GROUP = 'voucher'
const ALWAYS = { fromDay: '2000-01-01' as LocalDate, toDay: null, weekly: [] }

/**
 * What a used voucher takes off, as a rule of its own that holds for the one bill it is named with. It is paid by those who
 * pay for the version that gave it, else by the member at whose sale it was given.
 */
export function voucherRule(version: RuleVersion, { id, memberId }: HeldVoucher): RuleVersion {
  const { off, minTotalMinor, anyLine, maxMinor } = voucherOf(version)
  return {
    id,
    ruleId: version.ruleId,
    version: version.version,
    voucherOf: { versionId: version.id },
    name: version.name,
    if: {
      ...(minTotalMinor === undefined ? {} : { minTotalMinor }),
      ...(anyLine ? { anyLine } : {}),
    },
    schedule: ALWAYS,
    give: [off],
    limits: { perPurchasePoints: null, perCustomer: null, budget: null },
    combine: { group: GROUP, mode: 'ADD', priority: version.combine.priority },
    pays: version.pays ?? [{ payerId: memberId, shareBps: basisPoints(WHOLE_BPS) }],
    ...(maxMinor === undefined ? {} : { maxMinor }),
  }
}
