import { createHash } from 'node:crypto'
import { type RowFormat, rowsHead, rowsText } from '@artel/documents'
import { Refusal } from '@artel/ledger'
import {
  addExportPart,
  failExport,
  finishExport,
  inTransaction,
  nextExport,
  postponeExport,
  readExportParts,
  removeExports,
  type Store,
} from '@artel/store'
import type { ListExport } from '@artel/store/prisma'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { SystemError } from '../errors/system-error.ts'
import { filtersOf } from './export-filters.ts'
import { type ExportKind, requireExporter } from './export-kinds.ts'
import {
  type AskedExportPage,
  documentOf,
  type ExportSource,
  exportPage,
  shareBefore,
} from './export-page.ts'
import { exportPrincipal } from './export-principal.ts'
import { type ExportReader, UnreadableListError } from './export-reader.ts'

/** Pages that one piece of a file is made of: what a worker holds, and loses when it is killed. */
const PAGES_A_PIECE = 10
/** Largest file. Bytes. */
const MAX_FILE_BYTES = 1_000_000_000n
/** After so long a file that cannot be written is given up. */
const GIVEN_UP_HOURS = 24
/** How long a file is kept once it is ready. */
const KEPT_HOURS = 24

export interface AdvancedExports {
  /** Pieces that were written or taken away. */
  readonly pieces: number
  readonly more: boolean
  /** The file that could not be written just now, and why: it is tried again later. Raw UUID. */
  readonly postponed?: { readonly exportId: string; readonly error: unknown }
}

/**
 * One bounded step of the files of a coalition: takes away what is over, then writes one piece of the file that has waited longest, or finishes it. How
 * far a file has come is recorded with its piece, so that a worker which is killed leaves a file that the next one goes on with, and two workers on
 * one file write each piece once. A file that cannot be written just now is put off, and is in nobody's way meanwhile. Without a reader, files wait for a worker that has one. The operator's worker calls it; so may an administrator of
 * the coalition.
 */
export async function advanceExports(
  context: Context,
  { coalitionId, reader }: { readonly coalitionId: string; readonly reader?: ExportReader | undefined },
): Promise<AdvancedExports> {
  requireDueWorkOf(context.principal, coalitionId)
  const { store } = context
  const { removed, more } = await removeExports(store, coalitionId)
  if (!reader) return { pieces: removed, more }
  const id = await nextExport(store, coalitionId)
  if (id === undefined) return { pieces: removed, more }
  const name = { coalitionId, id }
  const file = await store.prisma.listExport.findUnique({ where: { coalitionId_id: name } })
  const failed = file && (await advance({ store, reader }, file))
  if (failed) return { pieces: removed, more: true, postponed: { exportId: id, error: failed.error } }
  return { pieces: removed + 1, more: true }
}

/** Writes a piece, or finishes the file; what it failed for, when that may pass and the file is put off. */
async function advance(
  source: ExportSource,
  file: ListExport,
): Promise<{ readonly error: unknown } | undefined> {
  const { store } = source
  try {
    if (file.isRead) await finish(store, file)
    else await writePiece(source, file)
  } catch (error) {
    const code = lastingCode(error)
    if (code === undefined) return await putOff(store, file, error)
    await failExport(store, nameOf(file), code)
  }
  return undefined
}

/** Throws what the file failed for where it cannot be put off either: the database itself is away. */
async function putOff(store: Store, file: ListExport, error: unknown): Promise<{ readonly error: unknown }> {
  try {
    await postponeExport(store, nameOf(file), { givenUpHours: GIVEN_UP_HOURS })
  } catch {
    throw error
  }
  return { error }
}

/** The hash is taken of what is stored, piece by piece: it is that of the bytes that are handed out. */
async function finish(store: Store, file: ListExport): Promise<void> {
  const hash = createHash('sha256')
  try {
    for await (const part of readExportParts(store, file)) hash.update(part)
  } catch (error) {
    // It was ended meanwhile, and its pieces are being taken away.
    if (await isUnfinished(store, file)) throw error
    return
  }
  await finishExport(store, nameOf(file), { sha256: hash.digest('hex'), keptHours: KEPT_HOURS })
}

const isUnfinished = async ({ prisma }: Store, { coalitionId, id }: ListExport): Promise<boolean> =>
  (await prisma.listExport.count({ where: { coalitionId, id, state: { in: ['QUEUED', 'RUNNING'] } } })) > 0

const nameOf = ({ coalitionId, id }: ListExport) => ({ coalitionId, exportId: id })

async function writePiece(source: ExportSource, file: ListExport): Promise<void> {
  const { store } = source
  const asked = await askedBy(store, file)
  if (!asked) return await failExport(store, nameOf(file), 'FORBIDDEN')
  const piece = await readPiece(source, file, asked)
  const size = BigInt(piece.body.byteLength)
  if (file.bytes + size > MAX_FILE_BYTES) return await failExport(store, nameOf(file), 'TOO_LARGE')
  await inTransaction(store, (client) => addExportPart(client, { ...nameOf(file), ...piece }))
}

/** The code of what would fail again; undefined for what may pass. */
function lastingCode(error: unknown): string | undefined {
  if (error instanceof UnreadableListError || error instanceof Refusal) return error.code
  return error instanceof SystemError && !error.retryable ? error.code : undefined
}

/** What the file asks for next, by who asked for it as they stand now. */
async function askedBy(store: Store, file: ListExport): Promise<AskedExportPage | undefined> {
  const found = await exportPrincipal(store, file)
  const kind = file.kind as ExportKind
  const principal = found && requireExporter(found, kind)
  const { throughBatchNo: batchNo, throughHash: hash, throughAt: at, askedAt, cursor } = file
  return (
    principal && {
      principal,
      kind,
      filters: filtersOf(file.filters),
      end: { batchNo, hash, at, askedAt },
      cursor,
    }
  )
}

async function readPiece(source: ExportSource, file: ListExport, asked: AskedExportPage) {
  const document = await documentOf(source, asked, file.format as RowFormat)
  const texts = file.parts === 0 ? [rowsHead(document)] : []
  let { cursor } = file
  let rows = 0
  for (let page = 0; page < PAGES_A_PIECE; page += 1) {
    const read = await exportPage(source, { ...asked, cursor })
    texts.push(rowsText(document, read.rows))
    rows += read.rows.length
    cursor = read.next
    if (cursor === null) break
  }
  const share = shareBefore(asked, cursor, file.rows + rows)
  return {
    ...{ partNo: file.parts + 1, body: Buffer.from(texts.join('')), rows, cursor, isRead: cursor === null },
    percent: Math.min(Math.floor(share * 100), 99),
  }
}
