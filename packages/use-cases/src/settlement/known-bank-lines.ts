import {
  type BankLine,
  isSamePayer,
  isSamePayment,
  type PaymentIdentity,
  plainAccount,
} from '@artel/documents'
import type { KnownBankLine } from '@artel/store'
import { unkeptLineId } from './bank-line-id.ts'

/** Lines that counted before this file was read. */
export interface LinesOnRecord {
  /** Of the file that is read. */
  readonly format: string
  readonly known: readonly KnownBankLine[]
  /** Ids of lines that paid before lines were kept with their identities. */
  readonly unkept: ReadonlySet<string>
}

/** Tells whether a line is on record, or came before in the same file: asked of each line once, in their order. */
export function createKnownLines({ format, known, unkept }: LinesOnRecord): (line: BankLine) => boolean {
  const byKey = new Map<string, PaymentIdentity[]>()
  const remember = (identity: PaymentIdentity) =>
    byKey.set(identity.key, [...(byKey.get(identity.key) ?? []), identity])
  for (const { identity } of known) remember(identity)
  return (line) => {
    const { identity } = line
    const isKnown =
      byKey.get(identity.key)?.some((one) => isSamePayment(one, identity)) === true ||
      unkept.has(unkeptLineId(line)) ||
      (line.reversal && known.some((one) => one.format !== format && isSameReturn(one, line)))
    if (!isKnown) remember(identity)
    return isKnown
  }
}

/** Whether two files of different formats tell of one return of money: each writes its purpose in its own way. */
function isSameReturn(known: KnownBankLine, line: BankLine): boolean {
  return (
    known.isReversal &&
    known.account === plainAccount(line.account) &&
    known.direction === line.direction &&
    known.amount === line.amountMinor &&
    known.bookedOn === line.bookedOn &&
    isSamePayer(known.identity, line.identity)
  )
}
