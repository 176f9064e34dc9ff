/** What a cell of a column is: a text, a day, or whole points. */
export type RecordCellKind = 'TEXT' | 'DAY' | 'POINTS'

/** A column of a table of records, and the names under which programs and people write it, the best first. */
export interface RecordColumn {
  readonly kind: RecordCellKind
  readonly names: readonly string[]
  /** Without it there is no such table. */
  readonly isRequired?: true
}

/** The columns of a table of records, by their names here. */
export type RecordColumns<Column extends string> = Readonly<Record<Column, RecordColumn>>

/** What a file of customers tells of one. */
export const CUSTOMER_COLUMNS = {
  name: {
    kind: 'TEXT',
    isRequired: true,
    names: [
      ...['name', 'full name', 'customer name', 'client name', 'customer', 'client', 'фио', 'имя'],
      ...['имя клиента', 'фио клиента', 'клиент', 'покупатель', 'контрагент', 'наименование'],
    ],
  },
  phone: {
    kind: 'TEXT',
    names: [
      ...['phone', 'phone number', 'mobile', 'mobile phone', 'telephone', 'tel', 'телефон'],
      ...['номер телефона', 'мобильный', 'мобильный телефон', 'телефон клиента', 'тел'],
    ],
  },
  email: {
    kind: 'TEXT',
    names: ['email', 'e mail', 'mail', 'почта', 'электронная почта', 'эл почта', 'емейл'],
  },
  birthDate: {
    kind: 'DAY',
    names: ['birth date', 'birthday', 'date of birth', 'born', 'дата рождения', 'день рождения', 'др'],
  },
  reference: {
    kind: 'TEXT',
    names: [
      ...['reference', 'customer id', 'client id', 'id', 'code', 'card', 'card no', 'card number'],
      ...['код', 'код клиента', 'номер клиента', 'карта', 'номер карты', 'дисконтная карта'],
    ],
  },
  consentVersion: {
    kind: 'TEXT',
    names: ['consent', 'consent version', 'согласие', 'версия согласия'],
  },
  consentAt: {
    kind: 'DAY',
    names: ['consent date', 'consent at', 'дата согласия', 'согласие от'],
  },
} as const satisfies RecordColumns<string>
export type CustomerColumn = keyof typeof CUSTOMER_COLUMNS

/** What a file of opening balances tells of one. */
export const BALANCE_COLUMNS = {
  customer: {
    kind: 'TEXT',
    isRequired: true,
    names: [
      ...['customer', 'customer key', 'customer id', 'client', 'client id', 'phone', 'card', 'card no'],
      ...['card number', 'телефон', 'номер телефона', 'клиент', 'покупатель', 'код клиента', 'код'],
      ...['карта', 'номер карты', 'дисконтная карта'],
    ],
  },
  points: {
    kind: 'POINTS',
    isRequired: true,
    names: [
      ...['points', 'balance', 'bonus', 'bonuses', 'bonus balance', 'баллы', 'баланс', 'бонусы'],
      ...['остаток', 'остаток баллов', 'остаток бонусов', 'баланс баллов', 'бонусный баланс'],
    ],
  },
  since: {
    kind: 'DAY',
    names: ['since', 'date', 'earned on', 'issued on', 'дата', 'начислены', 'дата начисления'],
  },
  endsOn: {
    kind: 'DAY',
    names: [
      ...['ends on', 'end', 'expires', 'expires on', 'expiry', 'expiry date', 'valid until'],
      ...['сгорают', 'дата сгорания', 'действуют до', 'действительны до', 'срок действия', 'срок'],
    ],
  },
  reference: {
    kind: 'TEXT',
    names: ['reference', 'source', 'document', 'основание', 'документ', 'номер документа'],
  },
} as const satisfies RecordColumns<string>
export type BalanceColumn = keyof typeof BALANCE_COLUMNS
