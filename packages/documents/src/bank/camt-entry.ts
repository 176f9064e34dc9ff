import { currencyDigits, parseDecimal } from '../text/decimal.ts'
import { accountCurrency, NO_CURRENCY } from './account-currency.ts'
import { type BankFileRemark, type BankLine, type BankRemarkCode, bankRemark } from './bank-line.ts'
import { type CamtNode, nodeAt, nodesAt, textAt, textsAt } from './camt-node.ts'
import { camtParty } from './camt-party.ts'
import { identifyPayment } from './payment-identity.ts'
import { isoDay } from './written-date.ts'

/** What a statement says for all of its entries. */
export interface CamtStatement {
  readonly account: string
  /** ISO 4217; empty if it does not say. */
  readonly currency: string
  /** The last day it is about; empty if it does not say. */
  readonly day: string
}

type Facts = Omit<BankLine, 'identity'>

/**
 * The lines of one entry (`Ntry`): one for each of its transactions when they carry amounts that add up to it, else one
 * for the whole, with all that its transactions say, so that no money is read twice or lost. An entry that cannot be
 * read is one line with its problem.
 */
export function readCamtEntry(entry: CamtNode, statement: CamtStatement): CamtEntry {
  const whole = entryFacts(entry, statement)
  const lines = entryLines(entry, whole)
  return { whole, lines: lines.map((line) => ({ ...line, identity: identifyPayment(line, null) })) }
}

/** An entry as its statement counts it, and as the lines that it is read to. */
export interface CamtEntry {
  readonly whole: Pick<BankLine, 'direction' | 'amountMinor' | 'booked'>
  readonly lines: readonly BankLine[]
}

function entryLines(entry: CamtNode, own: Facts): Facts[] {
  const details = nodesAt(entry, 'NtryDtls/TxDtls')
  const [only] = details
  if (details.length <= 1) {
    const { amountMinor, currency, direction } = own
    return [{ ...transactionFacts(only ?? entry, own), amountMinor, currency, direction, line: own.line }]
  }
  const lines = details.map((detail, at) => {
    const line = transactionFacts(detail, own)
    // A reference of the entry is that of all its transactions; their order in it stays the same in every file.
    const isShared = line.bankRef === own.bankRef && own.bankRef !== ''
    return { ...line, line: detail.line, bankRef: isShared ? `${own.bankRef}/${at + 1}` : line.bankRef }
  })
  const sum = lines.reduce(
    (total, line) => total + (line.direction === own.direction ? line.amountMinor : -line.amountMinor),
    0n,
  )
  const addsUp =
    own.problem === null &&
    details.every((detail) => (minorOf(amountOf(detail)) ?? 0n) > 0n) &&
    lines.every(({ currency }) => currency === own.currency) &&
    sum === own.amountMinor
  if (addsUp) return lines
  const said = lines.flatMap(({ remittance, endToEndId }) => [remittance, endToEndId])
  return [{ ...own, remittance: [...new Set(said)].filter((text) => text !== '').join('; ') }]
}

function entryFacts(entry: CamtNode, statement: CamtStatement): Facts {
  const amount = nodeAt(entry, 'Amt')
  const amountMinor = minorOf(amount)
  const direction = directionOf(entry)
  const date = entryDay(entry, statement)
  const currency = currencyOf(amount, statement)
  const remarks = [date.remark, currency.remark].filter((remark) => remark !== null)
  const problem =
    (amount === undefined ? on(entry, 'NO_AMOUNT', 'Amt') : null) ??
    currency.problem ??
    (amountMinor === undefined ? on(amount ?? entry, 'INVALID_AMOUNT', 'Amt') : null) ??
    (amountMinor === 0n ? on(amount ?? entry, 'ZERO_AMOUNT', 'Amt') : null) ??
    (direction === undefined ? on(entry, 'NO_DIRECTION', 'CdtDbtInd') : null) ??
    date.problem
  // Version .02 writes the status as a text, later ones as a code inside.
  const status = textAt(entry, 'Sts/Cd') || textAt(entry, 'Sts')
  const bankRef = given(textAt(entry, 'AcctSvcrRef'))
  return {
    ...{ line: entry.line, account: statement.account, direction: direction ?? 'IN' },
    ...{ amountMinor: amountMinor ?? 0n, currency: currency.code, bookedOn: date.day },
    booked: status === 'BOOK' && problem === null,
    reversal: isReversal(entry),
    documentNo: bankRef || textAt(entry, 'NtryRef'),
    endToEndId: '',
    counterparty: { name: '', account: '', taxId: '' },
    remittance: textAt(entry, 'AddtlNtryInf'),
    ...{ bankRef, problem, remarks },
  }
}

/** What a transaction says beyond its entry. */
function transactionFacts(detail: CamtNode, own: Facts): Facts {
  const amount = amountOf(detail)
  const direction = directionOf(detail) ?? own.direction
  const reversal = own.reversal || nodeAt(detail, 'RtrInf') !== undefined
  // Reversals keep the parties of the original payment, so money came back from the creditor.
  const sentByOther = (direction === 'IN') !== reversal
  const remittance = [
    ...textsAt(detail, 'RmtInf/Ustrd'),
    ...textsAt(detail, 'RmtInf/Strd/RfrdDocInf/Nb'),
    ...textsAt(detail, 'RmtInf/Strd/CdtrRefInf/Ref'),
    ...textsAt(detail, 'RmtInf/Strd/AddtlRmtInf'),
  ]
  const bankRef = given(textAt(detail, 'Refs/AcctSvcrRef')) || own.bankRef
  return {
    ...own,
    ...{ direction, reversal, bankRef },
    amountMinor: minorOf(amount) ?? own.amountMinor,
    currency: amount?.currency || own.currency,
    documentNo: textAt(detail, 'Refs/AcctSvcrRef') || own.documentNo,
    endToEndId:
      given(textAt(detail, 'Refs/EndToEndId')) ||
      given(textAt(detail, 'Refs/InstrId')) ||
      given(textAt(detail, 'Refs/PmtInfId')),
    counterparty: camtParty(detail, sentByOther ? 'Dbtr' : 'Cdtr'),
    remittance: remittance.join(' ') || textAt(detail, 'AddtlTxInf') || own.remittance,
  }
}

/** A reference, but not the words that say there is none. */
const given = (reference: string): string =>
  /^(?:NOT ?PROVIDED|NOTPROVIDED\.?|NONREF|NONE|N\/?A|0+|-+)$/i.test(reference) ? '' : reference

/** The amount in the account's currency: later versions carry it on the transaction, older ones among its details. */
const amountOf = (detail: CamtNode): CamtNode | undefined =>
  nodeAt(detail, 'Amt') ?? nodeAt(detail, 'AmtDtls/TxAmt/Amt')

/** Minor units; undefined for what is no amount in a known currency. */
function minorOf(amount: CamtNode | undefined): bigint | undefined {
  if (!amount || !/^[A-Z]{3}$/.test(amount.currency)) return undefined
  const minor = parseDecimal(amount.text.trim(), currencyDigits(amount.currency))
  return minor !== undefined && minor < 0n ? undefined : minor
}

interface FoundCurrency {
  readonly code: string
  readonly problem: BankFileRemark | null
  readonly remark: BankFileRemark | null
}

/** The currency of the amount, unless the digits of a Russian account number speak of another. */
function currencyOf(amount: CamtNode | undefined, statement: CamtStatement): FoundCurrency {
  const borne = accountCurrency(statement.account)
  if (!amount) return { code: borne ?? (statement.currency || NO_CURRENCY), problem: null, remark: null }
  const code = amount.currency
  if (!/^[A-Z]{3}$/.test(code))
    return { code: NO_CURRENCY, problem: on(amount, 'INVALID_CURRENCY', 'Ccy'), remark: null }
  if (borne === undefined || borne === code) return { code, problem: null, remark: null }
  return { code: NO_CURRENCY, problem: null, remark: on(amount, 'CURRENCY_MISMATCH', 'Ccy') }
}

function directionOf(node: CamtNode): 'IN' | 'OUT' | undefined {
  const indicator = textAt(node, 'CdtDbtInd')
  return indicator === 'CRDT' ? 'IN' : indicator === 'DBIT' ? 'OUT' : undefined
}

/** By the indicator, by the bank's code for returned transfers, or by what says why one came back. */
const isReversal = (entry: CamtNode): boolean =>
  /^(?:true|1)$/.test(textAt(entry, 'RvslInd')) || textAt(entry, 'BkTxCd/Domn/Fmly/SubFmlyCd') === 'RRTN'

interface EntryDay {
  readonly day: string
  readonly problem: BankFileRemark | null
  readonly remark: BankFileRemark | null
}

/** The day of booking or else of value; an entry that has neither was booked within the days of its statement. */
function entryDay(entry: CamtNode, statement: CamtStatement): EntryDay {
  const written = ['BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm']
    .map((path) => textAt(entry, path))
    .find((text) => text !== '')
  if (written !== undefined) {
    // A date may carry a zone, which does not change the day that the bank means.
    const day = camtDay(written)
    if (day !== undefined) return { day, problem: null, remark: null }
    return { day: '', problem: on(entry, 'INVALID_DATE', 'BookgDt'), remark: null }
  }
  if (statement.day === '') return { day: '', problem: on(entry, 'NO_DATE', 'BookgDt'), remark: null }
  return { day: statement.day, problem: null, remark: on(entry, 'DATE_OF_STATEMENT', 'BookgDt') }
}

/** The day of an ISO date or time. */
export function camtDay(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text) ?? []
  return isoDay(year, month, day)
}

const on = (node: CamtNode, code: BankRemarkCode, field: string): BankFileRemark =>
  bankRemark(code, { line: node.line, field })
