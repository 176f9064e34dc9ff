import { currencyDigits, parseDecimal } from '../text/decimal.ts'
import { type CamtEntry, type CamtStatement, camtDay } from './camt-entry.ts'
import { type CamtNode, textAt } from './camt-node.ts'
import type { TotalsMismatch } from './control-totals.ts'

/** What is known of a statement while its entries come. */
export interface StatementSoFar extends CamtStatement {
  readonly opening: Balance | undefined
  readonly closing: Balance | undefined
  /** What its summary says that came and left. */
  readonly summary: readonly { readonly field: string; readonly line: number; readonly sum: string }[]
  readonly booked: Readonly<Record<'IN' | 'OUT', bigint>>
  readonly announced: Readonly<Record<'IN' | 'OUT', bigint>>
}

interface Balance {
  readonly line: number
  readonly signedMinor: bigint
  readonly currency: string
}

export const BLANK_STATEMENT: StatementSoFar = {
  ...{ account: '', currency: '', day: '', opening: undefined, closing: undefined, summary: [] },
  ...{ booked: { IN: 0n, OUT: 0n }, announced: { IN: 0n, OUT: 0n } },
}

/** What a statement's own element (`Stmt/...`) other than an entry adds to what is known of it. */
export function withStatementPart(known: StatementSoFar, part: CamtNode): StatementSoFar {
  if (part.name === 'Acct') {
    const account = textAt(part, 'Id/IBAN') || textAt(part, 'Id/Othr/Id')
    return { ...known, account, currency: textAt(part, 'Ccy') }
  }
  // The closing balance says the day best; the end of the period and the making of the file come before it.
  if (part.name === 'CreDtTm') return { ...known, day: camtDay(part.text.trim()) ?? known.day }
  if (part.name === 'FrToDt') return { ...known, day: camtDay(textAt(part, 'ToDtTm')) ?? known.day }
  if (part.name === 'Bal') return withBalance(known, part)
  if (part.name !== 'TxsSummry') return known
  const summary = ['TtlCdtNtries', 'TtlDbtNtries'].map((field) => ({
    ...{ field, line: part.line, sum: textAt(part, `${field}/Sum`) },
  }))
  return { ...known, summary }
}

function withBalance(known: StatementSoFar, part: CamtNode): StatementSoFar {
  const code = textAt(part, 'Tp/CdOrPrtry/Cd')
  const amount = part.children.find(({ name }) => name === 'Amt')
  if (!amount || !/^[A-Z]{3}$/.test(amount.currency)) return known
  const minor = parseDecimal(amount.text.trim(), currencyDigits(amount.currency))
  if (minor === undefined) return known
  const signedMinor = textAt(part, 'CdtDbtInd') === 'DBIT' ? -minor : minor
  const balance = { line: part.line, signedMinor, currency: amount.currency }
  if (code === 'CLBD')
    return {
      ...{ ...known, closing: balance },
      day: camtDay(textAt(part, 'Dt/Dt') || textAt(part, 'Dt/DtTm')) ?? known.day,
    }
  if (code === 'OPBD') return { ...known, opening: balance }
  return code === 'PRCD' ? { ...known, opening: known.opening ?? balance } : known
}

/** Counts an entry among what the statement's totals are held against. */
export function withEntry(known: StatementSoFar, { whole }: CamtEntry): StatementSoFar {
  const state = whole.booked ? 'booked' : 'announced'
  const sums = known[state]
  return { ...known, [state]: { ...sums, [whole.direction]: sums[whole.direction] + whole.amountMinor } }
}

/** Where the balances or the summary of a statement are not what its entries add up to. */
export function statementMismatches(statement: StatementSoFar): TotalsMismatch[] {
  const { opening, closing, booked, announced } = statement
  const currency = closing?.currency ?? opening?.currency ?? statement.currency
  if (!/^[A-Z]{3}$/.test(currency)) return []
  const place = { account: statement.account, currency, day: statement.day }
  const found: TotalsMismatch[] = []
  if (opening && closing && opening.currency === closing.currency) {
    const foundMinor = opening.signedMinor + booked.IN - booked.OUT
    if (foundMinor !== closing.signedMinor)
      found.push({
        ...{ ...place, line: closing.line, field: 'CLBD', saidMinor: closing.signedMinor, foundMinor },
      })
  }
  for (const { field, line, sum } of statement.summary) {
    const saidMinor = parseDecimal(sum, currencyDigits(currency))
    const direction = field === 'TtlCdtNtries' ? 'IN' : 'OUT'
    const foundMinor = booked[direction]
    // Some banks count what they only announce, others do not.
    if (
      saidMinor !== undefined &&
      saidMinor !== foundMinor &&
      saidMinor !== foundMinor + announced[direction]
    )
      found.push({ ...place, line, field, saidMinor, foundMinor })
  }
  return found
}
