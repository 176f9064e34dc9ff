import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  AgeingReportDocument,
  BreakageReportDocument,
  type JoinSimulationInput,
  JoinSimulationPlayDocument,
  OperatorAccountsReportDocument,
  ReciprocityReportDocument,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** What members want to know of their coalition. */
export function reportsOf({ query, result }: Executor) {
  return {
    /**
     * Who brings customers to whom, in the purchases of a period; of all time when left out.
     *
     * @throws `NotFoundError` for an operator's key, which has no coalition. So do `ageing` and `breakage`.
     *
     * @example
     * ```ts
     * const { members } = await artel.reports.reciprocity({ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' })
     * for (const { member, sent, received } of members)
     *   console.log(member.name, sent.rounded.amountMinor, received.rounded.amountMinor)
     * ```
     */
    reciprocity: async (
      options: CallOptions & {
        /**
         * From this instant on, ISO 8601.
         *
         * @defaultValue the first purchase
         */
        readonly from?: string
        /**
         * Before this instant, ISO 8601.
         *
         * @defaultValue now
         */
        readonly to?: string
      } = {},
    ) => {
      const period = { from: options.from ?? null, to: options.to ?? null }
      return found((await query(ReciprocityReportDocument, period, options)).coalition, 'coalition')
        .reciprocity
    },
    /**
     * The coalition's own accounts (`FEES`, `RESERVE`, `BANK` and others), for administrators: balances at an instant, and
     * what moved them by the kind of entry. Amounts are in micros.
     *
     * @example
     * ```ts
     * const { accounts } = await artel.reports.operatorAccounts({ to: '2026-02-01T00:00:00Z' })
     * for (const { kind, closing } of accounts) console.log(kind, closing.rounded.amountMinor)
     * ```
     */
    operatorAccounts: async (
      options: CallOptions & {
        /**
         * Movements from this instant on, ISO 8601.
         *
         * @defaultValue the first entry
         */
        readonly from?: string
        /**
         * Balances at this instant and movements before it, ISO 8601.
         *
         * @defaultValue now
         */
        readonly to?: string
      } = {},
    ) => {
      const period = { from: options.from ?? null, to: options.to ?? null }
      return found((await query(OperatorAccountsReportDocument, period, options)).coalition, 'coalition')
        .operatorAccounts
    },
    /**
     * What was to be paid and is late: of all members for administrators, else your own. Amounts are in minor units.
     *
     * @example
     * ```ts
     * const { today, members } = await artel.reports.ageing()
     * for (const { member, total, oldestDays } of members)
     *   console.log(today, member.name, total.amountMinor, oldestDays)
     * ```
     */
    ageing: async (options?: CallOptions) =>
      found((await query(AgeingReportDocument, {}, options)).coalition, 'coalition').receivablesAgeing,
    /**
     * How many points will never be spent, estimated from the last months: of all members for administrators, else yours.
     *
     * @example
     * ```ts
     * const { expectedBreakage, cohorts } = await artel.reports.breakage({ months: 12 })
     * console.log(expectedBreakage, cohorts.length)
     * ```
     */
    breakage: async (
      options: CallOptions & {
        /**
         * Months of issued points to look at, the current one included; 2 to 60.
         *
         * @defaultValue 24
         */
        readonly months?: number
      } = {},
    ) =>
      found(
        (await query(BreakageReportDocument, { months: options.months ?? 24 }, options)).coalition,
        'coalition',
      ).breakageEstimate,
    /**
     * What joining would bring a business, played on its own sales. Amounts are in minor units.
     *
     * @example
     * ```ts
     * const simulation = await artel.reports
     *   .simulateJoining({
     *     months: [
     *       { month: '2026-01', salesCount: 800, totalMinor: 96_000_000n },
     *       { month: '2026-02', salesCount: 750, totalMinor: 91_500_000n },
     *     ],
     *   })
     *   .unwrap()
     * for (const { deposit, netCash } of simulation.fundings) console.log(deposit, netCash.length)
     * ```
     */
    simulateJoining: (input: JoinSimulationInput, options?: CallOptions) =>
      result('query', JoinSimulationPlayDocument, { input }, options, (data) => data.joinSimulation),
  }
}
