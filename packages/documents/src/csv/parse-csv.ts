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

function createRecordReader(separator: string) {
  /** What a cell holds up to the next separator or line break, at a given place. */
  const plainText = new RegExp(`[^${separator.replace(/[\\\]^-]/g, '\\$&')}\\r\\n]+`, 'y')
  let cells: string[] = []
  let cell = ''
  let size = 0
  let line = 1
  let startedOn = 1
  let state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start'
  let afterCr = false

  function finishRecord(): CsvRecord | undefined {
    const blank = cells.length === 0 && cell === '' && state !== 'quote-in-quoted'
    cells.push(cell)
    const record = { line: startedOn, cells }
    cells = []
    cell = ''
    size = 0
    state = 'start'
    return blank ? undefined : record
  }

  /** Counts characters of the record that is read. */
  function grow(by: number): void {
    size += by
    if (size > MAX_RECORD_CHARACTERS)
      throw new FileTooLargeError(`a record is longer than ${MAX_RECORD_CHARACTERS} characters`, {
        line: startedOn,
      })
  }

  /** Counts the lines of a quoted text; the LF of a CRLF may begin the next piece. */
  function countLines(text: string): void {
    const breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0
    line += afterCr && text.startsWith('\n') ? breaks - 1 : breaks
    afterCr = text.endsWith('\r')
  }

  function* read(piece: string): Generator<CsvRecord> {
    for (let at = 0; at < piece.length; ) {
      if (state === 'quoted') {
        const quoteAt = piece.indexOf('"', at)
        const text = piece.slice(at, quoteAt < 0 ? undefined : quoteAt)
        at += text.length
        grow(text.length)
        countLines(text)
        cell += text
        if (quoteAt < 0) return
        state = 'quote-in-quoted'
        afterCr = false
        at += 1
        continue
      }
      const character = piece[at] ?? ''
      if (character === '\n' && afterCr) {
        afterCr = false
        startedOn = line
        at += 1
        continue
      }
      afterCr = character === '\r'
      grow(1)
      at += 1
      if (character === '"' && state !== 'plain') {
        if (state === 'quote-in-quoted') cell += '"'
        state = 'quoted'
      } else if (character === separator) {
        cells.push(cell)
        cell = ''
        state = 'start'
      } else if (character === '\r' || character === '\n') {
        line += 1
        const record = finishRecord()
        startedOn = line
        if (record) yield record
      } else {
        plainText.lastIndex = at
        const [more = ''] = plainText.exec(piece) ?? []
        cell += character + more
        state = 'plain'
        grow(more.length)
        at += more.length
      }
    }
  }

  function* end(): Generator<CsvRecord> {
    if (state === 'quoted')
      throw new UnreadableFileError('a quote is never closed', { line: startedOn, kind: 'OPEN_QUOTE' })
    if (size > 0) {
      const record = finishRecord()
      if (record) yield record
    }
  }

  return { read, end }
}
