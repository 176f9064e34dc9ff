import type { Executor } from '../executor.ts'
import {
  EarnCodeByIdDocument,
  EarnCodeClaimDocument,
  type EarnCodeClaimInput,
  EarnCodeIssueDocument,
  type EarnCodeIssueInput,
  EarnCodeListDocument,
  EarnCodeRevokeDocument,
  type EarnCodeRevokeInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** One-time codes for bills of members without a till: whoever claims one first earns on its bill. */
export function earnCodesOf({ query, result }: Executor) {
  return {
    /**
     * Issues a code for a bill, to print or to show; amounts are in minor units (kopecks for RUB). The same key answers the same code, and
     * nothing else does. RECEIPT_ALREADY_USED and ALREADY_EXISTS when the receipt has a purchase or a code that stands. Scope
     * `purchases:write`.
     *
     * @example
     * ```ts
     * const { printedCode, url } = await artel.earnCodes
     *   .issue({ receiptRef: 'note-17', total: { amountMinor: 150_000n }, validDays: 7, idempotencyKey: 'note-17' })
     *   .unwrap()
     * console.log(printedCode, url)
     * ```
     */
    issue: (input: Keyed<EarnCodeIssueInput>, options?: CallOptions) =>
      result(
        'mutation',
        EarnCodeIssueDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.earnCodeIssue,
      ),
    /**
     * Takes a code back that nobody claimed; EARN_CODE_NOT_USABLE when somebody did. Scope `purchases:write`.
     *
     * @example
     * ```ts
     * const { earnCode } = await artel.earnCodes.revoke({ id: 'erc_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * console.log(earnCode.state)
     * ```
     */
    revoke: (input: EarnCodeRevokeInput, options?: CallOptions) =>
      result('mutation', EarnCodeRevokeDocument, { input }, options, (data) => data.earnCodeRevoke),
    /**
     * Claims a code for a customer: its bill becomes a purchase, once. EARN_CODE_NOT_USABLE with `bar` when it was claimed, is over or
     * was revoked, NOT_FOUND when there is none of yours. Scope `purchases:write`; a customer's page claims with its token.
     *
     * @example
     * ```ts
     * const { purchase, balanceAfter } = await artel.earnCodes
     *   .claim({ code: '7K3M9-QXA2B-4C5DW', customer: { phone: '+79120000000' } })
     *   .unwrap()
     * console.log(purchase.pointsEarned, balanceAfter)
     * ```
     */
    claim: (input: Keyed<EarnCodeClaimInput>, options?: CallOptions) =>
      result(
        'mutation',
        EarnCodeClaimDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.earnCodeClaim,
      ),
    /**
     * A code by its id, or null when there is none that the key may see. Scope `purchases:write` or `reports:read`.
     *
     * @example
     * ```ts
     * const earnCode = await artel.earnCodes.get('erc_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(earnCode?.state)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(EarnCodeByIdDocument, { id }, options)).earnCode,
    /**
     * Codes that you issued, newest first; an administrator gets all. The list is fetched while it is read. Scope `purchases:write` or
     * `reports:read`.
     *
     * @example
     * ```ts
     * for await (const { receiptRef, state } of artel.earnCodes.list()) console.log(receiptRef, state)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => (await query(EarnCodeListDocument, { ...window }, options)).earnCodes),
  }
}
