import { describe, expect, it } from 'vitest'
import { brief, readSales } from '../testing/sales-files.ts'

const table = (...rows: string[]) => rows.join('\n')
const briefly = async (...args: Parameters<typeof readSales>) => brief((await readSales(...args)).rows)

describe('rows of a sales file', () => {
  it('finds the head below titles and blank rows, and skips it where it is repeated', async () => {
    const head = 'Номер чека;Дата;Сумма'
    const text = table(
      'Отчёт по продажам',
      'Период: 01.11.2026 - 30.11.2026;;',
      ';;',
      '',
      head,
      'A;29.11.2026;10,50',
      head,
    )
    const { rows, reading } = await readSales(text)
    expect(rows).toMatchObject([{ line: 6, receiptRef: 'A', totalMinor: 1050n }])
    expect(reading).toMatchObject({ headLine: 5, counts: { totalsAndHeads: 1 } })
    const long = table(...Array.from({ length: 60 }, () => 'title;;'), head)
    await expect(readSales(long)).rejects.toMatchObject({ kind: 'COLUMN_MISSING', field: 'receipt' })
  })

  it('reads letters in parts and padded blanks as their one spelling: heads, statuses and receipts', async () => {
    const text = table(
      'Чек;Дата;Итоговый платёж;Тип операции;Сайт',
      'й\u00a01;29.11.2026;10,50;Возврат прихода;Двойной',
      'B\u200b2;29.11.2026;1,00;Чей-то займ;',
    )
    const columns = { total: 'Итоговый платёж', store: 'Сайт' }
    const [composed, inParts] = await Promise.all(
      (['NFC', 'NFD'] as const).map((form) =>
        readSales(text.normalize(form), { columns: { ...columns, store: 'Сайт'.normalize('NFD') } }),
      ),
    )
    expect(inParts).toEqual(composed)
    expect(inParts?.rows).toMatchObject([
      { receiptRef: 'й 1', totalMinor: -1050n, store: 'Двойной' },
      { line: 3, code: 'UNKNOWN_TYPE' },
    ])
  })

  it('takes the separator that the file names, or the one that gives a head', async () => {
    for (const start of ['sep=;\n', 'sep=;\r\n', '\ufeffSEP=;\n'])
      expect(await readSales(`${start}receipt;date;total\nA;2026-11-29;1,50`)).toMatchObject({
        rows: [{ line: 3, totalMinor: 150n }],
        reading: { separator: ';', headLine: 2 },
      })
    const commas = 'Отчёт; период; магазин\nreceipt,date,total\nA,2026-11-29,"1,50"'
    expect(await readSales(commas)).toMatchObject({
      rows: [{ totalMinor: 150n }],
      reading: { separator: ',' },
    })
  })

  it('takes returns for returns by their type or sign, and leaves out what sells nothing', async () => {
    const rows: [type: string, status: string, total: string, found: bigint | string][] = [
      ...([
        ['Приход', '', '10', 1000n],
        ['Возврат прихода', '', '10', -1000n],
        ['возврат', '', '-10', -1000n],
        ['Чек возврата', '', '10', -1000n],
        ['Продажа', '', '-10', -1000n],
        ['Refund', 'Closed', '$10', 'total'],
        ['Sale', 'Closed', '10', 1000n],
      ] as (typeof rows)[number][]),
      ...([
        ['', 'Оплачен', '10', 1000n],
        ['', 'Отменён', '10', 'none'],
        ['', 'Аннулирован', '10', 'none'],
        ['', 'cancelled', '10', 'none'],
        ['', 'Voided', '10', 'none'],
        ['', 'refunded', '10', 'none'],
        ['', 'Не оплачен', '10', 'none'],
        ['Возврат прихода', 'Отменён', '10', 'none'],
      ] as (typeof rows)[number][]),
      ...([
        ['Внесение', '', '10', 'none'],
        ['Закрытие смены', '', '0', 'none'],
        ['Расход', '', '10', 'none'],
        ['Z-отчёт', '', '10', 'none'],
        ['Сторно', '', '10', 'none'],
        ['Подарок', '', '10', 'type'],
        ['', 'На проверке', '10', 'status'],
      ] as (typeof rows)[number][]),
    ]
    const lines = rows.map(([type, status, total], at) => `R${at};29.11.2026;${total};${type};${status}`)
    const { rows: read } = await readSales(table('Чек;Дата;Сумма;Тип чека;Статус', ...lines))
    const found = new Map(read.map((row) => [row.line, row.ok ? row.totalMinor : row.column]))
    for (const [at, [type, status, , expected]] of rows.entries())
      expect(found.get(at + 2) ?? 'none', `${type} ${status}`).toBe(expected)
  })

  it('takes the words that the caller gives for types and statuses of its own', async () => {
    const text = table('Чек;Дата;Сумма;Тип', 'A;29.11.2026;1;Подарок', 'B;29.11.2026;1;Выкуп')
    const columns = { receipt: ['Чек'], date: ['Дата'], total: ['Сумма'], type: ['Тип'] }
    const mapping = { name: 'own', columns, words: { skipped: ['подарок'], returns: ['Выкуп'] } }
    expect(await briefly(text, { mapping })).toEqual([['B', -100n]])
  })

  it('never takes a line of totals for a sale', async () => {
    const text = table(
      ...['Чек;Дата;Сумма', 'A;29.11.2026;10', 'Итого за день;29.11.2026;10', 'ИТОГО:;;10', ';Всего;10'],
      ...['Total;29.11.2026;10', 'Grand total;;10', 'Total-5;29.11.2026;7'],
    )
    expect(await briefly(text)).toEqual([
      ['A', 1000n],
      ['Total-5', 700n],
    ])
  })

  it('takes a row with more cells than the head for an error, but for blank ones', async () => {
    const text = table('receipt,date,total', 'A,2026-11-29,1234,50', 'B,2026-11-29,5,,', 'C,2026-11-29')
    expect(await briefly(text)).toEqual([
      [2, 'row', 'TOO_MANY_CELLS'],
      ['B', 500n],
      [4, 'total', 'EMPTY'],
    ])
  })

  it('refuses amounts in another currency, by column or by sign', async () => {
    const text = table(
      'receipt,date,total,currency',
      'A,2026-11-29,1,EUR',
      'B,2026-11-29,1,руб',
      'C,2026-11-29,$1,',
    )
    expect(await briefly(text)).toEqual([
      [2, 'currency', 'OTHER_CURRENCY'],
      ['B', 100n],
      [4, 'total', 'OTHER_CURRENCY'],
    ])
  })

  it('reads what was paid by points and where, and knows no stranger by a name that means nobody', async () => {
    const text = table(
      ...[
        'Чек;Дата;Сумма;Оплачено баллами;Магазин;Контрагент',
        'A;29.11.2026;10;2,50;Мойка;Розничный покупатель',
      ],
      'B;29.11.2026;10;;;Анна',
    )
    expect((await readSales(text)).rows).toMatchObject([
      { paidByPointsMinor: 250n, store: 'Мойка', customerKey: null },
      { paidByPointsMinor: null, store: null, customerKey: 'Анна' },
    ])
  })

  it('says how it understood each column', async () => {
    const text = table('Кто;Номер;Дата;Примечание;Итог', 'x;A;29.11.2026;y;1,50')
    expect((await readSales(text, { columns: { customer: 'кто' } })).reading).toEqual({
      ...{ format: 'CSV', separator: ';', sheet: null, headLine: 1, mapping: null },
      columns: {
        receipt: { header: 'Номер', index: 1, foundBy: 'NAME' },
        date: { header: 'Дата', index: 2, foundBy: 'NAME' },
        total: { header: 'Итог', index: 4, foundBy: 'NAME' },
        customer: { header: 'Кто', index: 0, foundBy: 'CALLER' },
      },
      ...{ ignoredHeaders: ['Примечание'], dateOrder: null, decimalMark: ',' },
      counts: {
        ...{ sales: 1, returns: 0, errors: 0, partsOfReceipts: 0, cancelled: 0 },
        ...{ otherOperations: 0, totalsAndHeads: 0 },
      },
    })
  })
})

describe('several rows of one receipt', () => {
  const items = (...rows: string[]) => table('Чек;Дата;Товар;Сумма', ...rows)

  it('are summed where the file has a row for each thing sold', async () => {
    const text = items(
      ...['A;29.11.2026 10:00;Мойка;500', 'A;29.11.2026 10:00;Мойка;500', 'A;29.11.2026 10:01;Воск;300,50'],
      ...['A;29.11.2026 10:00;Скидка;-100', 'B;29.11.2026 10:05;Мойка;500', 'B;30.11.2026 10:05;Мойка;500'],
    )
    expect(await briefly(text)).toEqual([
      ['A', 120_050n],
      ['B', 50_000n],
      ['B', 50_000n],
    ])
  })

  it('are summed where they have one time and other amounts, and left for who looks for repetitions where all is alike', async () => {
    const text = table(
      ...['Чек;Дата;Сумма', 'A;29.11.2026 10:00;500', 'A;29.11.2026 10:00;734,50', 'B;29.11.2026 10:00;5'],
      ...[
        'B;29.11.2026 10:00;5',
        'C;29.11.2026 10:00;5',
        'C;29.11.2026 10:00;-5',
        'D;29.11.2026;1',
        'D;30.11.2026;2',
      ],
    )
    expect(await briefly(text)).toEqual([
      ['A', 123_450n],
      ['B', 500n],
      ['B', 500n],
      ['C', 500n],
      ['C', -500n],
      ['D', 100n],
      ['D', 200n],
    ])
  })

  it('count once where each repeats the total of the receipt', async () => {
    const text = table(
      ...[
        'Чек;Дата;Товар;Сумма чека',
        'A;29.11.2026;Мойка;800',
        'A;29.11.2026;Воск;800',
        'B;29.11.2026;Мойка;1',
      ],
      'B;29.11.2026;Воск;2',
    )
    expect(await briefly(text)).toEqual([
      ['A', 80_000n],
      [4, 'total', 'UNLIKE_TOTALS'],
    ])
  })

  it('are no receipt when one of them cannot be read, or when others stand elsewhere', async () => {
    const text = items(
      ...['A;29.11.2026;Мойка;500', 'A;29.11.2026;Воск;x', 'A;29.11.2026;Чай;5', 'B;29.11.2026;Мойка;1'],
      ...['C;29.11.2026;Мойка;1', 'B;29.11.2026;Воск;1', 'C;29.11.2026;Возврат;-1'],
    )
    expect(await briefly(text)).toEqual([
      [2, 'receipt', 'INCOMPLETE_RECEIPT'],
      [3, 'total', 'INVALID_AMOUNT'],
      ['B', 100n],
      ['C', 100n],
      [7, 'receipt', 'SCATTERED_RECEIPT'],
      ['C', -100n],
    ])
  })
})
