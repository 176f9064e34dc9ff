import { NotRepresentableError } from '../document-error.ts'
import { decimalText } from '../text/decimal.ts'
import { encodeWindows1251 } from '../text/windows-1251.ts'
import type { PaymentOrder, RussianPayer } from './payment-order.ts'
import {
  checkAccount,
  checkBik,
  checkCorrespondentAccount,
  checkInn,
  checkKpp,
} from './russian-bank-details.ts'

/** Longest purpose that a payment order has room for. */
const MAX_PURPOSE_CHARACTERS = 210
const MAX_NAME_CHARACTERS = 160
/** Largest amount of one order: 18 digits with its kopecks. */
const MAX_KOPECKS = 999_999_999_999_999_999n

/** What the head of the file says. */
export interface ClientBankExchangeHead {
  /** The program that made the file. */
  readonly sender: string
  /** The bank's program; empty if not known. */
  readonly recipient?: string
  /** Wall clock of whoever makes the file: `YYYY-MM-DD` and `HH:MM:SS`. */
  readonly createdOn: string
  readonly createdAt: string
}

/**
 * Writes payment orders as the 1C client-bank exchange text, version 1.03, in Windows-1251 with CRLF: a head, the
 * paying accounts, a `СекцияДокумент=Платежное поручение` for each order. Throws InvalidRequisiteError for an INN,
 * KPP, BIK or account that is malformed or whose control digits do not fit, and NotRepresentableError for what the
 * format cannot hold; both name the order's number and the field. There must be at least one order.
 */
export function writeClientBankExchange(
  head: ClientBankExchangeHead,
  orders: readonly PaymentOrder[],
): Uint8Array {
  if (orders.length === 0) throw new NotRepresentableError('orders', 'there is nothing to pay')
  const dates = orders.map(({ on }) => isoDate(on, 'on')).sort()
  const numbers = new Set<string>()
  const lines = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'Кодировка=Windows',
    field('Отправитель', head.sender, 'sender'),
    field('Получатель', head.recipient ?? '', 'recipient'),
    `ДатаСоздания=${russianDate(isoDate(head.createdOn, 'createdOn'))}`,
    `ВремяСоздания=${time(head.createdAt)}`,
    `ДатаНачала=${russianDate(dates[0] ?? '')}`,
    `ДатаКонца=${russianDate(dates.at(-1) ?? '')}`,
    ...[...new Set(orders.map(({ payer }) => payer.account))].map((account) => `РасчСчет=${account}`),
    'Документ=Платежное поручение',
    ...orders.flatMap((order) => {
      const key = `${order.payer.account} ${order.on} ${order.no}`
      if (numbers.has(key)) throw new NotRepresentableError(`order ${order.no}: no`, 'the number comes twice')
      numbers.add(key)
      return documentSection(order)
    }),
    'КонецФайла',
  ]
  return encodeWindows1251(`${lines.join('\r\n')}\r\n`, 'file')
}

function documentSection(order: PaymentOrder): string[] {
  const at = (name: string) => `order ${order.no}: ${name}`
  if (!/^[1-9]\d{0,5}$/.test(order.no)) throw new NotRepresentableError(at('no'), 'must be 1 to 6 digits')
  if (order.amountKopecks <= 0n || order.amountKopecks > MAX_KOPECKS)
    throw new NotRepresentableError(at('amountKopecks'), `must be 1 to ${MAX_KOPECKS}`)
  if (order.purpose.length === 0 || order.purpose.length > MAX_PURPOSE_CHARACTERS)
    throw new NotRepresentableError(at('purpose'), `must be 1 to ${MAX_PURPOSE_CHARACTERS} characters`)
  return [
    'СекцияДокумент=Платежное поручение',
    `Номер=${order.no}`,
    `Дата=${russianDate(isoDate(order.on, at('on')))}`,
    `Сумма=${decimalText(order.amountKopecks, 2)}`,
    ...partySection('Плательщик', order.payer, at('payer')),
    ...partySection('Получатель', order.payee, at('payee')),
    'ВидПлатежа=',
    'ВидОплаты=01',
    field('Код', order.code ?? '', at('code')),
    `Очередность=${order.priority ?? 5}`,
    field('НазначениеПлатежа', order.purpose, at('purpose')),
    // The same again by lines, since banks read the one or the other.
    ...purposeLines(order.purpose).map((text, index) =>
      field(`НазначениеПлатежа${index + 1}`, text, at('purpose')),
    ),
    'КонецДокумента',
  ]
}

/** Payer and payee have the same fields, under the prefix of their role. */
function partySection(role: string, party: RussianPayer, at: string): string[] {
  checkInn(party.inn, `${at}.inn`)
  if (party.kpp !== undefined) checkKpp(party.kpp, `${at}.kpp`)
  if (party.inn.length === 10 && party.kpp === undefined)
    throw new NotRepresentableError(`${at}.kpp`, 'an organisation (INN of 10 digits) has a KPP')
  checkBik(party.bik, `${at}.bik`)
  checkAccount(party.account, party.bik, `${at}.account`)
  if (party.correspondentAccount !== undefined)
    checkCorrespondentAccount(party.correspondentAccount, party.bik, `${at}.correspondentAccount`)
  if (party.name.length === 0 || party.name.length > MAX_NAME_CHARACTERS)
    throw new NotRepresentableError(`${at}.name`, `must be 1 to ${MAX_NAME_CHARACTERS} characters`)
  return [
    `${role}Счет=${party.account}`,
    field(role, `ИНН ${party.inn} ${party.name}`, `${at}.name`),
    `${role}ИНН=${party.inn}`,
    ...(party.kpp === undefined ? [] : [`${role}КПП=${party.kpp}`]),
    field(`${role}1`, party.name, `${at}.name`),
    `${role}РасчСчет=${party.account}`,
    field(`${role}Банк1`, party.bankName, `${at}.bankName`),
    field(`${role}Банк2`, party.bankTown ?? '', `${at}.bankTown`),
    `${role}БИК=${party.bik}`,
    `${role}Корсчет=${party.correspondentAccount ?? ''}`,
  ]
}

/** A line of the file. What would break the line would forge a field, so breaks become spaces. */
function field(name: string, value: string, at: string): string {
  const text = value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  encodeWindows1251(text, at)
  return `${name}=${text}`
}

/** Cut at spaces into at most six lines of the form. */
function purposeLines(purpose: string): string[] {
  const lines: string[] = []
  let rest = purpose.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  while (rest.length > 70 && lines.length < 5) {
    const space = rest.lastIndexOf(' ', 70)
    const end = space > 35 ? space : 70
    lines.push(rest.slice(0, end))
    rest = rest.slice(end).trim()
  }
  return rest === '' ? lines : [...lines, rest]
}

function isoDate(date: string, at: string): string {
  const parsed = new Date(`${date}T00:00:00Z`)
  if (
    !/^\d{4}-\d\d-\d\d$/.test(date) ||
    Number.isNaN(parsed.getTime()) ||
    !parsed.toISOString().startsWith(date)
  )
    throw new NotRepresentableError(at, 'must be a date, YYYY-MM-DD')
  return date
}

function time(text: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text))
    throw new NotRepresentableError('createdAt', 'must be a time, HH:MM:SS')
  return text
}

const russianDate = (iso: string): string => iso.split('-').reverse().join('.')
