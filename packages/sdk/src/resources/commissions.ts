import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import {
  CommissionApproveDocument,
  type CommissionApproveInput,
  CommissionByIdDocument,
  CommissionListDocument,
  CommissionProgrammeChangeDocument,
  type CommissionProgrammeChangeInput,
  CommissionProgrammeEndDocument,
  type CommissionProgrammeEndInput,
  CommissionProgrammeListDocument,
  CommissionProgrammeStartDocument,
  type CommissionProgrammeStartInput,
  CommissionRejectDocument,
  type CommissionRejectInput,
  type CommissionsFilter,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** What members pay for customers: programmes, and the commissions that sales earn under them. */
export function commissionsOf({ query, result }: Executor) {
  return {
    /**
     * Starts to pay commissions for sales from the first day on. Scope `rules:write`.
     *
     * @example
     * ```ts
     * const { programme } = await artel.commissions
     *   .start({
     *     payeeKind: 'AFFILIATE',
     *     definition: {
     *       name: { en: 'Partners', ru: 'Партнёры' },
     *       effect: {
     *         ladder: [
     *           { from: { amountMinor: '0', currency: 'RUB' }, bps: 500 },
     *           { from: { amountMinor: '10000000', currency: 'RUB' }, bps: 700 },
     *         ],
     *       },
     *       fromDay: '2027-01-11',
     *     },
     *   })
     *   .unwrap()
     * console.log(programme.sentenceEn)
     * ```
     */
    start: (input: CommissionProgrammeStartInput, options?: CallOptions) =>
      result(
        'mutation',
        CommissionProgrammeStartDocument,
        { input },
        options,
        (data) => data.commissionProgrammeStart,
      ),
    /**
     * Gives a programme its next version, from a day after today on; a ladder changes with its period. Scope `rules:write`.
     *
     * @example
     * ```ts
     * await artel.commissions
     *   .change({
     *     id: 'cpg_3vQB7B6MrGQZaxCuFg4oh',
     *     version: 1,
     *     definition: { name: { en: 'Partners', ru: 'Партнёры' }, effect: { percentBps: 600 }, fromDay: '2027-02-01' },
     *   })
     *   .unwrap()
     * ```
     */
    change: (input: CommissionProgrammeChangeInput, options?: CallOptions) =>
      result(
        'mutation',
        CommissionProgrammeChangeDocument,
        { input },
        options,
        (data) => data.commissionProgrammeChange,
      ),
    /**
     * Ends a programme with today; what was earned is paid. Scope `rules:write`.
     *
     * @example
     * ```ts
     * await artel.commissions.end({ id: 'cpg_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    end: (input: CommissionProgrammeEndInput, options?: CallOptions) =>
      result(
        'mutation',
        CommissionProgrammeEndDocument,
        { input },
        options,
        (data) => data.commissionProgrammeEnd,
      ),
    /**
     * The payer's yes to a commission that is due; above what its programme says the first of two. Scope `settlement:accept`.
     *
     * @example
     * ```ts
     * const { commission } = await artel.commissions.approve({ id: 'com_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * console.log(commission.status)
     * ```
     */
    approve: (input: CommissionApproveInput, options?: CallOptions) =>
      result('mutation', CommissionApproveDocument, { input }, options, (data) => data.commissionApprove),
    /**
     * Takes a commission away: its payer what is pending, an administrator also what is in the books. Scope `settlement:accept` or
     * `settlement:approve`.
     *
     * @example
     * ```ts
     * await artel.commissions.reject({ id: 'com_3vQB7B6MrGQZaxCuFg4oh', reason: 'Not brought by the video' }).unwrap()
     * ```
     */
    reject: (input: CommissionRejectInput, options?: CallOptions) =>
      result('mutation', CommissionRejectDocument, { input }, options, (data) => data.commissionReject),
    /**
     * A commission, or null when there is none that the key may see. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * const commission = await artel.commissions.get('com_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(commission?.status, commission?.amount)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(CommissionByIdDocument, { id }, options)).commission,
    /**
     * Commissions, newest first: of a member those that it pays or is paid. The list is fetched while it is read. Scope `rules:read` or
     * `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { amount, dueOn } of artel.commissions.list({ filter: { status: 'PENDING' } })) console.log(amount, dueOn)
     * ```
     */
    list: (options: Filtered<CommissionsFilter> = {}) =>
      list(options, async (window) => {
        const { filter = null } = options
        return (await query(CommissionListDocument, { filter, ...window }, options)).commissions
      }),
    /**
     * Programmes, newest first: of a member those that it pays or that pay it. The list is fetched while it is read. Scope `rules:read` or
     * `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { sentenceEn, endedOn } of artel.commissions.programmes()) console.log(sentenceEn, endedOn)
     * ```
     */
    programmes: (options: ListOptions & CallOptions = {}) =>
      list(
        options,
        async (window) =>
          (await query(CommissionProgrammeListDocument, { ...window }, options)).commissionProgrammes,
      ),
  }
}
