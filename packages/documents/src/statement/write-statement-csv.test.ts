import { describe, expect, it } from 'vitest'
import { type CsvDialect, neutralCell, originalCell } from '../csv/csv-cell.ts'
import { parseCsv } from '../csv/parse-csv.ts'
import { aStatement, textOf } from '../testing/statement.ts'
import type { StatementVat } from './statement-document.ts'
import { writeStatementCsv } from './write-statement-csv.ts'
import { writeStatementJson } from './write-statement-json.ts'

async function records(text: string, separator: string) {
  const found: (readonly string[])[] = []
  for await (const { cells } of parseCsv([text], separator)) found.push(cells)
  return found
}

describe('writeStatementCsv', () => {
  it('writes what a Russian Excel opens: byte order mark, semicolons, comma decimals, CRLF', async () => {
    const { document, lines } = aStatement(3)
    const text = await textOf(writeStatementCsv(document, lines, { dialect: 'excel-ru', language: 'ru' }))
    expect(text.startsWith('\ufeff№;Дата;')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const [, opening, first] = await records(text.slice(1), ';')
    expect(opening?.slice(0, 12)).toEqual([
      ...['0', '01.10.2026', '00:00:00', 'OPENING', 'Сальдо начальное', 'mbr_motoryard', 'Моторный двор'],
      ...['stm_4kQbW2', '0', '', '', '123,45'],
    ])
    expect(first?.slice(0, 12)).toEqual([
      ...['1', '01.10.2026', '08:00:07', 'REDEEM', 'Списание баллов', 'mbr_kolenval', 'Коленвал'],
      ...['ЧЕК-1001', '-80', '', '80,19', '43,26'],
    ])
  })

  it('writes RFC 4180: no mark, commas, point decimals, ISO dates', async () => {
    const { document, lines } = aStatement(1)
    const text = await textOf(writeStatementCsv(document, lines, { dialect: 'rfc4180', language: 'en' }))
    expect(text.startsWith('No,Date,Time,')).toBe(true)
    expect((await records(text, ','))[2]?.slice(0, 12)).toEqual([
      ...['1', '2026-10-01', '08:00:07', 'REDEEM', 'Points redeemed', 'mbr_kolenval', 'Коленвал'],
      ...['ЧЕК-1001', '-80', '', '80.19', '43.26'],
    ])
  })

  it('tells the VAT inside the charges on the last record, and nothing where there is none', async () => {
    const vatCells = async (vat: StatementVat[] | undefined, dialect: CsvDialect) => {
      const { document, lines } = aStatement(3, vat ? { vat } : {})
      const language = dialect === 'excel-ru' ? 'ru' : 'en'
      const text = await textOf(writeStatementCsv(document, lines, { dialect, language }))
      const rows = await records(text.replace('\ufeff', ''), dialect === 'excel-ru' ? ';' : ',')
      expect(rows.slice(1, -1).map((row) => row.slice(15))).toEqual(Array(4).fill(['', '', '']))
      return [rows[0]?.slice(15), rows.at(-1)?.slice(15)]
    }
    const whole = { rateBps: 2_000n, net: 8_333n, tax: 1_667n }
    expect(await vatCells([whole], 'excel-ru')).toEqual([
      ['Ставка НДС', 'Без НДС', 'НДС'],
      ['20\u00a0%', '83,33', '16,67'],
    ])
    expect(await vatCells([whole, { rateBps: null, net: -100n, tax: 0n }], 'rfc4180')).toEqual([
      ['VAT rate', 'Without VAT', 'VAT'],
      ['20% / No VAT', '82.33', '16.67'],
    ])
    expect((await vatCells(undefined, 'rfc4180'))[1]).toEqual(['', '', ''])
  })

  it('neutralises every text that a spreadsheet would run', async () => {
    const { document } = aStatement(0)
    const hostile = ['=cmd|/c calc!A1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', "'=1", '＝1']
    for (const text of hostile) {
      const member = { ...document.member, name: text, id: text }
      const csv = await textOf(
        writeStatementCsv({ ...document, member }, [], { dialect: 'excel-ru', language: 'ru' }),
      )
      const row = (await records(csv.slice(1), ';'))[1]
      expect(row?.[5]).toBe(`'${text}`)
      expect(row?.[6]).toBe(`'${text}`)
      expect(originalCell(neutralCell(text))).toBe(text)
    }
    expect(neutralCell('Блеск = чистота')).toBe('Блеск = чистота')
  })

  it('refuses to finish a document whose head speaks of other lines', async () => {
    const { document, lines } = aStatement(3)
    const broken = [
      { ...document, lineCount: 4 },
      { ...document, closing: document.closing + 1n },
      { ...document, opening: document.opening + 1n },
      { ...document, lineHash: '0'.repeat(64) },
      { ...document, totalsByKind: document.totalsByKind.slice(1) },
      {
        ...document,
        totalsByCounterparty: document.totalsByCounterparty.map((total) => ({
          ...total,
          points: total.points + 1n,
        })),
      },
    ]
    for (const head of broken) {
      await expect(
        textOf(writeStatementCsv(head, lines, { dialect: 'rfc4180', language: 'en' })),
      ).rejects.toMatchObject({ code: 'STATEMENT_MISMATCH' })
      await expect(textOf(writeStatementJson(head, lines))).rejects.toMatchObject({
        code: 'STATEMENT_MISMATCH',
      })
    }
    await expect(textOf(writeStatementJson(document, lines.slice(1)))).rejects.toMatchObject({ field: 'no' })
  })

  it('reads lines one at a time, as its reader takes them', async () => {
    const { document, lines } = aStatement(1000)
    let taken = 0
    async function* counted() {
      for (const line of lines) {
        taken += 1
        yield line
      }
    }
    let written = 0
    for await (const _ of writeStatementJson(document, counted())) {
      expect(taken).toBeLessThanOrEqual(written + 1)
      written += 1
    }
    expect(taken).toBe(1000)
  })
})

describe('parseCsv', () => {
  const read = async (pieces: string[], separator = ',') => {
    const found: { line: number; cells: readonly string[] }[] = []
    for await (const record of parseCsv(pieces, separator)) found.push(record)
    return found
  }

  it('reads quotes, doubled quotes and breaks inside quotes, wherever the text is cut', async () => {
    const text = 'a,"b ""c""",""\r\n\r\n"x\r\ny",2\rlast,\n'
    const expected = [
      { line: 1, cells: ['a', 'b "c"', ''] },
      { line: 3, cells: ['x\r\ny', '2'] },
      { line: 5, cells: ['last', ''] },
    ]
    expect(await read([text])).toEqual(expected)
    for (let at = 1; at < text.length; at += 1)
      expect(await read([text.slice(0, at), text.slice(at)]), `cut at ${at}`).toEqual(expected)
  })

  it('refuses a quote that never closes and a record without end', async () => {
    await expect(read(['a\n"b'])).rejects.toMatchObject({ code: 'UNREADABLE_FILE', line: 2 })
    await expect(read(['x'.repeat(1_000_001)])).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', line: 1 })
  })
})
