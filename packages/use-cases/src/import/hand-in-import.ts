import { createHash } from 'node:crypto'
import { InvalidInputError, NotFoundError, TooManyImportsError } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import {
  addImport,
  addImportRows,
  announceDueWork,
  coalitionNow,
  faultRowsAlike,
  importWasRead,
  inTransaction,
  type NewImport,
  type NewImportRow,
  newId,
  type Store,
  type TransactionClient,
} from '@artel/store'
import type { ImportJob } from '@artel/store/prisma'
import { memberInQuestion } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkConsentVersion } from '../input/consent.ts'
import { canonicalJson } from '../posting/request-hash.ts'
import type { ReadingWords } from '../reconciliation/sales-reading.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { type ImportKind, requireImporter } from './import-kinds.ts'
import { type ImportFileOptions, type ImportReading, readImportRows } from './import-reading.ts'

/** A file that can be read more than once: to know it by its hash, and for its rows. */
export interface ImportFile {
  open(): AsyncIterable<Uint8Array>
}

export interface HandInImportInput {
  readonly kind: ImportKind
  /** Administrators name the member; a member is itself. */
  readonly memberId?: string | null
  readonly file: ImportFile
  /** How the file is to be read, where it does not tell by itself. */
  readonly reading?: ReadingWords
  /** Of customers: the text that they agreed to, by the member's word, where their rows do not say. */
  readonly consentVersion?: string | null
  /** Told how many rows have been read. */
  readonly onProgress?: (rows: number) => void
}

export interface HandedInImport {
  readonly importJob: ImportJob
  /** The file was handed in before and is not over: this is how far it has come. */
  readonly replayed: boolean
}

/** Imports of one member that are not over. */
const MOST_OPEN = 10
/** Rows that are kept in one statement. */
const ROWS_AT_ONCE = 1_000
/** Rows of a file of text, and of a workbook, whose texts are held in memory. */
const MAX_ROWS = { CSV: 1_000_000, XLSX: 200_000 } as const

/**
 * Takes a file in, to be checked by the workers: nothing is recorded before somebody begins the import. Its rows wait in the database; the same file,
 * to be read alike, is the same import until that one is over. A member for itself, an administrator for any member.
 * Throws PermissionError, MemberNotActiveError, NotFoundError, InvalidInputError, TooManyImportsError, and the reader's DocumentError for what is no
 * such file.
 */
export async function handInImport(context: Context, input: HandInImportInput): Promise<HandedInImport> {
  const { store } = context
  const { kind } = input
  const principal = requireImporter(context.principal, kind)
  const { coalitionId } = principal
  const memberId = await memberOf(store, principal, input.memberId)
  const consentVersion = checkedVersion(input)
  const fileHash = await hashOf(input.file, { words: input.reading ?? {}, consentVersion })
  const name = { coalitionId, memberId, kind, fileHash }
  const before = await openImportOf(store, name)
  if (before) return { importJob: before, replayed: true }
  const job: NewImport = {
    ...{ ...name, id: newId(), consentVersion, startedById: principal.keyId },
    ...{ personId: principal.personId ?? null, byAdmin: principal.kind === 'admin' },
    scopes: [...principal.scopes],
  }
  const options = await optionsOf(store, coalitionId, input, consentVersion)
  const isNew = await inTransaction(store, (client) => written({ context, client }, job, { input, options }))
  if (isNew) await announceDueWork(store)
  const importJob = isNew
    ? await store.prisma.importJob.findUniqueOrThrow({
        where: { coalitionId_id: { coalitionId, id: job.id } },
      })
    : await openImportOf(store, name)
  if (!importJob) throw new Error('The same file was imported meanwhile and is over already')
  return { importJob, replayed: !isNew }
}

async function memberOf(
  { prisma }: Store,
  principal: AdminPrincipal | MemberPrincipal,
  namedId: string | null | undefined,
): Promise<string> {
  const { coalitionId } = principal
  const id = memberInQuestion(principal, namedId)
  if (id === undefined) throw new InvalidInputError({ path: ['memberId'], problem: 'Must be given.' })
  const member = await prisma.member.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!member) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  return id
}

const checkedVersion = ({ kind, consentVersion }: HandInImportInput): string | null =>
  kind !== 'CUSTOMERS' || consentVersion == null
    ? null
    : checkConsentVersion(['consentVersion'], consentVersion)

/** The import of the file that is not over; null when there is none. */
const openImportOf = (
  { prisma }: Store,
  name: {
    readonly coalitionId: string
    readonly memberId: string
    readonly kind: string
    readonly fileHash: string
  },
): Promise<ImportJob | null> =>
  prisma.importJob.findFirst({ where: { ...name, state: { in: ['CHECKING', 'CHECKED', 'RUNNING'] } } })

/** Of the bytes, and of what is said of them. */
async function hashOf(file: ImportFile, said: object): Promise<string> {
  const sum = createHash('sha256')
  for await (const piece of file.open()) sum.update(piece)
  sum.update(canonicalJson(said))
  return sum.digest('hex')
}

async function optionsOf(
  store: Store,
  coalitionId: string,
  { reading = {} }: HandInImportInput,
  consentVersion: string | null,
): Promise<Omit<ImportFileOptions, 'onRead'>> {
  const { coalition } = await loadAgreement(store, coalitionId)
  const { timeZone, currency } = coalition
  const today = localDateOf(await coalitionNow(store, coalitionId), timeZone)
  return { words: reading, timeZone, currency, today, consentVersion }
}

/** Writes the import and all of its rows, or nothing; false when the same file was handed in meanwhile. */
async function written(
  { context, client }: { readonly context: Context; readonly client: TransactionClient },
  job: NewImport,
  {
    input,
    options,
  }: { readonly input: HandInImportInput; readonly options: Omit<ImportFileOptions, 'onRead'> },
): Promise<boolean> {
  const { coalitionId, memberId, id: importId, kind } = job
  await refuseTooMany(context.store, job)
  if (!(await addImport(client, job))) return false
  const name = { coalitionId, importId }
  let reading: ImportReading | undefined
  const onRead = (found: ImportReading) => {
    reading = found
  }
  const rows = readImportRows(input.kind, input.file.open(), { ...options, onRead })
  let rowCount = 0
  let piece: NewImportRow[] = []
  const keep = async () => {
    await addImportRows(client, name, piece)
    piece = []
    input.onProgress?.(rowCount)
  }
  const isWorkbook = await startsLikeZip(input.file)
  for await (const { line, cells, data, fault } of rows) {
    rowCount += 1
    refuseBeyond(rowCount, isWorkbook)
    piece.push({ position: rowCount, line, cells, data, fault })
    if (piece.length === ROWS_AT_ONCE) await keep()
  }
  if (piece.length > 0) await keep()
  if (!reading) throw new Error('A file was read and not understood')
  for (const alike of ALIKE[input.kind]) await faultRowsAlike(client, name, alike)
  await importWasRead(client, name, { ...reading, reading, rowCount })
  await recordActIn(context, client, {
    ...{ act: 'importHandIn', coalitionId, memberId, subject: { type: 'import', id: importId } },
    details: { kind, rows: rowCount, personal: true },
  })
  return true
}

/** What no two rows of a file may have in common. */
const ALIKE: Readonly<Record<ImportKind, readonly { readonly key: string; readonly column: string }[]>> = {
  CUSTOMERS: (['phone', 'email', 'reference'] as const).map((key) => ({ key, column: key })),
  OPENING_BALANCES: [{ key: 'alike', column: 'customer' }],
  PURCHASES: [{ key: 'receiptRef', column: 'receipt' }],
}

async function startsLikeZip(file: ImportFile): Promise<boolean> {
  for await (const piece of file.open()) return piece[0] === 0x50 && piece[1] === 0x4b
  return false
}

function refuseBeyond(rowCount: number, isWorkbook: boolean): void {
  const max = MAX_ROWS[isWorkbook ? 'XLSX' : 'CSV']
  if (rowCount <= max) return
  throw new InvalidInputError({
    path: ['file'],
    problem: isWorkbook
      ? `Has more than ${max} rows, which is the most of a workbook. Save it as CSV, of which ${MAX_ROWS.CSV} are taken, or split it.`
      : `Has more than ${max} rows. Split it, by month or by the first letter.`,
  })
}

/** Counted outside of the transaction, which is as long as the file: two at once may both be let in. */
async function refuseTooMany({ prisma }: Store, { coalitionId, memberId }: NewImport): Promise<void> {
  const open = await prisma.importJob.count({
    where: { coalitionId, memberId, state: { in: ['CHECKING', 'CHECKED', 'RUNNING'] } },
  })
  if (open >= MOST_OPEN) throw new TooManyImportsError({ limit: MOST_OPEN })
}
