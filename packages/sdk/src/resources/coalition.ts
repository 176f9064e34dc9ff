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
  CoalitionUpdateDocument,
  type CoalitionUpdateInput,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** The coalition this key belongs to. */
export function coalitionOf({ query, result }: Executor) {
  return {
    /**
     * The coalition with its terms in force.
     *
     * @throws `NotFoundError` for an operator's key, which has no coalition. The other reads of this group do so too.
     *
     * @example
     * ```ts
     * const { name, currency, terms } = await artel.coalition.get()
     * console.log(name, currency, terms.version)
     * ```
     */
    get: async (options?: CallOptions) =>
      found((await query(CoalitionGetDocument, {}, options)).coalition, 'coalition'),
    /**
     * The proof that every outstanding point is covered, as a whole and by issuer.
     *
     * @example
     * ```ts
     * const { covered, required, reserve } = await artel.coalition.coverage()
     * if (!covered) console.error(required.amountMicros, reserve.amountMicros)
     * ```
     */
    coverage: async (options?: CallOptions) =>
      found((await query(CoalitionCoverageDocument, {}, options)).coalition, 'coalition').coverage,
    /**
     * The head of the ledger's chain of batches. Written down, it shows later that nothing before it was changed.
     *
     * @example
     * ```ts
     * const { batchNo, hash } = await artel.coalition.chain()
     * console.log(`artel verify --expect-head ${batchNo}:${hash}`)
     * ```
     */
    chain: async (options?: CallOptions) =>
      found((await query(CoalitionChainDocument, {}, options)).coalition, 'coalition').chain,
    /**
     * The days of a year that differ from its week: public holidays, and the days that the coalition moved.
     *
     * @example
     * ```ts
     * for (const { day, kind, source } of await artel.coalition.businessDays(2026)) console.log(day, kind, source)
     * ```
     */
    businessDays: async (year: number, options?: CallOptions) =>
      found((await query(BusinessDayListDocument, { year }, options)).coalition, 'coalition').businessDays,
    /**
     * Sets which days of a year the coalition takes off or works, all of them at once. Administrators only.
     *
     * @example
     * ```ts
     * await artel.coalition
     *   .setBusinessDays({ year: 2026, days: [{ day: '2026-01-09', kind: 'DAY_OFF', note: 'moved from January 3' }] })
     *   .unwrap()
     * ```
     */
    setBusinessDays: (input: BusinessDaysSetInput, options?: CallOptions) =>
      result('mutation', BusinessDaysSetDocument, { input }, options, (data) => data.businessDaysSet),
    /**
     * Opens a coalition. Its administrator's key is in the answer, this once. Operators only. Prices of the terms are in
     * millionths of a currency unit a point.
     *
     * @example
     * ```ts
     * const { coalition, adminKey } = await artel.coalition
     *   .open({
     *     handle: 'north-town',
     *     name: 'North Town',
     *     pointsName: 'points',
     *     pointsSymbol: 'P',
     *     mode: 'TEST',
     *     terms: {
     *       reservePrice: 900_000n,
     *       issueFee: 100_000n,
     *       redeemFee: 20_000n,
     *       contractTextEn: 'The members agree that ...',
     *       contractTextRu: 'Участники договорились, что ...',
     *     },
     *   })
     *   .unwrap()
     * console.log(coalition.id, adminKey.slice(0, 8))
     * ```
     */
    open: (input: CoalitionOpenInput, options?: CallOptions) =>
      result('mutation', CoalitionOpenDocument, { input }, options, (data) => data.coalitionOpen),
    /**
     * Changes what the coalition has agreed on beside its terms; what is left out stays. Administrators only.
     * `confirmSpendingAbovePoints`: spending more points than this takes a code of the customer; 0 = always, null = never.
     *
     * @example
     * ```ts
     * const { coalition } = await artel.coalition.update({ confirmSpendingAbovePoints: 500n }).unwrap()
     * console.log(coalition.confirmSpendingAbovePoints)
     * ```
     */
    update: (input: CoalitionUpdateInput, options?: CallOptions) =>
      result('mutation', CoalitionUpdateDocument, { input }, options, (data) => data.coalitionUpdate),
    /**
     * Moves a sandbox's clock ahead by whole seconds; points and holds age by as much.
     *
     * @example
     * ```ts
     * await artel.coalition.advanceClock({ seconds: 86_400 }).unwrap() // a day
     * ```
     */
    advanceClock: (input: ClockAdvanceInput, options?: CallOptions) =>
      result('mutation', ClockAdvanceDocument, { input }, options, (data) => data.clockAdvance),
  }
}
