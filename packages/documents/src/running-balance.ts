import { StatementMismatchError } from './document-error.ts'
import type { StatementDocument, StatementLine, StatementLines } from './statement-document.ts'
import { EMPTY_LINE_HASH, hashStatementLine } from './statement-line-hash.ts'

/** A line with what holds after it: the balance (signed as amounts are) and the chained hash. */
export interface RunningLine {
  readonly line: StatementLine
  readonly balance: bigint
  readonly hash: string
}

/**
 * Walks the lines once, with running balance and hash, and makes sure at the end that they are the document's:
 * no document is finished whose count, net, closing balance or hash is not that of its lines.
 */
export async function* running(
  document: StatementDocument,
  lines: StatementLines,
): AsyncGenerator<RunningLine> {
  let balance = document.opening
  let hash = EMPTY_LINE_HASH
  let count = 0
  for await (const line of lines) {
    count += 1
    if (line.no !== count) throw new StatementMismatchError(`line ${count} is numbered ${line.no}`, 'no')
    balance += line.amount
    hash = hashStatementLine(hash, line)
    yield { line, balance, hash }
  }
  if (count !== document.lineCount)
    throw new StatementMismatchError(`${count} lines, not ${document.lineCount}`, 'lineCount')
  if (document.closing !== document.opening + document.net)
    throw new StatementMismatchError('the closing balance is not opening + net', 'closing')
  if (balance !== document.closing)
    throw new StatementMismatchError(`the lines end at ${balance}, not ${document.closing}`, 'closing')
  if (hash !== document.lineHash)
    throw new StatementMismatchError(`the lines hash to ${hash}, not ${document.lineHash}`, 'lineHash')
}
