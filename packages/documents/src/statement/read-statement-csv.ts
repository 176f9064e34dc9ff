import { BYTE_ORDER_MARK, originalCell } from '../csv/csv-cell.ts'
import { type CsvRecord, parseCsv } from '../csv/parse-csv.ts'
import { UnreadableFileError } from '../document-error.ts'
import { parseDecimal } from '../text/decimal.ts'
import type { ClaimedStatement } from './check-statement-lines.ts'
import type { StatementLine } from './statement-document.ts'
import { CLOSING_KIND, OPENING_KIND, ROUNDING_KIND } from './write-statement-csv.ts'

/** With the columns of VAT, and as files were before they had them. */
const COLUMN_COUNTS: readonly number[] = [18, 15]
/** Cells of a record, in the order in which they are written. */
const column = {
  ...{ no: 0, kind: 3, counterparty: 5, reference: 7, points: 8, debit: 9 },
  ...{ credit: 10, balance: 11, entry: 12, instant: 13, hash: 14 },
}

/** Reads what a statement file in CSV, of either dialect, claims. Throws UnreadableFileError with the file's line. */
export async function readStatementCsv(text: string): Promise<ClaimedStatement> {
  const table = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text
  const firstLine = table.slice(0, table.search(/[\r\n]|$/))
  const separator = COLUMN_COUNTS.includes(firstLine.split(';').length) ? ';' : ','
  const columnCount = firstLine.split(separator).length
  if (!COLUMN_COUNTS.includes(columnCount))
    throw new UnreadableFileError(`${columnCount} columns, not ${COLUMN_COUNTS.join(' or ')}`, { line: 1 })
  const records: CsvRecord[] = []
  for await (const record of parseCsv([table], separator)) {
    if (record.cells.length !== columnCount)
      throw new UnreadableFileError(`${record.cells.length} cells, not ${columnCount}`, { line: record.line })
    records.push(record)
  }
  const opening = records[1]
  const closing = records.at(-1)
  if (opening === undefined || closing === undefined || cell(opening, column.kind) !== OPENING_KIND)
    throw new UnreadableFileError('the first record is not the opening balance')
  if (cell(closing, column.kind) !== CLOSING_KIND)
    throw new UnreadableFileError('the last record is not the closing balance')

  const digits = digitsAfterPoint(cell(opening, column.balance))
  const beforeLast = records.at(-2)
  const rounding =
    beforeLast !== undefined && cell(beforeLast, column.kind) === ROUNDING_KIND ? beforeLast : undefined
  return {
    format: 'csv',
    opening: amount(opening, column.balance, digits),
    closing: amount(closing, column.balance, digits),
    net: undefined,
    rounding: rounding ? signedAmount(rounding, digits) : 0n,
    amountDigits: digits,
    lineCount: Number(cell(closing, column.no)),
    lineHash: cell(closing, column.hash),
    lines: records.slice(2, rounding ? -2 : -1).map((record) => ({
      line: readLine(record, digits),
      balance: amount(record, column.balance, digits),
      hash: cell(record, column.hash),
    })),
    totals: [
      {
        what: 'the whole statement',
        includes: () => true,
        lineCount: Number(cell(closing, column.no)),
        points: amount(closing, column.points, 0),
        debit: amount(closing, column.debit, digits),
        credit: amount(closing, column.credit, digits),
      },
    ],
  }
}

function readLine(record: CsvRecord, digits: number): StatementLine {
  const postedAt = new Date(cell(record, column.instant))
  if (Number.isNaN(postedAt.getTime()))
    throw new UnreadableFileError('the instant is none', { line: record.line })
  const counterparty = originalCell(cell(record, column.counterparty))
  return {
    no: Number(cell(record, column.no)),
    entryId: originalCell(cell(record, column.entry)),
    postedAt,
    kind: originalCell(cell(record, column.kind)),
    counterpartyId: counterparty === '' ? null : counterparty,
    reference: originalCell(cell(record, column.reference)),
    points: amount(record, column.points, 0),
    amount: signedAmount(record, digits),
  }
}

function signedAmount(record: CsvRecord, digits: number): bigint {
  const side = (index: number) => (cell(record, index) === '' ? 0n : amount(record, index, digits))
  return side(column.debit) - side(column.credit)
}

const cell = (record: CsvRecord, index: number): string => record.cells[index] ?? ''

function amount(record: CsvRecord, index: number, digits: number): bigint {
  const value = parseDecimal(cell(record, index), digits)
  if (value === undefined)
    throw new UnreadableFileError(`"${cell(record, index)}" is no amount`, { line: record.line })
  return value
}

/** All amounts of a file are written with the same number of digits after the point. */
const digitsAfterPoint = (text: string): number => /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0
