import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  TermsProposeDocument,
  type TermsProposeInput,
  TermsRevalueDocument,
  TermsVersionsDocument,
  TermsWithdrawDocument,
  type TermsWithdrawInput,
} from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import type { CallOptions } from '../transport.ts'

/** The agreement of the coalition over time. A member accepts a version with `members.acceptTerms`. */
export function termsOf({ query, mutate, result }: Executor) {
  return {
    /**
     * All versions of the terms, newest first, with who accepted them and who has not. Members and administrators.
     *
     * @throws `NotFoundError` when the versions are not yours to see.
     *
     * @example
     * ```ts
     * const [newest] = await artel.terms.versions()
     * console.log(newest?.terms.startsAt, newest?.missing.map(({ name }) => name))
     * ```
     */
    versions: async (options?: CallOptions) => {
      const { coalition } = await query(TermsVersionsDocument, {}, options)
      return found(found(coalition, 'coalition').termsVersions, 'terms')
    },
    /**
     * Proposes the next version, whole. Prices are in millionths of a currency unit a point. Administrators only.
     *
     * @example
     * ```ts
     * const { terms } = await artel.terms
     *   .propose({
     *     startsAt: new Date('2026-04-01T00:00:00+03:00'),
     *     terms: {
     *       reservePrice: 900_000n,
     *       issueFee: 100_000n,
     *       redeemFee: 20_000n,
     *       contractTextEn: 'The members agree that ...',
     *       contractTextRu: 'Участники договорились, что ...',
     *     },
     *     idempotencyKey: 'terms-2026-04',
     *   })
     *   .unwrap()
     * console.log(terms.id, terms.contractHash)
     * ```
     */
    propose: (input: Keyed<TermsProposeInput>, options?: CallOptions) =>
      result(
        'mutation',
        TermsProposeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.termsPropose,
      ),
    /**
     * Withdraws a version that does not bind anybody yet. Administrators only.
     *
     * @example
     * ```ts
     * await artel.terms.withdraw({ termsId: 'trm_7yBnM4kQ2wEr9TzXc1VpL' }).unwrap()
     * ```
     */
    withdraw: (input: TermsWithdrawInput, options?: CallOptions) =>
      result('mutation', TermsWithdrawDocument, { input }, options, (data) => data.termsWithdraw),
    /**
     * Records, once, what a changed reserve price does to the outstanding points; null when it has not changed.
     *
     * @example
     * ```ts
     * const revaluation = await artel.terms.revalue()
     * if (revaluation) console.log(revaluation.oldReservePrice, revaluation.newReservePrice, revaluation.payer)
     * ```
     */
    revalue: async (options?: CallOptions) => {
      const input = withIdempotencyKey({})
      return (await mutate(TermsRevalueDocument, { input }, options)).termsRevalue.revaluation
    },
  }
}
