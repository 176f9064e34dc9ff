import { UnreadableFileError } from '../document-error.ts'
import type { ClaimedStatement, ClaimedTotal } from './check-statement-lines.ts'
import type { StatementLine } from './statement-document.ts'
import { STATEMENT_FORMAT, STATEMENT_VERSION } from './write-statement-json.ts'

/** Reads what a statement file in JSON claims. Throws UnreadableFileError, or SyntaxError for what is no JSON. */
export function readStatementJson(text: string): ClaimedStatement {
  const file = record(JSON.parse(text), 'file')
  if (file.format !== STATEMENT_FORMAT || file.version !== STATEMENT_VERSION)
    throw new UnreadableFileError(`not an ${STATEMENT_FORMAT} file of version ${STATEMENT_VERSION}`)
  return {
    format: 'json',
    opening: whole(file.opening, 'opening'),
    closing: whole(file.closing, 'closing'),
    net: whole(file.net, 'net'),
    // Files from before balances were rounded have none.
    rounding: file.rounding === undefined ? 0n : whole(file.rounding, 'rounding'),
    amountDigits: count(file.amountDigits, 'amountDigits'),
    lineCount: count(file.lineCount, 'lineCount'),
    lineHash: string(file.lineHash, 'lineHash'),
    lines: list(file.lines, 'lines').map((value, index) => {
      const field = `line ${index + 1}`
      const members = record(value, field)
      return {
        line: readLine(members, field),
        balance: whole(members.balance, `${field}: balance`),
        hash: string(members.hash, `${field}: hash`),
      }
    }),
    totals: readTotals(file),
  }
}

function readLine(members: Readonly<Record<string, unknown>>, field: string): StatementLine {
  const postedAt = new Date(string(members.postedAt, `${field}: postedAt`))
  if (Number.isNaN(postedAt.getTime())) throw new UnreadableFileError(`${field}: postedAt is no instant`)
  return {
    no: count(members.no, `${field}: no`),
    entryId: string(members.entry, `${field}: entry`),
    postedAt,
    kind: string(members.kind, `${field}: kind`),
    counterpartyId:
      members.counterparty === null ? null : string(members.counterparty, `${field}: counterparty`),
    reference: string(members.reference, `${field}: reference`),
    points: whole(members.points, `${field}: points`),
    amount: whole(members.amount, `${field}: amount`),
  }
}

function readTotals(file: Readonly<Record<string, unknown>>): ClaimedTotal[] {
  const byKind = list(file.totalsByKind, 'totalsByKind').map((value) => {
    const total = record(value, 'totalsByKind')
    const kind = string(total.kind, 'totalsByKind: kind')
    return claimedTotal(total, `kind ${kind}`, (line) => line.kind === kind)
  })
  const byCounterparty = list(file.totalsByCounterparty, 'totalsByCounterparty').map((value) => {
    const total = record(value, 'totalsByCounterparty')
    const id =
      total.counterparty === null ? null : string(total.counterparty, 'totalsByCounterparty: counterparty')
    return claimedTotal(total, `counterparty ${id ?? '(none)'}`, (line) => line.counterpartyId === id)
  })
  return [...byKind, ...byCounterparty]
}

const claimedTotal = (
  total: Readonly<Record<string, unknown>>,
  what: string,
  includes: (line: StatementLine) => boolean,
): ClaimedTotal => ({
  what,
  includes,
  lineCount: count(total.lineCount, `${what}: lineCount`),
  points: whole(total.points, `${what}: points`),
  debit: whole(total.debit, `${what}: debit`),
  credit: whole(total.credit, `${what}: credit`),
})

function record(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableFileError(`${field} must be an object`)
  return value as Record<string, unknown>
}

function list(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnreadableFileError(`${field} must be a list`)
  return value
}

function string(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new UnreadableFileError(`${field} must be a text`)
  return value
}

function count(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new UnreadableFileError(`${field} must be a whole number`)
  return value
}

function whole(value: unknown, field: string): bigint {
  if (typeof value !== 'string' || !/^-?(?:0|[1-9]\d{0,30})$/.test(value))
    throw new UnreadableFileError(`${field} must be a whole number in decimal digits, as a text`)
  return BigInt(value)
}
