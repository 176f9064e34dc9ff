import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  AgeingReportDocument,
  BreakageReportDocument,
  type JoinSimulationInput,
  JoinSimulationPlayDocument,
  ReciprocityReportDocument,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** What members want to know of their coalition. */
export function reportsOf({ query, result }: Executor) {
  return {
    /** Who brings customers to whom, in the purchases of a period; all, if left out. */
    reciprocity: async (options: CallOptions & { readonly from?: string; readonly to?: string } = {}) => {
      const period = { from: options.from ?? null, to: options.to ?? null }
      return found((await query(ReciprocityReportDocument, period, options)).coalition, 'coalition')
        .reciprocity
    },
    /** What was to be paid and is late: of all members for administrators, else your own. */
    ageing: async (options?: CallOptions) =>
      found((await query(AgeingReportDocument, {}, options)).coalition, 'coalition').receivablesAgeing,
    /** How many points will never be spent, from the last `months` (24): of all members for administrators, else yours. */
    breakage: async (options: CallOptions & { readonly months?: number } = {}) =>
      found(
        (await query(BreakageReportDocument, { months: options.months ?? 24 }, options)).coalition,
        'coalition',
      ).breakageEstimate,
    /** What joining would bring a business, played on its own sales. */
    simulateJoining: (input: JoinSimulationInput, options?: CallOptions) =>
      result('query', JoinSimulationPlayDocument, { input }, options, (data) => data.joinSimulation),
  }
}
