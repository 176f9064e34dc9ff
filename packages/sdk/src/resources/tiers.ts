import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  type CustomerBy,
  CustomerTiersDocument,
  TierLadderCreateDocument,
  type TierLadderCreateInput,
  TierLadderEndDocument,
  type TierLadderEndInput,
  TierLadderListDocument,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Ladders of tiers, a member's own and the coalition's, and where customers stand on them. */
export function tiersOf({ query, result }: Executor) {
  return {
    /**
     * Makes the ladder of the member, or of the coalition with an administrator's key; LADDER_OPEN while there is another. Scope
     * `rules:write` or `coalition:write`.
     *
     * @example
     * ```ts
     * const { ladder } = await artel.tiers
     *   .createLadder({
     *     measure: 'SPEND',
     *     windowDays: 365,
     *     graceDays: 30,
     *     tiers: [
     *       { name: { en: 'Silver', ru: 'Серебро' }, spend: { amountMinor: '1000000' } },
     *       { name: { en: 'Gold', ru: 'Золото' }, spend: { amountMinor: '5000000' } },
     *     ],
     *   })
     *   .unwrap()
     * console.log(ladder.tiers.map(({ id, nameEn }) => `${nameEn} ${id}`))
     * ```
     */
    createLadder: (input: TierLadderCreateInput, options?: CallOptions) =>
      result('mutation', TierLadderCreateDocument, { input }, options, (data) => data.tierLadderCreate),
    /**
     * Ends a ladder for good; LADDER_IN_USE while a rule that is not over asks for a tier of it. Scope `rules:write` or
     * `coalition:write`.
     *
     * @example
     * ```ts
     * await artel.tiers.endLadder({ id: 'lad_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    endLadder: (input: TierLadderEndInput, options?: CallOptions) =>
      result('mutation', TierLadderEndDocument, { input }, options, (data) => data.tierLadderEnd),
    /**
     * Ladders that have not ended: the member's own and the coalition's, or all with an administrator's key. Scope `rules:read` or
     * `coalition:read`.
     *
     * @example
     * ```ts
     * for (const { measure, tiers } of await artel.tiers.ladders()) console.log(measure, tiers.length)
     * ```
     */
    ladders: async (options: CallOptions = {}) =>
      (await query(TierLadderListDocument, {}, options)).tierLadders,
    /**
     * Where a customer stands on each ladder, until when, and what is missing for the next tier. NOT_FOUND when there is no such
     * customer. Scope `wallet:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * for (const { tier, reviewDay, next } of await artel.tiers.ofCustomer({ phone: '+79120000000' }))
     *   console.log(tier?.nameEn, reviewDay, next?.missing.spend?.amountMinor)
     * ```
     */
    ofCustomer: async (by: CustomerBy, options: CallOptions = {}) => {
      const { customer } = await query(CustomerTiersDocument, { by }, options)
      return found(customer, 'customer').wallet.tiers
    },
  }
}
