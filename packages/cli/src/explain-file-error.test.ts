import {
  AmbiguousSalesFileError,
  BANK_REMARKS,
  readCamt053,
  readClientBankExchange,
  readSalesFile,
  SALES_PROBLEMS,
} from '@artel/documents'
import { problemInRussian } from '@artel/ledger'
import { expect, test } from 'vitest'
import { explainError } from './explain-error.ts'
import { en } from './words/settle-words-en.ts'
import { ru } from './words/settle-words-ru.ts'

async function refusalOf(rows: AsyncIterable<unknown>): Promise<Error> {
  try {
    for await (const _ of rows);
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('the file was read')
}
const sales = (file: string | Buffer) =>
  refusalOf(readSalesFile(Buffer.from(file as string), { timeZone: 'UTC', currency: 'RUB' }))
const camt = (version: string, inside: string) =>
  refusalOf(
    readCamt053(
      Buffer.from(`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}">${inside}</Document>`),
    ),
  )

test('what readers say of files that they refuse is said in Russian, without a word of English', async () => {
  const refused: [Error, RegExp][] = [
    [await sales(''), /^строка 1: файл пуст$/],
    [await sales('a;b\n1;2'), /^строка 1: нет столбца для receipt: назовите его/],
    [await sales('Чек;Дата;Сумма\n"A;1;2'), /^строка 2: кавычка/],
    [await sales('%PDF-1.7'), /^это не таблица/],
    [await sales(Buffer.from('d0cf11e0a1b11ae1', 'hex')), /^это файл Excel старого вида \(\.xls\)/],
    [await sales('PK\u0003\u0004 and no more'), /^книга Excel повреждена/],
    [
      await refusalOf(readClientBankExchange(Buffer.from('1C'))),
      /^строка 1: первая строка - не 1CClientBankExchange/,
    ],
    [
      await refusalOf(readClientBankExchange(Buffer.from('1CClientBankExchange\nВерсияФормата=1.03'))),
      /^строка 2: в файле нет КонецФайла: он обрезан$/,
    ],
    [
      await camt('camt.052.001.08', ''),
      /^строка 1: camt\.052 - отчёт за день.*: запросите у банка camt\.053$/,
    ],
    [await camt('pain.001.001.09', ''), /^строка 1: это не сообщение camt\.053$/],
    [await camt('camt.053.001.08', '<BkToCstmrStmt/>'), /^строка 1: в сообщении нет выписки/],
    [
      await camt('camt.053.001.08', '<Ntry>'),
      /^строка 1: XML повреждён: элемент не закрыт или закрыт не там$/,
    ],
    [await camt('camt.053.001.08', '&b;'), /^строка 1: читаются только пять сущностей самого XML$/],
    [await camt('camt.053.001.08', '<1>'), /^строка 1: XML повреждён: так в XML не пишут$/],
  ]
  for (const [error, words] of refused) {
    expect(explainError(error, 'ru'), error.message).toMatch(words)
    expect(explainError(error)).toBe(error.message)
  }
})

test('a question of a sales file is asked in Russian with its answers', async () => {
  const error = await sales('Чек;Дата;Сумма\nA;08/10/2026;1,250')
  expect(error).toBeInstanceOf(AmbiguousSalesFileError)
  expect(explainError(error, 'ru')).toBe(
    'строка 2: в столбце «Дата» не отличить день от месяца: укажите «DMY» или «MDY»',
  )
})

test.each(Object.values(SALES_PROBLEMS))('a row that %s has Russian words', (problem) => {
  expect(problemInRussian(`total: ${problem}`)).toMatch(/^total: [а-яё0-9 :,]+$/)
})

test.each(Object.entries(BANK_REMARKS))(
  'what is odd about a line of a bank statement, %s, has Russian words',
  (code, remark) => {
    expect(ru.remainder[code] ?? problemInRussian(remark)).toMatch(/^[а-яё0-9 :,]+$/)
  },
)

test('why a line of a bank statement proves nothing is said in both languages', () => {
  // What only remarks on a line that is read is no reason.
  const remarks = [
    'CONTROL_CHARACTERS',
    'DATE_OF_STATEMENT',
    'NESTED_DOCUMENT',
    'NO_NUMBER',
    'OTHER_DATE_FORM',
    'REPEATED_FIELD',
    'STRAY_TEXT',
  ]
  const reasons = Object.keys(BANK_REMARKS).filter(
    (code) => !remarks.includes(code) && code !== 'CURRENCY_MISMATCH',
  )
  for (const code of reasons) {
    expect(ru.remainder[code], code).toMatch(/[а-я]{3}/)
    expect(en.remainder[code], code).toMatch(/[a-z]{3}/)
  }
})
