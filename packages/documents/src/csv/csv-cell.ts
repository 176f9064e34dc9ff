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

/** The text that `neutralCell` was given. */
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
