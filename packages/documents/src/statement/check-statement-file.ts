import { checkStatementLines, type StatementCheck, unreadable } from './check-statement-lines.ts'
import { readStatementCsv } from './read-statement-csv.ts'
import { readStatementJson } from './read-statement-json.ts'

/**
 * Verifies a statement file (JSON or either CSV dialect) on its own, with no database and no key: the chained hash and
 * the balance of every line, the count, opening + lines + rounding = closing, and the totals. Names the first bad line; a file
 * that cannot be read at all is reported the same way, never thrown.
 * What it cannot tell is whether the whole file was made anew: compare `lineHash` with the one on the signed PDF.
 */
export async function checkStatementFile(bytes: Uint8Array): Promise<StatementCheck> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    return unreadable('json', `the file is not UTF-8: ${error instanceof Error ? error.message : error}`)
  }
  const isJson = text.trimStart().startsWith('{')
  try {
    const claimed = isJson ? readStatementJson(text) : await readStatementCsv(text)
    return checkStatementLines(claimed)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return unreadable(isJson ? 'json' : 'csv', error.message)
  }
}
