import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  SegmentAddDocument,
  SegmentCreateDocument,
  type SegmentCreateInput,
  SegmentCustomersDocument,
  type SegmentCustomersInput,
  SegmentDeleteDocument,
  type SegmentDeleteInput,
  SegmentListDocument,
  SegmentRemoveDocument,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Named lists of customers, which rules may ask for: a member's own, and the coalition's. */
export function segmentsOf({ query, result }: Executor) {
  return {
    /**
     * Makes an empty segment: of the member, or of the coalition with an administrator's key. Scope `rules:write` or
     * `coalition:write`.
     *
     * @example
     * ```ts
     * const { segment } = await artel.segments.create({ name: { en: 'Taxi drivers', ru: 'Таксисты' } }).unwrap()
     * console.log(segment.id)
     * ```
     */
    create: (input: SegmentCreateInput, options?: CallOptions) =>
      result('mutation', SegmentCreateDocument, { input }, options, (data) => data.segmentCreate),
    /**
     * Adds customers, 1 to 500 a call: those that are found. `notFound` has the places of the others. Scope `rules:write` or
     * `coalition:write`.
     *
     * @example
     * ```ts
     * const { added, notFound } = await artel.segments
     *   .add({ id: 'seg_3vQB7B6MrGQZaxCuFg4oh', customers: [{ phone: '+79120000000' }, { cardNumber: '9000000000000002' }] })
     *   .unwrap()
     * console.log(added, notFound)
     * ```
     */
    add: (input: SegmentCustomersInput, options?: CallOptions) =>
      result('mutation', SegmentAddDocument, { input }, options, (data) => data.segmentAdd),
    /**
     * Takes customers out, 1 to 500 a call. Scope `rules:write` or `coalition:write`.
     *
     * @example
     * ```ts
     * await artel.segments
     *   .remove({ id: 'seg_3vQB7B6MrGQZaxCuFg4oh', customers: [{ phone: '+79120000000' }] })
     *   .unwrap()
     * ```
     */
    remove: (input: SegmentCustomersInput, options?: CallOptions) =>
      result('mutation', SegmentRemoveDocument, { input }, options, (data) => data.segmentRemove),
    /**
     * Deletes a segment; SEGMENT_IN_USE while a rule that is not over asks for it. Scope `rules:write` or `coalition:write`.
     *
     * @example
     * ```ts
     * await artel.segments.delete({ id: 'seg_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    delete: (input: SegmentDeleteInput, options?: CallOptions) =>
      result('mutation', SegmentDeleteDocument, { input }, options, (data) => data.segmentDelete),
    /**
     * Segments, newest first: a member's own and the coalition's, or all with an administrator's key. The list is fetched while it is
     * read. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { nameEn, customerCount } of artel.segments.list()) console.log(nameEn, customerCount)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => (await query(SegmentListDocument, window, options)).segments),
    /**
     * Who is in a segment; nobody for who does not own it. The list is fetched while it is read; NOT_FOUND when there is no such
     * segment.
     *
     * @example
     * ```ts
     * for await (const { name } of artel.segments.customers('seg_3vQB7B6MrGQZaxCuFg4oh')) console.log(name)
     * ```
     */
    customers: (id: string, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { segment } = await query(SegmentCustomersDocument, { id, ...window }, options)
        return found(segment, 'segment').customers
      }),
  }
}
