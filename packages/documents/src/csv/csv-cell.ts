/** How a CSV file is written: RFC 4180 for programs, or what a Russian Excel opens without asking. */
export type CsvDialect = 'rfc4180' | 'excel-ru'

/** The byte order mark by which Excel knows UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

/** First characters that a spreadsheet takes for a formula, also in their full-width forms; and our own mark. */
const FORMULA_START = /^[=+\-@\t\r\n'＝＋－＠]/

/** Makes a text inert in a spreadsheet: a cell that would begin a formula gets an apostrophe before it. */
export function neutralCell(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}

const MONTH = [
  ...['янв(?:ар[ья])?', 'фев(?:рал[ья])?', 'мар(?:та?)?', 'апр(?:ел[ья])?', 'ма[йя]', 'июн[ья]?', 'июл[ья]?'],
  ...['авг(?:уста?)?', 'сен(?:тябр[ья])?', 'окт(?:ябр[ья])?', 'ноя(?:бр[ья])?', 'дек(?:абр[ья])?'],
  ...['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?'],
  ...['sep(?:tember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'],
].join('|')
/** A day with the name of its month, before it or behind it. */
const NAMED_DAY = new RegExp(
  `^\\s*(?:\\d{1,4}[\\s./-]*(?:${MONTH})(?:[\\s./-]*\\d{1,4})?|(?:${MONTH})[\\s./-]*\\d{1,4})\\s*$`,
  'iu',
)
/** Of what Excel reads as a number, a share, a date or a time of day, also with spaces among the digits. */
const READ_AS_VALUE = /^[\s\d.,:/()%-]+(?:e[+-]?\d+\s*|[ap]m?\s*)?$/i
/** A whole number that Excel shows as it was written: fewer than twelve digits, none of them a zero in front. */
const KEPT_AS_WRITTEN = /^(?:0|[1-9]\d{0,10})$/

/**
 * `neutralCell` for a text that Excel opens: digits that it would change get the apostrophe too. Of the number of a card it keeps fifteen
 * digits, of `0001234` no zeros, and `12-05` and `1E5` become a day and 100000.
 */
export function neutralExcelCell(text: string): string {
  const isValue = /\d/.test(text) && READ_AS_VALUE.test(text) && !KEPT_AS_WRITTEN.test(text)
  return (isValue || NAMED_DAY.test(text)) && !FORMULA_START.test(text) ? `'${text}` : neutralCell(text)
}

/** The text that `neutralCell` or `neutralExcelCell` was given. */
export function originalCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

/** One record with its line break (CRLF in both dialects). Cells with separators, quotes or breaks are quoted. */
export function csvRecord(cells: readonly string[], dialect: CsvDialect): string {
  const separator = dialect === 'excel-ru' ? ';' : ','
  const quoted = cells.map((cell) =>
    /[",;\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  return `${quoted.join(separator)}\r\n`
}
