import type { LocalDate } from '../calendar/local-date.ts'

export const VOUCHER_STATES = ['ISSUED', 'USED', 'REVOKED', 'EXPIRED'] as const
export type VoucherState = (typeof VOUCHER_STATES)[number]

/** Where a voucher stands on a local day, by what happened to it: a purchase, a refund, the calendar. */
export function voucherState(
  voucher: {
    /** Null: no purchase has it now. */
    readonly usedById: string | null
    /** Null: the sale that gave it stands. */
    readonly revokedById: string | null
    /** Included. */
    readonly lastDay: LocalDate
  },
  today: LocalDate,
): VoucherState {
  if (voucher.usedById !== null) return 'USED'
  if (voucher.revokedById !== null) return 'REVOKED'
  return today > voucher.lastDay ? 'EXPIRED' : 'ISSUED'
}
