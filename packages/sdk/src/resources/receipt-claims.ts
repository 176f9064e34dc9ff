import type { Executor } from '../executor.ts'
import {
  FiscalDriveAcceptDocument,
  type FiscalDriveAcceptInput,
  FiscalDriveAddDocument,
  type FiscalDriveAddInput,
  FiscalDriveCloseDocument,
  type FiscalDriveCloseInput,
  FiscalDriveListDocument,
  ReceiptClaimByIdDocument,
  ReceiptClaimConfirmDocument,
  type ReceiptClaimConfirmInput,
  ReceiptClaimDeclineDocument,
  type ReceiptClaimDeclineInput,
  ReceiptClaimListDocument,
  ReceiptClaimMakeDocument,
  type ReceiptClaimMakeInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Fiscal receipts that no till recorded: customers claim them, and the member whose till printed one says yes or no. */
export function receiptClaimsOf({ query, result }: Executor) {
  return {
    /**
     * Claims a receipt for a customer at your counter by the text of its QR code; nothing is earned until you confirm it.
     * RECEIPT_NOT_CLAIMABLE with `bar` for one that is no sale, too old, not of your tills, claimed or recorded. Scope `purchases:write`; a
     * customer's page claims with its token.
     *
     * @example
     * ```ts
     * const { receiptClaim } = await artel.receiptClaims
     *   .make({ receipt: 't=20260105T1432&s=1234.00&fn=9999078900004792&i=12345&fp=1234567890&n=1', customer: { phone: '+79120000000' } })
     *   .unwrap()
     * console.log(receiptClaim.state, receiptClaim.total.amountMinor)
     * ```
     */
    make: (input: Keyed<ReceiptClaimMakeInput>, options?: CallOptions) =>
      result(
        'mutation',
        ReceiptClaimMakeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.receiptClaimMake,
      ),
    /**
     * Says yes to a claim of a receipt of your tills: its sum becomes a purchase of the customer, once, as of the moment of the receipt.
     * FISCAL_RECEIPT_USED when your till was faster. Scope `purchases:write`.
     *
     * @example
     * ```ts
     * const { purchase } = await artel.receiptClaims.confirm({ id: 'rcl_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * console.log(purchase.pointsEarned)
     * ```
     */
    confirm: (input: Keyed<ReceiptClaimConfirmInput>, options?: CallOptions) =>
      result(
        'mutation',
        ReceiptClaimConfirmDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.receiptClaimConfirm,
      ),
    /**
     * Says no to a claim, with a reason that the customer reads. Scope `purchases:write`.
     *
     * @example
     * ```ts
     * await artel.receiptClaims.decline({ id: 'rcl_3vQB7B6MrGQZaxCuFg4oh', reason: 'Paid by another' }).unwrap()
     * ```
     */
    decline: (input: ReceiptClaimDeclineInput, options?: CallOptions) =>
      result('mutation', ReceiptClaimDeclineDocument, { input }, options, (data) => data.receiptClaimDecline),
    /**
     * A claim by its id, or null when there is none that the key may see. Scope `purchases:write` or `reports:read`.
     *
     * @example
     * ```ts
     * const claim = await artel.receiptClaims.get('rcl_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(claim?.state)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(ReceiptClaimByIdDocument, { id }, options)).receiptClaim,
    /**
     * Claims of receipts of your tills, newest first, with `pending` those alone that wait for you; an administrator gets all. The list is
     * fetched while it is read. Scope `purchases:write` or `reports:read`.
     *
     * @example
     * ```ts
     * for await (const { id, total } of artel.receiptClaims.list({ pending: true })) console.log(id, total.amountMinor)
     * ```
     */
    list: ({ pending, ...options }: ListOptions & CallOptions & { readonly pending?: boolean } = {}) =>
      list(
        options,
        async (window) =>
          (await query(ReceiptClaimListDocument, { ...window, pending: pending ?? null }, options))
            .receiptClaims,
      ),
  }
}

/** Fiscal drives in your tills: what they print is yours to confirm. */
export function fiscalDrivesOf({ query, result }: Executor) {
  return {
    /**
     * Registers a drive, at most 30 days back; ALREADY_EXISTS when its number is in use in the coalition, INVALID_INPUT when another
     * member records sales with it. Scope `member:write`.
     *
     * @example
     * ```ts
     * await artel.fiscalDrives.add({ fn: '9999078900004792', since: '2026-01-01T00:00:00Z' }).unwrap()
     * ```
     */
    add: (input: FiscalDriveAddInput, options?: CallOptions) =>
      result('mutation', FiscalDriveAddDocument, { input }, options, (data) => data.fiscalDriveAdd),
    /**
     * Accepts a drive as that of the member that registered it: from then on no other member records sales with it. An administrator's,
     * with `members:write`.
     *
     * @example
     * ```ts
     * await artel.fiscalDrives.accept({ id: 'fdr_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    accept: (input: FiscalDriveAcceptInput, options?: CallOptions) =>
      result('mutation', FiscalDriveAcceptDocument, { input }, options, (data) => data.fiscalDriveAccept),
    /**
     * Closes a drive that was replaced; claims of what it printed from then on are over. Scope `member:write`; an administrator closes any
     * and brings the end of a closed one forward, with `members:write`.
     *
     * @example
     * ```ts
     * await artel.fiscalDrives.close({ id: 'fdr_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    close: (input: FiscalDriveCloseInput, options?: CallOptions) =>
      result('mutation', FiscalDriveCloseDocument, { input }, options, (data) => data.fiscalDriveClose),
    /**
     * Your drives, newest first; an administrator gets all. Scope `member:write`.
     *
     * @example
     * ```ts
     * for await (const { fn, until } of artel.fiscalDrives.list()) console.log(fn, until)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(
        options,
        async (window) => (await query(FiscalDriveListDocument, { ...window }, options)).fiscalDrives,
      ),
  }
}
