import { currencyDigits, parseDecimal } from '../text/decimal.ts'
import { accountCurrency, NO_CURRENCY, plainAccount } from './account-currency.ts'
import { type BankFileRemark, type BankLine, type BankRemarkCode, bankRemark } from './bank-line.ts'
import type { Section } from './client-bank-sections.ts'
import { identifyPayment } from './payment-identity.ts'
import { isReturn } from './returned-payment.ts'
import { isNoDate, readWrittenDate } from './written-date.ts'

interface Side {
  readonly direction: 'IN' | 'OUT'
  readonly account: string
  readonly other: 'Плательщик' | 'Получатель'
}

/**
 * The movements that a document of a 1C exchange text is: one of its own account, or one of each when payer and payee
 * are both own. A document that cannot be one is a line with a problem, seen from the payer.
 * @param own accounts of the file, as plainAccount gives them
 */
export function clientBankLines(document: Section, own: ReadonlySet<string>): BankLine[] {
  const payer = text(document, 'ПлательщикСчет') || text(document, 'ПлательщикРасчСчет')
  const payee = text(document, 'ПолучательСчет') || text(document, 'ПолучательРасчСчет')
  const paid: Side = { direction: 'OUT', account: payer, other: 'Получатель' }
  const received: Side = { direction: 'IN', account: payee, other: 'Плательщик' }
  const sides = [paid, received].filter(({ account }) => own.has(plainAccount(account)))
  if (sides.length === 0)
    return [bankLine(document, paid, remarkOn(document, 'FOREIGN_ACCOUNT', 'ПлательщикСчет'))]
  const currencies = new Set(sides.map(({ account }) => currencyOf(account)))
  const problem = currencies.size > 1 ? remarkOn(document, 'TWO_CURRENCIES', 'Сумма') : null
  return sides.map((side) => bankLine(document, side, problem))
}

const currencyOf = (account: string): string => accountCurrency(account) ?? 'RUB'

function bankLine(document: Section, side: Side, found: BankFileRemark | null): BankLine {
  const { direction, account, other } = side
  const currency = currencyOf(account)
  const amount = amountOf(document, currency)
  const bookedField = direction === 'OUT' ? 'ДатаСписано' : 'ДатаПоступило'
  const isBooked = !isNoDate(text(document, bookedField))
  const date = dateOf(document, isBooked ? bookedField : 'Дата')
  const problem =
    (document.isClosed ? null : remarkOn(document, 'UNCLOSED_DOCUMENT', 'СекцияДокумент')) ??
    (document.isDoubtful ? remarkOn(document, 'DOUBTFUL_DOCUMENT', 'СекцияДокумент') : null) ??
    found ??
    amount.problem ??
    date.problem ??
    (currency === NO_CURRENCY ? remarkOn(document, 'UNKNOWN_CURRENCY', 'РасчСчет') : null)
  const documentNo = text(document, 'Номер')
  const taxId = text(document, `${other}ИНН`)
  const remittance = purpose(document)
  const line = {
    ...{ line: document.line, account, direction, amountMinor: amount.minor, currency },
    bookedOn: date.day,
    // A document without the bank's date is an order that was not carried out yet.
    booked: isBooked && problem === null,
    reversal: isReturn(remittance),
    documentNo,
    endToEndId: '',
    counterparty: {
      name: partyName(document, other),
      account: text(document, `${other}Счет`) || text(document, `${other}РасчСчет`),
      taxId: taxId === '0' ? '' : taxId,
    },
    remittance,
    bankRef: '',
    problem,
    remarks: [
      ...document.remarks,
      ...(documentNo === '' ? [remarkOn(document, 'NO_NUMBER', 'Номер')] : []),
      ...date.remarks,
    ],
  }
  return { ...line, identity: identifyPayment(line, documentNo) }
}

function amountOf(document: Section, currency: string): { minor: bigint; problem: BankFileRemark | null } {
  const refused = (code: BankRemarkCode) => ({ minor: 0n, problem: remarkOn(document, code, 'Сумма') })
  const written = text(document, 'Сумма')
  if (written === '') return refused('NO_AMOUNT')
  const minor = parseDecimal(written, currency === NO_CURRENCY ? 2 : currencyDigits(currency))
  if (minor === undefined || minor < 0n) return refused('INVALID_AMOUNT')
  return minor === 0n ? refused('ZERO_AMOUNT') : { minor, problem: null }
}

interface FoundDate {
  readonly day: string
  readonly problem: BankFileRemark | null
  readonly remarks: readonly BankFileRemark[]
}

function dateOf(document: Section, field: string): FoundDate {
  const refused = (code: BankRemarkCode) => ({
    day: '',
    problem: remarkOn(document, code, field),
    remarks: [],
  })
  const written = text(document, field)
  if (isNoDate(written)) return refused('NO_DATE')
  const found = readWrittenDate(written)
  if (!found) return refused('INVALID_DATE')
  const remarks = found.isUsualForm ? [] : [remarkOn(document, 'OTHER_DATE_FORM', field)]
  return { day: found.day, problem: null, remarks }
}

/** The name alone, which some banks write only behind the INN. */
function partyName(document: Section, role: string): string {
  const name = text(document, `${role}1`) || text(document, role)
  return name.replace(/^ИНН\s+\d{10,12}\s*(?:КПП\s+\d{9}\s*)?/u, '')
}

/** The purpose in one field, or cut into numbered ones. */
function purpose(document: Section): string {
  const whole = text(document, 'НазначениеПлатежа')
  if (whole !== '') return whole
  return [1, 2, 3, 4, 5, 6]
    .map((index) => text(document, `НазначениеПлатежа${index}`))
    .filter((part) => part !== '')
    .join(' ')
}

const text = (document: Section, name: string): string => document.fields.get(name)?.value ?? ''

const remarkOn = (document: Section, code: BankRemarkCode, field: string): BankFileRemark =>
  bankRemark(code, { line: document.fields.get(field)?.line ?? document.line, field })
