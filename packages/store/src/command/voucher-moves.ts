/** A voucher as commands that name it see it. Days are local days, ISO dates, included. */
export interface VoucherStanding {
  readonly id: string
  readonly versionId: string
  /** The member at whose sale it was given. */
  readonly memberId: string
  /** Who may use it. */
  readonly holderId: string
  readonly lastDay: string
  /** The purchase that has used it. */
  readonly usedById: string | null
  readonly returnedById: string | null
  readonly revokedById: string | null
}

/** A voucher that a purchase brings its customer. */
export interface IssuedVoucher {
  readonly id: string
  readonly code: string
  readonly versionId: string
  readonly memberId: string
  readonly purchaseId: string
  readonly lastDay: string
}

/** What a group does to a voucher, and what of its standing that was decided on: another one makes the command stale. */
export type VoucherMove =
  | { readonly act: 'ISSUE'; readonly voucher: IssuedVoucher }
  | {
      readonly act: 'USE'
      readonly id: string
      readonly purchaseId: string
      /** As it was when this was decided. */
      readonly lastDay: string
    }
  | {
      readonly act: 'RETURN'
      readonly id: string
      readonly usedById: string
      /** As it was when this was decided. */
      readonly revokedById: string | null
      readonly refundId: string
      /** From now on. */
      readonly lastDay: string
    }
  | {
      readonly act: 'REVOKE'
      readonly id: string
      /** As it was when this was decided. */
      readonly usedById: string | null
      readonly refundId: string
    }
  /** All vouchers of the step's customer become another's. */
  | { readonly act: 'MERGE'; readonly holderId: string }
