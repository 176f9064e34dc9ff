import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { type RowFormat, rowsHead, rowsText } from '@artel/documents'
import type { Context } from '../access/principal.ts'
import { type ExportEnd, findExportEnd } from './export-end.ts'
import { checkFilters } from './export-filters.ts'
import { type ExportFilters, type ExportKind, requireExporter } from './export-kinds.ts'
import { documentOf, exportPage, shareBefore } from './export-page.ts'
import type { ExportReader } from './export-reader.ts'
import { recordExport } from './record-export.ts'

export interface WriteExportInput {
  readonly kind: ExportKind
  readonly format: RowFormat
  readonly filters: ExportFilters
  readonly reader: ExportReader
  /** Called after every page: how many rows are written, and about which share of the list. */
  readonly onProgress?: (rows: number, share: number) => void
}

export interface WrittenExport {
  readonly rows: number
  readonly bytes: number
  /** Of all bytes, hex. */
  readonly sha256: string
  readonly end: ExportEnd
}

/**
 * Streams a list into `out`, which is not ended, as far as the books go now: for whoever stands beside the database. A slow stream is waited for,
 * and one page is in memory. The audit log is told before the first row. Throws PermissionError, MemberNotActiveError, InvalidInputError.
 */
export async function writeExport(
  context: Context,
  { kind, format, filters: given, reader, onProgress }: WriteExportInput,
  out: Writable,
): Promise<WrittenExport> {
  const { store } = context
  const principal = requireExporter(context.principal, kind)
  const { coalitionId } = principal
  const filters = checkFilters(principal, kind, given)
  const end = await findExportEnd(store, coalitionId)
  const document = await documentOf({ store, reader }, { principal, kind }, format)
  const memberId = principal.kind === 'member' ? principal.memberId : null
  await recordExport(context, store.prisma, { coalitionId, memberId, kind, format })
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  const write = async (text: string) => {
    const part = Buffer.from(text)
    hash.update(part)
    bytes += part.byteLength
    if (!out.write(part)) await once(out, 'drain')
  }
  await write(rowsHead(document))
  let cursor: string | null = null
  do {
    const asked = { principal, kind, filters, end, cursor }
    const page = await exportPage({ store, reader }, asked)
    await write(rowsText(document, page.rows))
    rows += page.rows.length
    cursor = page.next
    onProgress?.(rows, shareBefore(asked, cursor, rows))
  } while (cursor !== null)
  return { rows, bytes, sha256: hash.digest('hex'), end }
}
