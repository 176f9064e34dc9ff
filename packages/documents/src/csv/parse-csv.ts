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
  let cells: string[] = []
  let cell = ''
  let size = 0
  let line = 1
  let startedOn = 1
  let state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start'
  let afterCr = false

  function finishRecord(): CsvRecord | undefined {
    const record = { line: startedOn, cells: [...cells, cell] }
    const blank = cells.length === 0 && cell === '' && state !== 'quote-in-quoted'
    cells = []
    cell = ''
    size = 0
    state = 'start'
    return blank ? undefined : record
  }

  function* read(piece: string): Generator<CsvRecord> {
    for (const character of piece) {
      if (afterCr && character === '\n' && state !== 'quoted') {
        afterCr = false
        startedOn = line
        continue
      }
      const breaksLine = character === '\n' || character === '\r'
      if (breaksLine && !(character === '\n' && afterCr)) line += 1
      afterCr = character === '\r'
      size += 1
      if (size > MAX_RECORD_CHARACTERS)
        throw new FileTooLargeError(`a record is longer than ${MAX_RECORD_CHARACTERS} characters`, {
          line: startedOn,
        })
      if (state === 'quoted') {
        if (character === '"') state = 'quote-in-quoted'
        else cell += character
      } else if (character === '"' && state !== 'plain') {
        if (state === 'quote-in-quoted') cell += '"'
        state = 'quoted'
      } else if (character === separator) {
        cells.push(cell)
        cell = ''
        state = 'start'
      } else if (breaksLine) {
        const record = finishRecord()
        startedOn = line
        if (record) yield record
      } else {
        cell += character
        state = 'plain'
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
