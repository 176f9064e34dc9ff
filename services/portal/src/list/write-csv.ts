/** A line of CSV as Russian spreadsheets read it: semicolons, quotes where they are needed, no formula in a cell. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(';')}\r\n`

function csvCell(text: string): string {
  // A cell that begins so is run as a formula by spreadsheets. A number with its sign is none.
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a file to the browser, which asks where to keep it or keeps it among its downloads. */
export function saveFile(name: string, parts: readonly string[]): void {
  // The mark by which spreadsheets know UTF-8.
  const address = URL.createObjectURL(new Blob(['\ufeff', ...parts], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
