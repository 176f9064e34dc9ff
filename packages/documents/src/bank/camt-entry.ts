import { UnreadableFileError } from '../document-error.ts'
import { currencyDigits, parseDecimal } from '../text/decimal.ts'
import type { BankLine } from './bank-line.ts'

/** An element of the message, with the line on which it begins and its `Ccy` attribute, if any. */
export interface CamtNode {
  readonly name: string
  readonly line: number
  readonly currency: string
  readonly children: CamtNode[]
  text: string
}

export const createNode = (name: string, line: number, currency: string): CamtNode => ({
  name,
  line,
  currency,
  children: [],
  text: '',
})

/**
 * The lines of one entry (`Ntry`): one for each of its transactions when they carry amounts that add up to it, else one
 * for the whole, so that no money is read twice or lost.
 */
export function camtEntryLines(entry: CamtNode, account: { id: string; currency: string }): BankLine[] {
  const own = entryFacts(entry, account)
  const details = all(entry, 'NtryDtls/TxDtls')
  const [only] = details
  if (details.length <= 1) {
    const { counterparty, documentNo, endToEndId, remittance } = transactionFacts(only ?? entry, own)
    return [{ ...own, counterparty, documentNo, endToEndId, remittance }]
  }
  const lines = details.map((detail) => ({ ...transactionFacts(detail, own), line: detail.line }))
  const sum = lines.reduce(
    (total, line) => total + (line.direction === own.direction ? line.amountMinor : -line.amountMinor),
    0n,
  )
  const addsUp =
    details.every((detail) => amountOf(detail) !== undefined) &&
    lines.every(({ currency }) => currency === own.currency) &&
    sum === own.amountMinor
  if (addsUp) return lines
  return [{ ...own, remittance: lines.map(({ remittance }) => remittance).join('; ') }]
}

function entryFacts(entry: CamtNode, account: { id: string; currency: string }): BankLine {
  const amount = first(entry, 'Amt')
  if (!amount) throw new UnreadableFileError('the entry has no Amt', { line: entry.line, field: 'Amt' })
  // Version .02 writes the status as a text, later ones as a code inside.
  const status = textAt(entry, 'Sts/Cd') || textAt(entry, 'Sts')
  return {
    line: entry.line,
    account: account.id,
    direction: directionOf(entry) ?? missing(entry, 'CdtDbtInd'),
    amountMinor: minorOf(amount),
    currency: amount.currency || account.currency,
    bookedOn: bookedOn(entry),
    booked: status === 'BOOK',
    reversal: textAt(entry, 'RvslInd') === 'true' || textAt(entry, 'RvslInd') === '1',
    documentNo: textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef'),
    endToEndId: '',
    counterparty: { name: '', account: '', taxId: '' },
    remittance: textAt(entry, 'AddtlNtryInf'),
  }
}

/** What a transaction says beyond its entry. */
function transactionFacts(detail: CamtNode, own: BankLine): BankLine {
  const amount = amountOf(detail)
  const direction = directionOf(detail) ?? own.direction
  // Reversals keep the parties of the original payment, so money came back from the creditor.
  const sentByOther = (direction === 'IN') !== own.reversal
  const role = sentByOther ? 'Dbtr' : 'Cdtr'
  const endToEndId = textAt(detail, 'Refs/EndToEndId')
  const remittance = [
    ...all(detail, 'RmtInf/Ustrd').map(({ text }) => text.trim()),
    ...all(detail, 'RmtInf/Strd/CdtrRefInf/Ref').map(({ text }) => text.trim()),
    ...all(detail, 'RmtInf/Strd/AddtlRmtInf').map(({ text }) => text.trim()),
  ].filter((text) => text !== '')
  return {
    ...own,
    direction,
    amountMinor: amount === undefined ? own.amountMinor : minorOf(amount),
    currency: amount?.currency || own.currency,
    documentNo: textAt(detail, 'Refs/AcctSvcrRef') || own.documentNo,
    endToEndId: endToEndId === 'NOTPROVIDED' ? '' : endToEndId,
    counterparty: {
      // Since version .08 a party sits inside Pty.
      name: textAt(detail, `RltdPties/${role}/Pty/Nm`) || textAt(detail, `RltdPties/${role}/Nm`),
      account:
        textAt(detail, `RltdPties/${role}Acct/Id/IBAN`) || textAt(detail, `RltdPties/${role}Acct/Id/Othr/Id`),
      taxId:
        textAt(detail, `RltdPties/${role}/Pty/Id/OrgId/Othr/Id`) ||
        textAt(detail, `RltdPties/${role}/Id/OrgId/Othr/Id`),
    },
    remittance: remittance.join(' ') || textAt(detail, 'AddtlTxInf') || own.remittance,
  }
}

/** The amount in the account's currency: later versions carry it on the transaction, older ones among its details. */
const amountOf = (detail: CamtNode): CamtNode | undefined =>
  first(detail, 'Amt') ?? first(detail, 'AmtDtls/TxAmt/Amt')

function minorOf(amount: CamtNode): bigint {
  if (!/^[A-Z]{3}$/.test(amount.currency))
    throw new UnreadableFileError(`"${amount.currency}" is no currency`, { line: amount.line, field: 'Ccy' })
  const minor = parseDecimal(amount.text.trim(), currencyDigits(amount.currency))
  if (minor === undefined || minor < 0n)
    throw new UnreadableFileError(`"${amount.text.trim()}" is no amount of ${amount.currency}`, {
      line: amount.line,
      field: 'Amt',
    })
  return minor
}

function directionOf(node: CamtNode): 'IN' | 'OUT' | undefined {
  const indicator = textAt(node, 'CdtDbtInd')
  return indicator === 'CRDT' ? 'IN' : indicator === 'DBIT' ? 'OUT' : undefined
}

function bookedOn(entry: CamtNode): string {
  const text =
    textAt(entry, 'BookgDt/Dt') ||
    textAt(entry, 'BookgDt/DtTm').slice(0, 10) ||
    textAt(entry, 'ValDt/Dt') ||
    textAt(entry, 'ValDt/DtTm').slice(0, 10)
  // A date may carry a zone, which does not change the day that the bank means.
  const date = text.slice(0, 10)
  const parsed = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date) || date === '')
    throw new UnreadableFileError(`the entry has no date of booking`, { line: entry.line, field: 'BookgDt' })
  return date
}

function missing(node: CamtNode, field: string): never {
  throw new UnreadableFileError(`${node.name} has no ${field}`, { line: node.line, field })
}

function all(node: CamtNode, path: string): CamtNode[] {
  return path
    .split('/')
    .reduce<CamtNode[]>(
      (found, name) => found.flatMap((parent) => parent.children.filter((child) => child.name === name)),
      [node],
    )
}

const first = (node: CamtNode, path: string): CamtNode | undefined => all(node, path)[0]

const textAt = (node: CamtNode, path: string): string => first(node, path)?.text.trim() ?? ''
