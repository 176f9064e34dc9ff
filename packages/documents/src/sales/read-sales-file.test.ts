import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../text/decode-text.ts'
import { encodeWindows1251 } from '../text/windows-1251.ts'
import { readSalesFile } from './read-sales-file.ts'
import type { SalesFileOptions } from './sales-file.ts'

const moscow: SalesFileOptions = { timeZone: 'Europe/Moscow', currency: 'RUB' }
async function read(bytes: ByteSource, options: Partial<SalesFileOptions> = {}) {
  const rows = []
  for await (const row of readSalesFile(bytes, { ...moscow, ...options })) rows.push(row)
  return rows
}
const utf8 = (text: string) => new TextEncoder().encode(text)

const russian = `Номер чека;Дата продажи;Товар;Сумма, руб.;Телефон клиента
А-1;09.11.2026 14:30;"Мойка; комплекс";1 250,50;+7 900 000-00-01
А-2;09.11.2026;Шампунь;300;
`
const row1 = {
  ok: true,
  line: 2,
  receiptRef: 'А-1',
  soldAt: new Date('2026-11-09T11:30:00Z'),
  totalMinor: 125_050n,
  customerKey: '+7 900 000-00-01',
  paidByPointsMinor: null,
  store: null,
}
const row2 = {
  ...row1,
  line: 3,
  receiptRef: 'А-2',
  soldAt: new Date('2026-11-08T21:00:00Z'),
  totalMinor: 30_000n,
  customerKey: null,
}

describe('readSalesFile', () => {
  it('reads a Russian file in Windows-1251 and in UTF-8, with or without a mark, however it is cut', async () => {
    for (const bytes of [encodeWindows1251(russian, 'f'), utf8(russian), utf8(`\ufeff${russian}`)]) {
      expect(await read(bytes)).toEqual([row1, row2])
      expect(await read(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual([row1, row2])
    }
  })

  it('reads an English file with commas, and one with tabs', async () => {
    const rows = [
      ['Date', 'Receipt', 'Total', 'Customer ID'],
      ['2026-11-09T11:30:00Z', 'R1', '-12.5', 'c1'],
      ['2026-11-09 14:30:05+03:00', 'R2', '$', 'c2'],
    ]
    for (const separator of [',', '\t', '|']) {
      const text = rows.map((row) => row.join(separator)).join('\n')
      expect(await read(utf8(text))).toMatchObject([
        { receiptRef: 'R1', totalMinor: -1250n, customerKey: 'c1', soldAt: new Date('2026-11-09T11:30:00Z') },
        { ok: false, line: 3, column: 'total' },
      ])
    }
  })

  it('goes on after a bad row and names its line and column', async () => {
    const text = `Чек;Дата;Итого
1;31.02.2026;5
;01.11.2026;5
3;01.11.2026;5,001
4;01.11.2026;1e5
5;когда-то;5
6;01.11.2026 25:00;5
7;01.11.26;5 ₽
8
9;01.11.2026;1,250
10;01.11.2026;1,250.50
11;01.11.2026;-1,234,567.89
12;01.11.2026;1;2
`
    const rows = await read(utf8(text))
    expect(rows.map((row) => (row.ok ? [row.line, row.totalMinor] : [row.line, row.column]))).toEqual([
      ...[
        [2, 'date'],
        [3, 'receipt'],
        [4, 500_100n],
        [5, 'total'],
        [6, 'date'],
        [7, 'date'],
      ],
      ...[
        [8, 500n],
        [9, 'date'],
        [10, 125_000n],
        [11, 125_050n],
        [12, -123_456_789n],
        [13, 'row'],
      ],
    ])
    expect(rows.flatMap((row) => (row.ok ? [] : [row.code]))).toEqual([
      ...[
        'INVALID_DATE',
        'EMPTY',
        'INVALID_AMOUNT',
        'INVALID_DATE',
        'INVALID_DATE',
        'EMPTY',
        'TOO_MANY_CELLS',
      ],
    ])
    // What a row holds may be personal, so that no message has it.
    expect(JSON.stringify(rows.filter((row) => !row.ok))).not.toMatch(/когда-то|1e5/)
  })

  it('takes the names that the member gives, and says which column is missing', async () => {
    const text = 'Bon;Day;Brutto\n1;2026-11-09;5.00'
    await expect(read(utf8(text))).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      field: 'receipt',
      line: 1,
    })
    const columns = { receipt: 'bon', date: 'Day', total: 'Brutto' }
    expect(await read(utf8(text), { columns })).toMatchObject([{ ok: true, totalMinor: 500n }])
    await expect(read(utf8(text), { columns: { ...columns, customer: 'Who' } })).rejects.toThrow('"Who"')
    await expect(read(utf8(' \n'))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
  })

  it('reads dates on the wall of the zone, also around a change of clocks', async () => {
    const text =
      'receipt,date,total\n1,2026-03-29 01:59,1\n2,2026-03-29 03:01,1\n3,2026-10-25 12:00,1\n4,2026-07-01,1'
    const rows = await read(utf8(text), { timeZone: 'Europe/Berlin', currency: 'EUR' })
    expect(rows.map((row) => (row.ok ? row.soldAt.toISOString().slice(0, 16) : 'bad'))).toEqual([
      '2026-03-29T00:59',
      '2026-03-29T01:01',
      '2026-10-25T11:00',
      '2026-06-30T22:00',
    ])
  })

  it('streams a file of any length and bounds its size', async () => {
    let sent = 0
    async function* endless() {
      yield utf8('receipt;date;total\n')
      for (;;) {
        sent += 1
        yield utf8('R;2026-11-09;1.00\n'.repeat(4000))
      }
    }
    let taken = 0
    for await (const row of readSalesFile(endless(), moscow)) {
      expect(row.ok).toBe(true)
      taken += 1
      if (taken === 20_000) break
    }
    expect(sent).toBeLessThan(8)
    await expect(read(utf8(russian), { maxBytes: 50 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  })
})
