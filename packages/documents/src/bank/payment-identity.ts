import { createHash } from 'node:crypto'
import { plainAccount } from './account-currency.ts'
import type { BankLine } from './bank-line.ts'

/**
 * What tells one payment from all others, whatever file it comes in. Payments of different keys are different; those of
 * equal keys are one unless something that both tell differs (`isSamePayment`). Empty, or null, is what a file does not
 * tell.
 */
export interface PaymentIdentity {
  /**
   * Lower-case hex SHA-256 of what every format tells: own account, direction, day, amount, currency, and the purpose
   * without spaces, case, punctuation and quotes.
   */
  readonly key: string
  /** The reference that the bank gave and keeps. */
  readonly bankRef: string
  /** Of the payer's document, without leading zeros; null where the format has no place for it. */
  readonly documentNo: string | null
  readonly endToEndId: string
  readonly payerAccount: string
  readonly payerTaxId: string
  /** Letters and digits in lower case. */
  readonly payerName: string
}

/** The identity of a line; `documentNo` is the number of the payer's document, null where the format has none. */
export function identifyPayment(
  line: Omit<BankLine, 'identity'>,
  documentNo: string | null,
): PaymentIdentity {
  const { account, direction, bookedOn, amountMinor, currency, counterparty } = line
  const told = [plainAccount(account), direction, bookedOn, String(amountMinor), currency]
  return {
    key: createHash('sha256')
      .update(JSON.stringify([...told, lettersAndDigits(line.remittance)]))
      .digest('hex'),
    bankRef: line.bankRef,
    documentNo: documentNo === null ? null : lettersAndDigits(documentNo).replace(/^0+(?=.)/, ''),
    endToEndId: lettersAndDigits(line.endToEndId),
    payerAccount: plainAccount(counterparty.account),
    payerTaxId: lettersAndDigits(counterparty.taxId),
    payerName: lettersAndDigits(shortForm(counterparty.name)),
  }
}

/**
 * Whether two lines are one payment: all that every format tells is equal, the payer is the same by the strongest mark
 * that both name, and neither the bank's reference, nor the document's number, nor the payer's reference differs where
 * both have one. Equal with the arguments changed over.
 */
export function isSamePayment(one: PaymentIdentity, other: PaymentIdentity): boolean {
  const differs = (left: string | null, right: string | null) =>
    left !== null && right !== null && left !== right
  const differsIfTold = (left: string, right: string) => differs(left || null, right || null)
  return (
    one.key === other.key &&
    !differsIfTold(one.bankRef, other.bankRef) &&
    !differsIfTold(one.endToEndId, other.endToEndId) &&
    !differs(one.documentNo, other.documentNo) &&
    isSamePayer(one, other)
  )
}

/** By the account where both name it, else by the tax id, else by the name, which files write in many ways. */
export function isSamePayer(one: PaymentIdentity, other: PaymentIdentity): boolean {
  for (const mark of ['payerAccount', 'payerTaxId', 'payerName'] as const)
    if (one[mark] !== '' && other[mark] !== '') return one[mark] === other[mark]
  return true
}

/** Banks write the legal form in full or short, as the law knows both. */
const LEGAL_FORMS: readonly (readonly [RegExp, string])[] = [
  [/общество\s+с\s+ограниченной\s+ответственностью/giu, 'ООО'],
  [/публичное\s+акционерное\s+общество/giu, 'ПАО'],
  [/акционерное\s+общество/giu, 'АО'],
  [/индивидуальный\s+предприниматель/giu, 'ИП'],
]

const shortForm = (name: string): string =>
  LEGAL_FORMS.reduce((text, [full, short]) => text.replace(full, short), name)

/** A text as it is the same in every file: programs change its spaces, quotes, dashes and case. */
export const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '')
