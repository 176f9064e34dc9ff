import { FileTooLargeError, UnreadableFileError } from '../document-error.ts'

/** One record of a CSV file with the line on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** Beyond this a record is not a row of a table but an attack or a lost quote. */
const MAX_RECORD_CHARACTERS = 1_000_000

/**
 * Cuts CSV text that arrives in pieces into records, holding one record in memory. Knows quotes, doubled quotes,
 * line breaks inside quotes, and CRLF, LF or CR at the end of a record. Empty lines are skipped.
 * Throws UnreadableFileError for a quote that never closes, FileTooLargeError for an endless record.
 */
export async function* parseCsv(
  text: AsyncIterable<string> | Iterable<string>,
  separator: string,
): AsyncGenerator<CsvRecord> {
  const reader = createRecordReader(separator)
  for await (const piece of text) yield* reader.read(piece)
  yield* reader.end()
}

/** The record that is being read. */
interface OpenRecord {
  cells: string[]
  cell: string
  /** Characters of the record so far. */
  size: number
  line: number
  startedOn: number
  state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted'
  /** The last character was a CR, so that a LF now is the same line break. */
  afterCr: boolean
}

function createRecordReader(separator: string) {
  /** What a cell holds up to the next separator or line break, at a given place. */
  const plainText = new RegExp(`[^${separator.replace(/[\\\]^-]/g, '\\$&')}\\r\\n]+`, 'y')
  const open: OpenRecord = {
    cells: [],
    cell: '',
    size: 0,
    line: 1,
    startedOn: 1,
    state: 'start',
    afterCr: false,
  }

  function* read(piece: string): Generator<CsvRecord> {
    for (let at = 0; at < piece.length; ) {
      if (open.state === 'quoted') {
        at = readQuoted(open, piece, at)
        continue
      }
      const character = piece[at] ?? ''
      at += 1
      if (character === '\n' && open.afterCr) {
        open.afterCr = false
        open.startedOn = open.line
        continue
      }
      open.afterCr = character === '\r'
      grow(open, 1)
      if (character === '"' && open.state !== 'plain') {
        if (open.state === 'quote-in-quoted') open.cell += '"'
        open.state = 'quoted'
      } else if (character === separator) {
        open.cells.push(open.cell)
        open.cell = ''
        open.state = 'start'
      } else if (character === '\r' || character === '\n') {
        open.line += 1
        const record = finishRecord(open)
        if (record) yield record
      } else {
        plainText.lastIndex = at
        const [more = ''] = plainText.exec(piece) ?? []
        open.cell += character + more
        open.state = 'plain'
        grow(open, more.length)
        at += more.length
      }
    }
  }

  function* end(): Generator<CsvRecord> {
    if (open.state === 'quoted')
      throw new UnreadableFileError('a quote is never closed', { line: open.startedOn, kind: 'OPEN_QUOTE' })
    const record = open.size > 0 ? finishRecord(open) : undefined
    if (record) yield record
  }

  return { read, end }
}

/** Reads a quoted text up to its quote or the end of the piece; the place behind it. */
function readQuoted(open: OpenRecord, piece: string, from: number): number {
  const quoteAt = piece.indexOf('"', from)
  const text = piece.slice(from, quoteAt < 0 ? undefined : quoteAt)
  grow(open, text.length)
  const breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0
  open.line += open.afterCr && text.startsWith('\n') ? breaks - 1 : breaks
  open.cell += text
  open.afterCr = quoteAt < 0 && text.endsWith('\r')
  if (quoteAt < 0) return piece.length
  open.state = 'quote-in-quoted'
  return quoteAt + 1
}

/** Counts characters of the record. */
function grow(open: OpenRecord, by: number): void {
  open.size += by
  if (open.size > MAX_RECORD_CHARACTERS)
    throw new FileTooLargeError(`a record is longer than ${MAX_RECORD_CHARACTERS} characters`, {
      line: open.startedOn,
    })
}

/** The record as it was read, and the next one begun; undefined for an empty line. */
function finishRecord(open: OpenRecord): CsvRecord | undefined {
  const isBlank = open.cells.length === 0 && open.cell === '' && open.state !== 'quote-in-quoted'
  open.cells.push(open.cell)
  const record = { line: open.startedOn, cells: open.cells }
  open.cells = []
  open.cell = ''
  open.size = 0
  open.state = 'start'
  open.startedOn = open.line
  return isBlank ? undefined : record
}
