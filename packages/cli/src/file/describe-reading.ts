import type { SalesColumn, SalesReading } from '@artel/documents'
import type { Language } from '../words/language.ts'

const COLUMNS_RU: Readonly<Record<SalesColumn, string>> = {
  ...{ receipt: 'чек', date: 'дата', time: 'время', timeZone: 'часовой пояс', total: 'сумма' },
  ...{ paidByPoints: 'оплачено баллами', type: 'вид операции', status: 'состояние', customer: 'покупатель' },
  ...{ store: 'магазин', currency: 'валюта', item: 'товар' },
}

interface ReadingWords {
  readonly file: (format: string, mapping: string | null, headLine: number) => string
  readonly column: (name: SalesColumn) => string
  readonly ignored: (headers: string) => string
  readonly left: Readonly<
    Record<'cancelled' | 'otherOperations' | 'totalsAndHeads' | 'partsOfReceipts', string>
  >
}

const WORDS: Readonly<Record<Language, ReadingWords>> = {
  en: {
    file: (format, mapping, headLine) =>
      `The file is ${format}${mapping === null ? '' : `, exported by ${mapping}`}; its head is in line ${headLine}.`,
    column: (name) => name,
    ignored: (headers) => `Not read: ${headers}.`,
    left: {
      cancelled: 'cancelled or unpaid receipts',
      otherOperations: 'operations of the till that sell nothing',
      totalsAndHeads: 'lines of totals and heads',
      partsOfReceipts: 'rows summed into the receipt before them',
    },
  },
  ru: {
    file: (format, mapping, headLine) =>
      `Файл: ${format}${mapping === null ? '' : `, выгрузка ${mapping}`}; заголовок в строке ${headLine}.`,
    column: (name) => COLUMNS_RU[name],
    ignored: (headers) => `Не читаются: ${headers}.`,
    left: {
      cancelled: 'отменённых и неоплаченных чеков',
      otherOperations: 'операций кассы без продажи',
      totalsAndHeads: 'строк итогов и заголовков',
      partsOfReceipts: 'строк сложено в чек перед ними',
    },
  },
}

/** How a sales file was understood, for a person to see before believing what was made of it. */
export function describeReading(reading: SalesReading, language: Language): string {
  const words = WORDS[language]
  const { format, sheet, mapping, headLine, columns, ignoredHeaders, counts } = reading
  const found = Object.entries(columns).map(
    ([name, { header }]) => `  ${words.column(name as SalesColumn)}: ${header}\n`,
  )
  const left = Object.entries(words.left)
    .map(([name, text]) => ({ text, count: counts[name as keyof ReadingWords['left']] }))
    .filter(({ count }) => count > 0)
    .map(({ text, count }) => `  ${text}: ${count}\n`)
  return [
    `${words.file(sheet === null ? format : `${format} (${sheet})`, mapping, headLine)}\n`,
    ...found,
    ...(ignoredHeaders.length > 0 ? [`${words.ignored(ignoredHeaders.join(', '))}\n`] : []),
    ...left,
    '\n',
  ].join('')
}
