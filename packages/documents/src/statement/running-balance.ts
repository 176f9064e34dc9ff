import { StatementMismatchError } from '../document-error.ts'
import { minorUnit } from './amount-text.ts'
import type {
  StatementDocument,
  StatementLine,
  StatementLines,
  StatementTotal,
} from './statement-document.ts'
import { EMPTY_LINE_HASH, hashStatementLine } from './statement-line-hash.ts'

/** A line with what holds after it: the balance (signed as amounts are) and the chained hash. */
export interface RunningLine {
  readonly line: StatementLine
  readonly balance: bigint
  readonly hash: string
}

/**
 * Walks the lines once, with running balance and hash, and makes sure at the end that they are the document's:
 * no document is finished whose count, net, closing balance, totals or hash are not those of its lines.
 */
export async function* running(
  document: StatementDocument,
  lines: StatementLines,
): AsyncGenerator<RunningLine> {
  let balance = document.opening
  let hash = EMPTY_LINE_HASH
  let count = 0
  const byKind = new Map<string, StatementTotal>()
  const byCounterparty = new Map<string | null, StatementTotal>()
  for await (const line of lines) {
    count += 1
    if (line.no !== count) throw new StatementMismatchError(`line ${count} is numbered ${line.no}`, 'no')
    balance += line.amount
    hash = hashStatementLine(hash, line)
    byKind.set(line.kind, added(byKind.get(line.kind), line))
    byCounterparty.set(line.counterpartyId, added(byCounterparty.get(line.counterpartyId), line))
    yield { line, balance, hash }
  }
  if (count !== document.lineCount)
    throw new StatementMismatchError(`${count} lines, not ${document.lineCount}`, 'lineCount')
  const { opening, net, rounding, closing } = document
  const minor = minorUnit(document)
  if (opening % minor !== 0n || closing % minor !== 0n)
    throw new StatementMismatchError('a balance has parts of a minor unit', 'closing')
  if (closing !== opening + net + rounding)
    throw new StatementMismatchError('the closing balance is not opening + net + rounding', 'closing')
  if (balance + rounding !== closing)
    throw new StatementMismatchError(
      `the lines and the rounding end at ${balance + rounding}, not ${closing}`,
      'closing',
    )
  if (hash !== document.lineHash)
    throw new StatementMismatchError(`the lines hash to ${hash}, not ${document.lineHash}`, 'lineHash')
  checkTotals(
    'totalsByKind',
    byKind,
    document.totalsByKind.map((total) => [total.kind, total]),
  )
  checkTotals(
    'totalsByCounterparty',
    byCounterparty,
    document.totalsByCounterparty.map((total) => [total.counterpartyId, total]),
  )
}

const NOTHING: StatementTotal = { lineCount: 0, points: 0n, debit: 0n, credit: 0n }

const added = (total: StatementTotal = NOTHING, line: StatementLine): StatementTotal => ({
  lineCount: total.lineCount + 1,
  points: total.points + line.points,
  debit: total.debit + (line.amount > 0n ? line.amount : 0n),
  credit: total.credit - (line.amount < 0n ? line.amount : 0n),
})

function checkTotals<Key>(
  field: string,
  found: ReadonlyMap<Key, StatementTotal>,
  claimed: readonly (readonly [Key, StatementTotal])[],
): void {
  const fits =
    claimed.length === found.size &&
    claimed.every(([key, total]) => {
      const sum = found.get(key)
      return (
        sum?.lineCount === total.lineCount &&
        sum.points === total.points &&
        sum.debit === total.debit &&
        sum.credit === total.credit
      )
    })
  if (!fits) throw new StatementMismatchError(`${field} are not the sums of the lines`, field)
}
