import { hash } from 'node:crypto'
import type { StatementLine, StatementLines } from './statement-document.ts'

/** What the first line is chained to: 64 zeros. Also the hash of a statement without lines. */
export const EMPTY_LINE_HASH = '0'.repeat(64)

/**
 * The bytes that are hashed for a line, as text: a JSON array without spaces of number, entry id, instant
 * (ISO 8601, UTC, milliseconds), kind, counterparty or null, reference, points and amount (decimal strings).
 */
export function canonicalStatementLine(line: StatementLine): string {
  const { no, entryId, postedAt, kind, counterpartyId, reference, points, amount } = line
  const counterparty = counterpartyId === null ? 'null' : quoted(counterpartyId)
  return `[${no},${quoted(entryId)},"${isoTextOf(postedAt)}",${quoted(kind)},${counterparty},${quoted(reference)},"${points}","${amount}"]`
}

/** Printable ASCII without quotes and backslashes is its own JSON. */
const PLAIN = /^[ !#-[\]-~]*$/

/** As `JSON.stringify` writes it, which costs several times as much. */
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text))

let lastMs = Number.NaN
let lastIsoText = ''

/** ISO 8601, remembered for the lines of one event, which follow each other. */
function isoTextOf(instant: Date): string {
  const ms = instant.getTime()
  if (ms !== lastMs) {
    lastIsoText = instant.toISOString()
    lastMs = ms
  }
  return lastIsoText
}

/**
 * The running hash after a line: SHA-256, in hex, of the hash before it (as hex text), a line feed and the line's
 * canonical text in UTF-8. The last one is the statement's `lineHash`, and a file that carries them all tells
 * which line was changed.
 */
export function hashStatementLine(previousHash: string, line: StatementLine): string {
  return hash('sha256', `${previousHash}\n${canonicalStatementLine(line)}`, 'hex')
}

/** The statement's `lineHash`, computed from its lines in one pass. */
export async function hashStatementLines(lines: StatementLines): Promise<string> {
  let last = EMPTY_LINE_HASH
  for await (const line of lines) last = hashStatementLine(last, line)
  return last
}
