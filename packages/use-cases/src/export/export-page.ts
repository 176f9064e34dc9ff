import type { RowFormat, RowsDocument } from '@artel/documents'
import type { Store } from '@artel/store'
import { parsePublicId } from '../ids/public-id.ts'
import { loadAgreement } from '../terms/agreement.ts'
import type { ExportKind } from './export-kinds.ts'
import type { AskedPage, ExportReader, ReadPage } from './export-reader.ts'
import { TRANSFER_COLUMNS, transferPage } from './transfer-rows.ts'

/** What reads lists, and the books for what no query lists. */
export interface ExportSource {
  readonly store: Store
  readonly reader: ExportReader
}

export type AskedExportPage = Omit<AskedPage, 'kind'> & { readonly kind: ExportKind }

/** By what the rows of a file are written. */
export async function documentOf(
  { store, reader }: ExportSource,
  { principal: { coalitionId }, kind }: Pick<AskedExportPage, 'principal' | 'kind'>,
  format: RowFormat,
): Promise<RowsDocument> {
  const { coalition } = await loadAgreement(store, coalitionId)
  const columns = kind === 'TRANSFERS' ? TRANSFER_COLUMNS : reader.columns(kind)
  return { format, columns, currency: coalition.currency, timeZone: coalition.timeZone }
}

/** The next page of a file, in the order of its rows: by ids, newest first, and of transfers along the chain. */
export function exportPage({ store, reader }: ExportSource, asked: AskedExportPage): Promise<ReadPage> {
  const { kind, principal } = asked
  return kind === 'TRANSFERS'
    ? transferPage(store, principal.coalitionId, asked)
    : reader.page({ ...asked, kind })
}

/**
 * How much of a file lies before a cursor, 0 to 1: nobody counts the rows beforehand. Ids begin with the instant at which they were made, so
 * a list has come as far as its rows are old.
 */
export function shareBefore(asked: AskedExportPage, cursor: string | null, rows: number): number {
  if (cursor === null) return 1
  const { kind, principal, filters, end } = asked
  if (kind === 'TRANSFERS') return within(Number(cursor) / Number(end.batchNo))
  if (kind === 'AUDIT') return within(rows / (rows + Number(cursor)))
  const uuid = parsePublicId(cursor)?.uuid
  if (uuid === undefined) return 0
  const newest = Math.min(filters.to?.getTime() ?? Number.POSITIVE_INFINITY, end.askedAt.getTime())
  const oldest = Math.max(filters.from?.getTime() ?? 0, madeAtMs(principal.coalitionId))
  return newest > oldest ? within((newest - madeAtMs(uuid)) / (newest - oldest)) : 0
}

const within = (share: number): number => Math.min(Math.max(share, 0), 1) || 0

/** When an id of version 7 was made, milliseconds. */
const madeAtMs = (uuid: string): number => Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)
