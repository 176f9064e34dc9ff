import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  BusinessDayListDocument,
  BusinessDaysSetDocument,
  type BusinessDaysSetInput,
  ClockAdvanceDocument,
  type ClockAdvanceInput,
  CoalitionChainDocument,
  CoalitionCoverageDocument,
  CoalitionGetDocument,
  CoalitionOpenDocument,
  type CoalitionOpenInput,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** The coalition this key belongs to. */
export function coalitionOf({ query, result }: Executor) {
  return {
    /** The coalition with its terms in force; an operator's key throws `NotFoundError`. */
    get: async (options?: CallOptions) =>
      found((await query(CoalitionGetDocument, {}, options)).coalition, 'coalition'),
    /** Proof that every outstanding point is covered. */
    coverage: async (options?: CallOptions) =>
      found((await query(CoalitionCoverageDocument, {}, options)).coalition, 'coalition').coverage,
    /** The end of the ledger's chain of batches: written down, it shows later that nothing before it was changed. */
    chain: async (options?: CallOptions) =>
      found((await query(CoalitionChainDocument, {}, options)).coalition, 'coalition').chain,
    /** The days of a year that the week does not tell: holidays of the law, and what the coalition moved. */
    businessDays: async (year: number, options?: CallOptions) =>
      found((await query(BusinessDayListDocument, { year }, options)).coalition, 'coalition').businessDays,
    /** Says which days of a year the coalition takes off or works, all of them at once. Administrators only. */
    setBusinessDays: (input: BusinessDaysSetInput, options?: CallOptions) =>
      result('mutation', BusinessDaysSetDocument, { input }, options, (data) => data.businessDaysSet),
    /** Opens a coalition: answers with its administrator's key, shown this once. Operators only. */
    open: (input: CoalitionOpenInput, options?: CallOptions) =>
      result('mutation', CoalitionOpenDocument, { input }, options, (data) => data.coalitionOpen),
    /** Moves a sandbox's clock ahead by whole seconds; points and holds age by as much. */
    advanceClock: (input: ClockAdvanceInput, options?: CallOptions) =>
      result('mutation', ClockAdvanceDocument, { input }, options, (data) => data.clockAdvance),
  }
}
