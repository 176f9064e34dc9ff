import type { StatementLine } from './statement-document.ts'
import { EMPTY_LINE_HASH, hashStatementLine } from './statement-line-hash.ts'

/** What is wrong with a statement file. `line` is the number of the statement's line, not of the file's. */
export interface StatementProblem {
  readonly code:
    | 'UNREADABLE'
    | 'LINE_NUMBER'
    | 'LINE_HASH'
    | 'LINE_BALANCE'
    | 'LINE_COUNT'
    | 'CLOSING'
    | 'ROUNDING'
    | 'NET'
    | 'STATEMENT_HASH'
    | 'TOTALS'
  readonly message: string
  readonly line?: number
}

/** The verdict on a statement file: `ok`, or problems with the first bad line first. Sums are those recomputed. */
export interface StatementCheck {
  readonly ok: boolean
  readonly format: 'json' | 'csv'
  readonly problems: readonly StatementProblem[]
  readonly lineCount: number
  readonly lineHash: string
  /** As the file claims them, in its own digits: the hash of the lines does not cover them. */
  readonly opening: bigint
  readonly closing: bigint
  readonly rounding: bigint
}

/** A sum that the file claims over some of its lines. */
export interface ClaimedTotal {
  readonly what: string
  readonly includes: (line: StatementLine) => boolean
  readonly lineCount: number
  readonly points: bigint
  readonly debit: bigint
  readonly credit: bigint
}

/** All that a statement file says of itself. */
export interface ClaimedStatement {
  readonly format: 'json' | 'csv'
  readonly opening: bigint
  readonly closing: bigint
  /** Undefined where the format does not say it. */
  readonly net: bigint | undefined
  /** What makes the closing whole minor units. */
  readonly rounding: bigint
  readonly amountDigits: number
  readonly lineCount: number
  readonly lineHash: string
  readonly lines: readonly {
    readonly line: StatementLine
    readonly balance: bigint
    readonly hash: string
  }[]
  readonly totals: readonly ClaimedTotal[]
}

/** The verdict on a file that could not be read. */
export const unreadable = (format: 'json' | 'csv', message: string): StatementCheck => ({
  ok: false,
  format,
  problems: [{ code: 'UNREADABLE', message }],
  lineCount: 0,
  lineHash: EMPTY_LINE_HASH,
  opening: 0n,
  closing: 0n,
  rounding: 0n,
})

/** Recomputes all that a statement claims. Only the first bad line is named: the chain breaks from there on. */
export function checkStatementLines(claimed: ClaimedStatement): StatementCheck {
  const problems: StatementProblem[] = []
  const bad = firstBadLine(claimed)
  if (bad) problems.push(bad)

  let hash = EMPTY_LINE_HASH
  let sum = 0n
  for (const { line } of claimed.lines) {
    hash = hashStatementLine(hash, line)
    sum += line.amount
  }
  const count = claimed.lines.length
  if (count !== claimed.lineCount)
    problems.push({
      code: 'LINE_COUNT',
      message: `the file has ${count} lines and claims ${claimed.lineCount}`,
    })
  if (hash !== claimed.lineHash)
    problems.push({ code: 'STATEMENT_HASH', message: `the lines hash to ${hash}, not ${claimed.lineHash}` })
  if (claimed.net !== undefined && claimed.net !== sum)
    problems.push({ code: 'NET', message: `the lines sum to ${sum}, not ${claimed.net}` })
  const { format, opening, closing, rounding } = claimed
  if (opening + sum + rounding !== closing)
    problems.push({
      code: 'CLOSING',
      message: `opening ${opening} + lines ${sum} + rounding ${rounding} is not closing ${closing}`,
    })
  if (!isRounding(claimed))
    problems.push({ code: 'ROUNDING', message: `${rounding} is more than rounding can make` })
  problems.push(...wrongTotals(claimed))
  const ok = problems.length === 0
  return { ok, format, problems, lineCount: count, lineHash: hash, opening, closing, rounding }
}

/** Two balances are rounded, each by less than a minor unit. Every currency has two decimals. */
function isRounding({ rounding, amountDigits }: ClaimedStatement): boolean {
  const most = 2n * 10n ** BigInt(Math.max(0, amountDigits - MINOR_DIGITS))
  return rounding === 0n || (amountDigits > MINOR_DIGITS && rounding < most && -rounding < most)
}

const MINOR_DIGITS = 2

function firstBadLine(claimed: ClaimedStatement): StatementProblem | undefined {
  let hash = EMPTY_LINE_HASH
  let balance = claimed.opening
  for (const [index, { line, balance: claimedBalance, hash: claimedHash }] of claimed.lines.entries()) {
    const at = index + 1
    hash = hashStatementLine(hash, line)
    balance += line.amount
    if (line.no !== at) return { code: 'LINE_NUMBER', line: at, message: `line ${at} is numbered ${line.no}` }
    if (hash !== claimedHash)
      return { code: 'LINE_HASH', line: at, message: `line ${at} does not hash to what it carries` }
    if (balance !== claimedBalance)
      return {
        code: 'LINE_BALANCE',
        line: at,
        message: `the balance after line ${at} is ${balance}, not ${claimedBalance}`,
      }
  }
  return undefined
}

function wrongTotals(claimed: ClaimedStatement): StatementProblem[] {
  return claimed.totals.flatMap((total) => {
    const found = { lineCount: 0, points: 0n, debit: 0n, credit: 0n }
    for (const { line } of claimed.lines) {
      if (!total.includes(line)) continue
      found.lineCount += 1
      found.points += line.points
      if (line.amount > 0n) found.debit += line.amount
      else found.credit -= line.amount
    }
    const fits =
      found.lineCount === total.lineCount &&
      found.points === total.points &&
      found.debit === total.debit &&
      found.credit === total.credit
    return fits
      ? []
      : [{ code: 'TOTALS' as const, message: `the totals of ${total.what} do not fit the lines` }]
  })
}
