import type { BankRemarkCode } from '@artel/documents'
import type { LineMatch } from '@artel/rules'
import type { ImportedBankLine } from './match-bank-lines.ts'

interface Said {
  readonly en: string
  readonly ru: string
}

/** What becomes of a line of a bank's statement, in the words of commands and screens. */
export const BANK_LINE_VERDICTS: Readonly<Record<ImportedBankLine['verdict'], Said>> = {
  MATCHED: {
    en: 'paid in full',
    ru: 'оплачено полностью',
  },
  PARTIAL: {
    en: 'paid in part',
    ru: 'оплачено частично',
  },
  OVER_PAID: {
    en: 'more than was owed',
    ru: 'больше, чем нужно',
  },
  UNMATCHED: {
    en: 'pays nothing here',
    ru: 'ничего не оплачивает',
  },
  REVERSED: {
    en: 'payment taken back',
    ru: 'оплата отменена',
  },
  SKIPPED: {
    en: 'skipped',
    ru: 'пропущен',
  },
}

type Reason =
  | NonNullable<LineMatch['reason']>
  | 'REPEATED_LINE'
  | 'RECORDED_BY_HAND'
  | 'TAKEN_BACK'
  | 'NOT_BOOKED'
  | 'REVERSAL'
  | 'OTHER_CURRENCY'
  | BankRemarkCode

/** Why a line of a bank's statement pays nothing or leaves a remainder, and what is odd about it, in the same words. */
export const BANK_LINE_REASONS: Readonly<Record<Reason, Said>> = {
  NOTHING_LEFT: {
    en: 'what it names is paid already',
    ru: 'названное уже оплачено',
  },
  UNKNOWN_PAYER: {
    en: 'neither a known reference nor a known payer',
    ru: 'нет ни кода платежа, ни известного плательщика',
  },
  NO_OPEN_LEG: {
    en: 'this member has nothing to pay',
    ru: 'этому участнику платить нечего',
  },
  SEVERAL_PARTIES: {
    en: 'the payer stands for several members',
    ru: 'под плательщика подходят несколько участников',
  },
  REPEATED_LINE: {
    en: 'was there already: above in this file, or in one imported before',
    ru: 'уже была: выше в этом файле или в загруженном раньше',
  },
  RECORDED_BY_HAND: {
    en: 'recorded by hand before',
    ru: 'уже записана вручную',
  },
  TAKEN_BACK: {
    en: 'another line of the file takes it back',
    ru: 'её отменяет другая строка файла',
  },
  NOT_BOOKED: {
    en: 'the bank has not booked it yet',
    ru: 'банк ещё не провёл',
  },
  REVERSAL: {
    en: 'takes back nothing that is surely on record: look at it',
    ru: 'возврат: какой оплаты, наверняка неизвестно, посмотрите',
  },
  OTHER_CURRENCY: {
    en: 'in another currency',
    ru: 'другая валюта',
  },
  DOUBTFUL_DOCUMENT: {
    en: 'begins inside a document without an end: look at the file',
    ru: 'начинается внутри документа без конца: посмотрите файл',
  },
  FOREIGN_ACCOUNT: {
    en: 'of an account that the file is not about',
    ru: 'ни плательщик, ни получатель не из счетов файла',
  },
  INVALID_AMOUNT: {
    en: 'its amount cannot be read',
    ru: 'сумму не прочесть',
  },
  INVALID_CURRENCY: {
    en: 'its currency cannot be read',
    ru: 'валюту не прочесть',
  },
  INVALID_DATE: {
    en: 'its date cannot be read',
    ru: 'дату не прочесть',
  },
  NO_AMOUNT: {
    en: 'has no amount',
    ru: 'нет суммы',
  },
  NO_DATE: {
    en: 'has no date',
    ru: 'нет даты',
  },
  NO_DIRECTION: {
    en: 'does not say whether money came or left',
    ru: 'не указано, пришли деньги или ушли',
  },
  TOTALS_MISMATCH: {
    en: 'the totals of the file are not those of its lines: ask the bank for a new one',
    ru: 'итоги файла не сходятся с его строками: запросите у банка новый',
  },
  TWO_CURRENCIES: {
    en: 'moves one amount between accounts in two currencies',
    ru: 'одна сумма между счетами в двух валютах',
  },
  UNCLOSED_DOCUMENT: {
    en: 'has no end: look at the file',
    ru: 'у документа нет конца: посмотрите файл',
  },
  UNKNOWN_CURRENCY: {
    en: 'the currency of its account is not known',
    ru: 'валюта счёта неизвестна',
  },
  ZERO_AMOUNT: {
    en: 'its amount is zero',
    ru: 'сумма равна нулю',
  },
  CONTROL_CHARACTERS: {
    en: 'has control characters, each read as a space',
    ru: 'содержит управляющие символы: вместо них пробелы',
  },
  CURRENCY_MISMATCH: {
    en: 'its currency is not that of the account number',
    ru: 'валюта не та, что в номере счёта',
  },
  DATE_OF_STATEMENT: {
    en: 'has no date of its own: it is that of the statement',
    ru: 'своей даты нет: взята дата выписки',
  },
  NESTED_DOCUMENT: {
    en: 'holds another document inside its text, which is not read',
    ru: 'внутри текста стоит ещё один документ, он не читается',
  },
  NO_NUMBER: {
    en: 'has no number',
    ru: 'нет номера',
  },
  OTHER_DATE_FORM: {
    en: 'writes its date in another form than usual',
    ru: 'дата написана не так, как принято',
  },
  REPEATED_FIELD: {
    en: 'has a field twice: the first is read',
    ru: 'поле стоит дважды: читается первое',
  },
  STRAY_TEXT: {
    en: 'has text that is of no field',
    ru: 'есть текст, не относящийся ни к одному полю',
  },
}

/** Said where the reference fits and somebody else paid. */
export const OTHER_PAYER: Said = {
  en: 'somebody else paid: look at it',
  ru: 'платил кто-то другой: проверьте',
}
