import { createHash, hash } from 'node:crypto'
import {
  readSalesFile,
  type SalesReading,
  type SalesReadingOptions,
  type SalesRow,
  type SalesRowError,
} from '@artel/documents'
import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { addDays, localDateOf, startOfDay } from '@artel/rules'
import {
  addMissingThere,
  addReconciliation,
  addReconciliationLines,
  coalitionNow,
  type EarlierRow,
  earlierRows,
  fiscalSales,
  inTransaction,
  type NewReconciliationLine,
  newId,
  recordedSales,
  type Store,
  type TransactionClient,
} from '@artel/store'
import type { Coalition, Reconciliation } from '@artel/store/prisma'
import { memberInQuestion, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { classifyRow, problemOf } from './classify-row.ts'
import { fiscalMatch, fiscalQuestion } from './fiscal-match.ts'
import {
  hasReadingWords,
  type ReadingWords,
  salesReadingOf,
  savedReadingWords,
  saveReadingWords,
} from './sales-reading.ts'

/** A sales file that can be read more than once: to know it by its hash, and for its rows. */
export interface SalesFile {
  open(): AsyncIterable<Uint8Array>
}

export interface ReconcileSalesInput {
  /** Administrators name the member; a member is itself. */
  readonly memberId?: string | null
  readonly file: SalesFile
  /** How the file is to be read, where it does not tell by itself; what is kept for the member when this says nothing. */
  readonly reading?: ReadingWords
  /** Whether to keep `reading` for the member's files to come, once this one could be read by it. */
  readonly keepsReading?: boolean
  /** Told how many rows have been compared. */
  readonly onProgress?: (rows: number) => void
}

export interface ReconciledSales {
  readonly reconciliation: Reconciliation
  /** How the file was understood; null when it was handed in before and is not read again. */
  readonly reading: SalesReading | null
  /** Who said how it is to be read: the caller, or the member once and for all; null when the file told by itself. */
  readonly readBy: 'CALLER' | 'SAVED' | null
  /** The file was handed in before, to be read alike: this is what was found then. */
  readonly replayed: boolean
}

/** Rows compared at once: two statements serve them all, a third those that may be fiscal documents, a fourth those that came before. */
const ROWS_AT_ONCE = 1_000
/** Of each receipt six bytes of a hash are remembered: some twenty megabytes at most. */
const MAX_ROWS = 500_000

/**
 * Holds a member's own sales file against the ledger, row by row, and keeps what it finds; the same file again, to be
 * read alike, answers with the first run. Of the file only short hashes of receipts stay in memory. Members for
 * themselves, administrators for any member.
 * Throws NotFoundError, InvalidInputError, and the reader's DocumentError for what is no such file.
 */
export async function reconcileSales(context: Context, input: ReconcileSalesInput): Promise<ReconciledSales> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'purchases:write',
    admin: 'coalition:write',
    verb: 'reconcileSales',
  })
  const { store } = context
  const { coalitionId } = principal
  const memberId = memberInQuestion(principal, input.memberId)
  if (memberId === undefined)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Name the member whose sales they are.' })
  const { coalition } = await loadAgreement(store, coalitionId)
  const member = await store.prisma.member.findUnique({
    where: { coalitionId_id: { coalitionId, id: memberId } },
  })
  if (!member) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })

  const { words, readBy } = await wordsFor(store, { coalitionId, memberId }, input)
  const options = salesReadingOf(words, ['reading'])
  const fileHash = await hashOf(input.file, options)
  const run = { coalitionId, memberId, fileHash }
  const before = await findRun(store, run)
  const keep = async () => {
    if (input.keepsReading) await saveReadingWords(context, { ...run, words, savedById: principal.keyId })
  }
  if (before) {
    await keep()
    return { reconciliation: before, reading: null, readBy, replayed: true }
  }
  const madeAt = await coalitionNow(store, coalitionId)
  const made = await inTransaction(store, async (client) => {
    const found = await compare(client, { ...input, ...run, coalition, options })
    const row = rowOf({ ...run, ...found, madeAt, madeById: principal.keyId })
    if (!(await addReconciliation(client, row))) throw new MadeMeanwhile()
    return found.reading
  }).catch((error: unknown) => {
    if (error instanceof MadeMeanwhile) return null
    throw error
  })
  const reconciliation = await findRun(store, run)
  if (!reconciliation) throw new Error('A reconciliation that was written cannot be read')
  await keep()
  return { reconciliation, reading: made, readBy, replayed: made === null }
}

/** The same file was compared by another call while this one did; its run stands and this one leaves no rows. */
class MadeMeanwhile extends Error {}

interface Run {
  readonly coalitionId: string
  readonly memberId: string
  readonly fileHash: string
}

const findRun = (store: Store, key: Run): Promise<Reconciliation | null> =>
  store.prisma.reconciliation.findUnique({ where: { coalitionId_memberId_fileHash: key } })

/** What the caller says goes before what is kept for the member, as a whole: half of each would be nobody's wish. */
async function wordsFor(
  store: Store,
  of: { readonly coalitionId: string; readonly memberId: string },
  { reading = {}, keepsReading }: Pick<ReconcileSalesInput, 'reading' | 'keepsReading'>,
): Promise<{ words: ReadingWords; readBy: ReconciledSales['readBy'] }> {
  if (hasReadingWords(reading)) return { words: reading, readBy: 'CALLER' }
  if (keepsReading)
    throw new InvalidInputError({
      path: ['reading'],
      problem: 'Say how the file is to be read, to have it kept.',
    })
  const saved = await savedReadingWords(store, of)
  return saved ? { words: saved, readBy: 'SAVED' } : { words: {}, readBy: null }
}

/** Of the file; and of how it is to be read where the caller says so, since that makes other rows of it. */
async function hashOf(file: SalesFile, reading: SalesReadingOptions): Promise<string> {
  const sum = createHash('sha256')
  for await (const piece of file.open()) sum.update(piece)
  const { mapping, columns = {}, dateOrder, decimalMark, sheet } = reading
  const said = [mapping?.name, Object.entries(columns).sort(), dateOrder, decimalMark, sheet]
  if (said.some((one) => one !== undefined && one.length > 0)) sum.update(JSON.stringify(said))
  return sum.digest('hex')
}

interface Comparison {
  readonly reconciliationId: string
  readonly counts: Readonly<Record<NewReconciliationLine['kind'], number>>
  readonly rowCount: number
  readonly missingThere: number
  readonly days: { readonly fromAt: Date; readonly toAt: Date } | null
  readonly reading: SalesReading
}

async function compare(
  client: TransactionClient,
  work: Run &
    Pick<ReconcileSalesInput, 'file' | 'onProgress'> & {
      readonly coalition: Coalition
      readonly options: SalesReadingOptions
    },
): Promise<Comparison> {
  const { coalition } = work
  const reconciliationId = newId()
  const run = { ...work, reconciliationId }
  const counts = {
    ...{ MATCHED: 0, MISSING_HERE: 0, AMOUNT_DIFFERS: 0, DATE_DIFFERS: 0 },
    ...{ DUPLICATE: 0, UNREADABLE: 0 },
  }
  const { timeZone, currency } = coalition
  let rowCount = 0
  let returns = false
  let [first, last]: [Date | undefined, Date | undefined] = [undefined, undefined]
  const seen = new Set<number>()
  let reading: SalesReading | undefined
  const onRead = (found: SalesReading) => {
    reading = found
  }
  const options = { ...work.options, timeZone, currency, onRead }
  for await (const rows of chunksOf(readSalesFile(work.file.open(), options), ROWS_AT_ONCE)) {
    const lines = await compareRows(client, run, { rows, from: rowCount + 1, seen })
    await addReconciliationLines(client, run, lines)
    rowCount += lines.length
    if (rowCount > MAX_ROWS)
      throw new InvalidInputError({
        path: ['file'],
        problem: `Has more than ${MAX_ROWS} rows. Split it by month.`,
      })
    for (const { kind, soldAt, totalMinor } of lines) {
      counts[kind] += 1
      returns ||= (totalMinor ?? 0n) < 0n
      if (!soldAt) continue
      if (!first || soldAt < first) first = soldAt
      if (!last || soldAt > last) last = soldAt
    }
    work.onProgress?.(rowCount)
  }
  const days = first && last ? wholeDays(first, last, timeZone) : null
  const missingThere = days
    ? await addMissingThere(client, { ...run, ...days, lastPosition: rowCount, returns })
    : 0
  if (!reading) throw new Error('A sales file was read and not understood')
  return { reconciliationId, counts, rowCount, missingThere, days, reading }
}

async function compareRows(
  client: TransactionClient,
  run: Run & { readonly reconciliationId: string },
  { rows, from, seen }: { rows: readonly (SalesRow | SalesRowError)[]; from: number; seen: Set<number> },
): Promise<NewReconciliationLine[]> {
  const readable = rows.filter((row): row is SalesRow => row.ok && problemOf(row) === undefined)
  const receiptRefs = [...new Set(readable.map(({ receiptRef }) => receiptRef))]
  const recorded = await recordedSales(client, { ...run, receiptRefs })
  const unmatched = readable.filter(({ receiptRef }) => !recorded.has(receiptRef))
  const fiscal = await fiscalSales(client, { ...run, ...fiscalQuestion(unmatched) })
  const earlier = new Map<string, EarlierRow[]>()
  const remember = (row: EarlierRow) => {
    const known = earlier.get(row.receiptRef)
    if (known) known.push(row)
    else earlier.set(row.receiptRef, [row])
  }
  const again = receiptRefs.filter((receiptRef) => seen.has(shortHash(receiptRef)))
  // Two receipts may have one short hash, so the rows themselves decide; most files never ask.
  if (again.length > 0) for (const row of await earlierRows(client, run, again)) remember(row)
  for (const receiptRef of receiptRefs) seen.add(shortHash(receiptRef))
  return rows.map((row, at) => {
    const line = classifyRow(row, from + at, (receiptRef) => ({
      earlier: earlier.get(receiptRef) ?? [],
      recorded: recorded.get(receiptRef) ?? (row.ok ? fiscalMatch(row, fiscal) : undefined),
    }))
    const { receiptRef, totalMinor, fileLine } = line
    if (line.kind !== 'DUPLICATE' && receiptRef !== null && totalMinor !== null)
      remember({ receiptRef, totalMinor, fileLine })
    return line
  })
}

/** 48 bits: a number without loss. */
const shortHash = (text: string): number => Number.parseInt(hash('sha1', text, 'hex').slice(0, 12), 16)

function wholeDays(first: Date, last: Date, timeZone: string): { fromAt: Date; toAt: Date } {
  return {
    fromAt: startOfDay(localDateOf(first, timeZone), timeZone),
    toAt: startOfDay(addDays(localDateOf(last, timeZone), 1), timeZone),
  }
}

/** The run as it is kept. */
function rowOf(run: Run & Comparison & { readonly madeAt: Date; readonly madeById: string }): Reconciliation {
  const { counts, days } = run
  return {
    ...{
      coalitionId: run.coalitionId,
      id: run.reconciliationId,
      memberId: run.memberId,
      fileHash: run.fileHash,
    },
    ...{ fromAt: days?.fromAt ?? null, toAt: days?.toAt ?? null, rowCount: run.rowCount },
    ...{ matched: counts.MATCHED, missingHere: counts.MISSING_HERE, missingThere: run.missingThere },
    ...{ amountDiffers: counts.AMOUNT_DIFFERS, dateDiffers: counts.DATE_DIFFERS },
    ...{ duplicates: counts.DUPLICATE, unreadable: counts.UNREADABLE },
    ...{ madeAt: run.madeAt, madeById: run.madeById },
  }
}

async function* chunksOf<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let chunk: Item[] = []
  for await (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
