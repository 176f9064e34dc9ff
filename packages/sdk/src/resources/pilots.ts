import type { Executor } from '../executor.ts'
import {
  PilotByIdDocument,
  PilotDecideDocument,
  type PilotDecideInput,
  PilotListDocument,
  PilotPlanDocument,
  type PilotPlanInput,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Trials of rules on some customers while others are held out, so that what the rules bring can be told. */
export function pilotsOf({ query, result }: Executor) {
  return {
    /**
     * Plans a pilot: of all members for an administrator, of its own purchases for a member. How many customers each group needs
     * comes back with it. Rules join it by `pilotId` of their definition. Scope `rules:write` or `coalition:write`.
     *
     * @example
     * ```ts
     * const { pilot } = await artel.pilots
     *   .plan({
     *     name: { en: 'Wash after service', ru: 'Мойка после сервиса' },
     *     controlBps: 2000,
     *     fromDay: '2027-01-11',
     *     toDay: '2027-03-10',
     *   })
     *   .unwrap()
     * console.log(pilot.id, pilot.needsTreatment, pilot.needsControl)
     * ```
     */
    plan: (input: PilotPlanInput, options?: CallOptions) =>
      result('mutation', PilotPlanDocument, { input }, options, (data) => data.pilotPlan),
    /**
     * Writes down what was decided: to stop at any time, to scale once the last day is past. Rules are not changed by it. Scope
     * `rules:write` or `coalition:write`.
     *
     * @example
     * ```ts
     * await artel.pilots
     *   .decide({ id: 'plt_3vQB7B6MrGQZaxCuFg4oh', decision: 'SCALE', reason: '+180 roubles a customer' })
     *   .unwrap()
     * ```
     */
    decide: (input: PilotDecideInput, options?: CallOptions) =>
      result('mutation', PilotDecideDocument, { input }, options, (data) => data.pilotDecide),
    /**
     * A pilot with what it came to so far, or null when there is none that the key may see. Amounts are minor units as digits. Scope
     * `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * const pilot = await artel.pilots.get('plt_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(pilot?.result?.proposal, pilot?.result?.spend?.estimate.amountMinor)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(PilotByIdDocument, { id }, options)).pilot,
    /**
     * Pilots, newest first. The list is fetched while it is read. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { nameEn, status } of artel.pilots.list()) console.log(nameEn, status)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => (await query(PilotListDocument, { ...window }, options)).pilots),
  }
}
