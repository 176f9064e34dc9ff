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
  SalesMappingSetDocument,
  type SalesMappingSetInput,
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
  /** How the file was understood; null when it was handed in before. */
  readonly reading: SalesFileReading | null
  /** Who said how to read it: this call, or the member once and for all; null when the file told by itself. */
  readonly readBy: 'CALLER' | 'SAVED' | null
}

/** How a sales file was understood. */
export interface SalesFileReading {
  /** The product whose export it is; null when it is none that is known. */
  readonly mapping: string | null
  /** By the name of a column (`receipt`, `date`, `total`, ...): its header in the file, and by what it was found. */
  readonly columns: Readonly<
    Record<string, { readonly header: string; readonly foundBy: 'CALLER' | 'MAPPING' | 'NAME' }>
  >
  /** Headers that nothing was read from. */
  readonly ignoredHeaders: readonly string[]
}

/** How a sales file is to be read, where it does not tell by itself. */
export interface SalesFileOptions {
  /** The product whose export it is, such as `shopify` or `1c-retail`. */
  readonly mapping?: string
  /** Headers by the names of columns, such as `{ total: 'Brutto' }`. */
  readonly columns?: Readonly<Record<string, string>>
  readonly dateOrder?: 'DMY' | 'MDY'
  readonly decimalMark?: '.' | ','
  /** The sheet of a workbook. */
  readonly sheet?: string
  /** Keeps all this for the member's files to come. @defaultValue false */
  readonly save?: boolean
}

/** Your own sales files, held against the ledger. */
export function reconciliationsOf({ query, result }: Executor, transport: Transport) {
  return {
    /**
     * Hands in a file of sales, CSV or .xlsx (receipt, date, total, customer). The same file again answers with the first
     * run, so it may be repeated. Administrators name the member. Without a word of how it is to be read it is read as the
     * member has had it kept. There is no retry, and no time-out but the signal's.
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
      options: OfMember & Pick<CallOptions, 'signal'> & SalesFileOptions = {},
    ): Promise<HandedInSales> => {
      const url = new URL('/reconciliations', transport.url)
      if (options.memberId !== undefined) url.searchParams.set('member', options.memberId)
      for (const [name, value] of readingParameters(options)) url.searchParams.set(name, value)
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
     * Keeps how a member's sales files are read when whoever hands one in does not say. Without a `mapping` what was kept is
     * forgotten. Administrators name the member.
     *
     * @example
     * ```ts
     * await artel.reconciliations
     *   .setMapping({ mapping: { columns: [{ column: 'TOTAL', header: 'Brutto' }], dateOrder: 'DMY' } })
     *   .unwrap()
     * ```
     */
    setMapping: (input: SalesMappingSetInput, options?: CallOptions) =>
      result('mutation', SalesMappingSetDocument, { input }, options, (data) => data.salesMappingSet),
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

/** The options as the address has them. */
export function readingParameters({
  columns = {},
  save,
  ...options
}: SalesFileOptions): (readonly [string, string])[] {
  const { mapping, dateOrder, decimalMark, sheet } = options
  const said = { mapping, dateOrder, decimalMark, sheet, save: save ? 'true' : undefined }
  return [
    ...Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ...Object.entries(columns).map(([name, header]) => [`column.${name}`, header] as const),
  ]
}
