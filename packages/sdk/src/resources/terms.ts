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
    /** All versions, newest first, with who accepted them and who is missing. Members and administrators. */
    versions: async (options?: CallOptions) => {
      const { coalition } = await query(TermsVersionsDocument, {}, options)
      return found(found(coalition, 'coalition').termsVersions, 'terms')
    },
    /** Proposes the next version, whole. Administrators only. */
    propose: (input: Keyed<TermsProposeInput>, options?: CallOptions) =>
      result(
        'mutation',
        TermsProposeDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.termsPropose,
      ),
    /** Takes back a version that does not bind anybody yet. Administrators only. */
    withdraw: (input: TermsWithdrawInput, options?: CallOptions) =>
      result('mutation', TermsWithdrawDocument, { input }, options, (data) => data.termsWithdraw),
    /** Writes down, once, what a changed R does to the points that are out; null when R has not changed. */
    revalue: async (options?: CallOptions) => {
      const input = withIdempotencyKey({})
      return (await mutate(TermsRevalueDocument, { input }, options)).termsRevalue.revaluation
    },
  }
}
