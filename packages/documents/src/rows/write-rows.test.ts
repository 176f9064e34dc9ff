import { describe, expect, it } from 'vitest'
import { originalCell } from '../csv/csv-cell.ts'
import { parseCsv } from '../csv/parse-csv.ts'
import { parseDecimal } from '../text/decimal.ts'
import { type RowsDocument, rowsHead, rowsText } from './write-rows.ts'

const COLUMNS = [
  { name: 'name', ru: 'имя', type: 'text' },
  { name: 'points', ru: 'баллы', type: 'whole' },
  { name: 'total', ru: 'сумма', type: 'minor' },
  { name: 'share', ru: 'доля', type: 'micros' },
  { name: 'at', ru: 'когда', type: 'instant' },
] as const
const document = (format: RowsDocument['format']): RowsDocument => ({
  ...{ format, columns: COLUMNS, currency: 'RUB', timeZone: 'Asia/Yekaterinburg' },
})
const AT = new Date('2026-11-30T20:00:07.250Z')
const BIG = 9_007_199_254_740_993n

async function cellsOf(format: 'CSV' | 'CSV_RU', rows: Parameters<typeof rowsText>[1]) {
  const text = rowsHead(document(format)) + rowsText(document(format), rows)
  const records: (readonly string[])[] = []
  const separator = format === 'CSV_RU' ? ';' : ','
  for await (const { cells } of parseCsv([text.replace('\ufeff', '')], separator)) records.push(cells)
  return records
}

describe('rows', () => {
  it('are RFC 4180 for programs: point decimals, exact amounts, UTC', async () => {
    expect(await cellsOf('CSV', [['Анна, "А"\nБ', -5n, BIG, -1n, AT]])).toEqual([
      ['name', 'points', 'total', 'share', 'at'],
      ['Анна, "А"\nБ', '-5', '90071992547409.93', '-0.000001', AT.toISOString()],
    ])
  })

  it('are what a Russian Excel opens: mark, semicolons, comma decimals, local days', async () => {
    expect(rowsHead(document('CSV_RU')).startsWith('\ufeffимя;баллы;')).toBe(true)
    const [, row] = await cellsOf('CSV_RU', [['Анна; Б', 12n, -123_45n, 1n, AT]])
    expect(row).toEqual(['Анна; Б', '12', '-123,45', '0,000001', '01.12.2026 01:00:07'])
    expect(parseDecimal(row?.[2] ?? '', 2)).toBe(-123_45n)
  })

  it('are JSON Lines with amounts as decimal texts and null for nothing', () => {
    const [line = '', end] = rowsText(document('JSONL'), [['=1+1', 1n, BIG, null, AT]]).split('\n')
    expect(end).toBe('')
    expect(JSON.parse(line)).toEqual({
      ...{ name: '=1+1', points: '1', total: '90071992547409.93', share: null, at: AT.toISOString() },
    })
    expect(rowsHead(document('JSONL'))).toBe('')
  })

  it('run nothing in a spreadsheet, and leave numbers below zero numbers', async () => {
    const hostile = ['=cmd|/c calc!A1', '+79120000001', '-2+3', '@SUM(A1)', '\t=1', '\r=1']
    for (const format of ['CSV', 'CSV_RU'] as const) {
      const [, ...rows] = await cellsOf(
        format,
        hostile.map((text) => [text, -1n, -100n, -1n, null]),
      )
      expect(rows.map(([text]) => text)).toEqual(hostile.map((text) => `'${text}`))
      expect(rows.map(([text = '']) => originalCell(text))).toEqual(hostile)
      for (const row of rows) for (const cell of row.slice(1, 4)) expect(cell).toMatch(/^-[\d.,]+$/)
    }
  })

  it('keep the digits of cards and receipts in an Excel, and leave them as they are for programs', async () => {
    const changed = [
      ...[
        '2200700112345678',
        '0001234',
        '012',
        '123456789012',
        '12-05',
        '1.5',
        '1,5',
        '3/4',
        '12:30',
        '1E5',
        '12e-3',
      ],
      ...[
        '1 000',
        '1\u00a0000',
        ' 7',
        '50%',
        '(12)',
        '5 мая',
        '12-дек-26',
        'май 26',
        '3 Mar',
        '12:30 PM',
        '00',
      ],
    ]
    const kept = [
      '0',
      '12',
      '12345678901',
      'чек 12-05',
      'A-12',
      '12-05а',
      'e5',
      '1E5F',
      'Марина 5',
      '5 марок',
      'Май',
      '',
    ]
    const texts = [...changed, ...kept]
    const rows = texts.map((text) => [text, 1n, 100n, null, null])
    const [, ...russian] = await cellsOf('CSV_RU', rows)
    expect(russian.map(([text]) => text)).toEqual([...changed.map((text) => `'${text}`), ...kept])
    expect(russian.map(([text = '']) => originalCell(text))).toEqual(texts)
    for (const row of russian) expect(row.slice(1, 3)).toEqual(['1', '1,00'])
    const [, ...plain] = await cellsOf('CSV', rows)
    expect(plain.map(([text]) => text)).toEqual(texts)
  })

  it('fail for a cell that is not of its column', () => {
    expect(() => rowsText(document('CSV'), [['a', 'b', null, null, null]])).toThrow(TypeError)
  })
})
