import { errorOfReply } from '../error-of-reply.ts'
import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import {
  LateSalesRecordDocument,
  type LateSalesRecordInput,
  ReconciliationGetDocument,
  type ReconciliationLineKind,
  ReconciliationLinesDocument,
  ReconciliationListDocument,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import { NetworkError } from '../system-errors.ts'
import type { CallOptions, Transport } from '../transport.ts'
import type { OfMember } from './of-member.ts'

/** A sales file that was handed in: the run's id, to read it by, and what was found. */
export interface HandedInSales {
  readonly id: string
  readonly memberId: string
  /** The file was handed in before: this is what was found then. */
  readonly replayed: boolean
  readonly rowCount: number
  readonly matched: number
  readonly missingHere: number
  readonly missingThere: number
  readonly amountDiffers: number
  readonly dateDiffers: number
  readonly duplicates: number
  readonly unreadable: number
}

/** Your own sales files, held against the ledger. */
export function reconciliationsOf({ query, result }: Executor, transport: Transport) {
  return {
    /**
     * Hands in a CSV of sales (receipt, date, total, customer). The same file again answers with the first run, so it may be
     * repeated. Administrators name the member. There is no retry, and no time-out but the signal's.
     *
     * @throws `NetworkError` and the errors of a reply, as any call; the reason of the signal when it aborts.
     *
     * @example
     * ```ts
     * import { readFile } from 'node:fs/promises'
     *
     * const run = await artel.reconciliations.handIn(await readFile('sales-2026-01.csv'))
     * console.log(run.id, run.matched, run.missingHere, run.amountDiffers)
     * ```
     */
    handIn: async (
      file: NonNullable<RequestInit['body']>,
      options: OfMember & Pick<CallOptions, 'signal'> = {},
    ): Promise<HandedInSales> => {
      const url = new URL('/reconciliations', transport.url)
      if (options.memberId !== undefined) url.searchParams.set('member', options.memberId)
      const authorization = await transport.authorization.header()
      const { fetch } = transport
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          ...transport.headers,
          'content-type': 'text/csv',
          ...(authorization === undefined ? {} : { authorization }),
        },
        body: file,
        // What a stream as a body needs in Node.
        ...({ duplex: 'half' } as object),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      }).catch((cause: unknown) => {
        options.signal?.throwIfAborted()
        throw new NetworkError(cause, url.href)
      })
      const body: unknown = await response.json().catch(() => undefined)
      if (!response.ok) throw errorOfReply(response, body)
      return body as HandedInSales
    },
    /**
     * A run by id; null when there is none.
     *
     * @example
     * ```ts
     * const run = await artel.reconciliations.get('rec_8mWqE5rT2yUi9oPaS3dFg')
     * console.log(run?.rowCount, run?.missingThere)
     * ```
     */
    get: async (id: string, options?: CallOptions) =>
      (await query(ReconciliationGetDocument, { id }, options)).reconciliation,
    /**
     * Runs, newest first. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const [last] = await artel.reconciliations.list().toArray({ limit: 1 })
     * console.log(last?.madeAt, last?.matched)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(
        options,
        async (window) => (await query(ReconciliationListDocument, window, options)).reconciliations,
      ),
    /**
     * Lines of a run, all or of some kinds. The list is fetched while it is read.
     *
     * @throws `NotFoundError` when there is no such run.
     *
     * @example
     * ```ts
     * const missing = artel.reconciliations.lines('rec_8mWqE5rT2yUi9oPaS3dFg', { kinds: ['MISSING_HERE'] })
     * for await (const { fileLine, receiptRef, total } of missing) console.log(fileLine, receiptRef, total?.amountMinor)
     * ```
     */
    lines: (
      id: string,
      options: ListOptions &
        CallOptions & {
          /** @defaultValue all kinds */
          readonly kinds?: ReconciliationLineKind[]
        } = {},
    ) =>
      list(options, async (window) => {
        const variables = { id, kinds: options.kinds ?? null, ...window }
        return found(
          (await query(ReconciliationLinesDocument, variables, options)).reconciliation,
          'reconciliation',
        ).lines
      }),
    /**
     * Records sales that were missing here, at their own time. The line is the key: asking again changes nothing.
     *
     * @example
     * ```ts
     * const { sales } = await artel.reconciliations
     *   .recordLate({ reconciliationId: 'rec_8mWqE5rT2yUi9oPaS3dFg', positions: [4, 17] })
     *   .unwrap()
     * for (const { position, purchase, refusal } of sales) console.log(position, purchase?.id ?? refusal?.code)
     * ```
     */
    recordLate: (input: LateSalesRecordInput, options?: CallOptions) =>
      result('mutation', LateSalesRecordDocument, { input }, options, (data) => data.lateSalesRecord),
  }
}
