import { describe, expect, it } from 'vitest'
import { brief, readSales } from '../testing/sales-files.ts'
import { type WrittenCell, writeWorkbook, writeZip } from '../testing/workbook.ts'
import { openZip } from '../xlsx/open-zip.ts'

const HEAD = ['Чек', 'Дата', 'Сумма']
const book = (...rows: WrittenCell[][]) => writeWorkbook([{ name: 'Продажи', rows: [HEAD, ...rows] }])
/** The 29th of November 2026 in Excel's days. */
const DAY = 46_355
const formula = (inside: string, attributes = '') => ({ attributes, inside })

describe('a sales file that is a workbook', () => {
  it('is read like a text: titles, blank cells, numbers and texts', async () => {
    const file = writeWorkbook([
      {
        name: 'Отчёт',
        rows: [
          ['Продажи за ноябрь'],
          [],
          [null, ...HEAD, 'Телефон'],
          [null, 101, DAY + 0.5, 1250.5, 79_000_000_001],
          [null, 'A-2', '29.11.2026 10:05', '1 250,50'],
          [null, 'Итого', null, 2501],
        ],
      },
    ])
    const { rows, reading } = await readSales(file)
    expect(rows).toMatchObject([
      { line: 4, receiptRef: '101', totalMinor: 125_050n, customerKey: '79000000001' },
      { line: 5, receiptRef: 'A-2', totalMinor: 125_050n, customerKey: null },
    ])
    expect(rows.map((row) => row.ok && row.soldAt.toISOString())).toEqual([
      ...['2026-11-29T09:00:00.000Z', '2026-11-29T07:05:00.000Z'],
    ])
    expect(reading).toMatchObject({ format: 'XLSX', sheet: 'Отчёт', separator: null, headLine: 3 })
    expect(reading.counts.totalsAndHeads).toBe(1)
  })

  it('takes a number for what its column says, whatever its format: a sum is no date, a date no sum', async () => {
    const asDate = { attributes: 's="14"', inside: '<v>1250</v>' }
    const asMoney = { attributes: 's="4"', inside: `<v>${DAY}</v>` }
    expect((await readSales(book(['A', asMoney, asDate]))).rows).toMatchObject([
      { soldAt: new Date('2026-11-28T21:00:00Z'), totalMinor: 125_000n },
    ])
  })

  it('reads sums without the noise of their binary form', async () => {
    const noisy = { inside: '<v>0.30000000000000004</v>' }
    expect(
      brief((await readSales(book(['A', DAY, noisy], ['B', DAY, 1.125], ['C', DAY, 1.25]))).rows),
    ).toEqual([
      ['A', 30n],
      [3, 'total', 'INVALID_AMOUNT'],
      ['C', 125n],
    ])
  })

  it('makes an error and a formula without a result errors of their rows, never nothing or zero', async () => {
    const file = book(
      ['A', DAY, formula('<v>#DIV/0!</v>', 't="e"')],
      ['B', DAY, formula('<f>SUM(A1:A2)</f>')],
      ['C', DAY, formula('<f>SUM(A1:A2)</f><v></v>')],
      ['D', formula('<f>TODAY()</f>'), 5],
      [formula('<v>#REF!</v>', 't="e"'), DAY, 5],
      ['F', DAY, formula('<f>2+3</f><v>5</v>')],
      [formula('<f>"G"</f><v>G</v>', 't="str"'), DAY, 5],
      ['H', DAY, null],
    )
    expect(brief((await readSales(file)).rows)).toEqual([
      [2, 'total', 'CELL_ERROR'],
      [3, 'total', 'NO_RESULT'],
      [4, 'total', 'NO_RESULT'],
      [5, 'date', 'NO_RESULT'],
      [6, 'receipt', 'CELL_ERROR'],
      ['F', 500n],
      ['G', 500n],
      [9, 'total', 'EMPTY'],
    ])
  })

  it('believes no result in a workbook whose writer did not work the formulas out', async () => {
    const rows = [HEAD, ['A', DAY, formula('<f>2+3</f><v>0</v>')], ['B', DAY, 5]]
    const file = writeWorkbook([{ name: 'S', rows }], { after: '<calcPr calcId="0" fullCalcOnLoad="1"/>' })
    expect(brief((await readSales(file)).rows)).toEqual([
      [2, 'total', 'NO_RESULT'],
      ['B', 500n],
    ])
  })

  it('reads shared texts without their formatting and phonetics, and days that count from 1904', async () => {
    const shared = (no: number) => ({ attributes: 't="s"', inside: `<v>${no}</v>` })
    const rows = [HEAD, [shared(0), DAY - 1462, 5], [shared(1), DAY - 1462, 5], [shared(7), DAY, 5]]
    const strings = [
      '<r><rPr><b/></rPr><t>A</t></r><r><t>-1</t></r>',
      '<t>B</t><rPh sb="0" eb="1"><t>x</t></rPh>',
    ]
    const file = writeWorkbook([{ name: 'S', rows }], { strings, workbook: '<workbookPr date1904="1"/>' })
    expect((await readSales(file)).rows).toMatchObject([
      { receiptRef: 'A-1', soldAt: new Date('2026-11-28T21:00:00Z') },
      { receiptRef: 'B' },
      { ok: false, column: 'receipt', code: 'CELL_ERROR' },
    ])
  })

  it('asks which sheet when several have sales, and looks at no hidden one unless it is named', async () => {
    const sheet = (name: string, receipt: string, isHidden = false) => ({
      ...{ name, isHidden, rows: [HEAD, [receipt, DAY, 5]] },
    })
    const notes = { name: 'Заметки', rows: [['Что-то']] }
    const file = writeWorkbook([
      notes,
      sheet('Ноябрь', 'A'),
      sheet('Декабрь', 'B'),
      sheet('Скрытый', 'C', true),
    ])
    await expect(readSales(file)).rejects.toMatchObject({
      code: 'AMBIGUOUS_FILE',
      questions: [{ kind: 'SHEET', readings: ['Ноябрь', 'Декабрь'] }],
    })
    expect(brief((await readSales(file, { sheet: 'Декабрь' })).rows)).toEqual([['B', 500n]])
    expect(brief((await readSales(file, { sheet: 'Скрытый' })).rows)).toEqual([['C', 500n]])
    const single = writeWorkbook([notes, sheet('Ноябрь', 'A'), sheet('Скрытый', 'C', true)])
    expect((await readSales(single)).reading.sheet).toBe('Ноябрь')
    await expect(readSales(file, { sheet: 'Январь' })).rejects.toMatchObject({ field: 'sheet' })
  })

  it('reads the same wherever the bytes are cut', async () => {
    const file = book(['A', DAY, 5])
    const pieces = Array.from(file, (byte) => Uint8Array.of(byte))
    expect(brief((await readSales(pieces)).rows)).toEqual([['A', 500n]])
  })
})

describe('a hostile or broken workbook', () => {
  it('is refused with what to do', async () => {
    const kinds: [Buffer, string][] = [
      [Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(76)]), 'BAD_WORKBOOK'],
      [book(['A', DAY, 5]).subarray(0, -30), 'BAD_WORKBOOK'],
      [writeZip({ 'content.xml': '<a/>', mimetype: 'application/vnd.oasis.opendocument' }), 'BAD_WORKBOOK'],
      [writeWorkbook([], {}), 'BAD_WORKBOOK'],
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'OLD_WORKBOOK'],
      [Buffer.from('%PDF-1.7'), 'OTHER_FORMAT'],
      [Buffer.from('<html><table><tr><td>Чек</td></tr></table></html>'), 'OTHER_FORMAT'],
    ]
    for (const [file, kind] of kinds)
      await expect(readSales(file), kind).rejects.toMatchObject({ code: 'UNREADABLE_FILE', kind })
    await expect(readSales(writeWorkbook([{ name: 'S', rows: [['a', 'b']] }]))).rejects.toMatchObject({
      kind: 'COLUMN_MISSING',
    })
  })

  it('expands no entity and believes no size', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    const sheets = [{ name: 'S', rows: [HEAD] }]
    await expect(
      readSales(writeWorkbook(sheets, { files: { 'xl/worksheets/sheet1.xml': bomb } })),
    ).rejects.toMatchObject({
      kind: 'BAD_WORKBOOK',
    })
    const lying = writeZip({ '_rels/.rels': `<a>${' '.repeat(10_000)}</a>` }, { '_rels/.rels': 10 })
    await expect(readSales(lying)).rejects.toMatchObject({ kind: 'BAD_WORKBOOK' })
    const wide = {
      files: { 'xl/worksheets/sheet1.xml': '<worksheet><row r="1"><c r="ZZZ1"/></row></worksheet>' },
    }
    await expect(readSales(writeWorkbook(sheets, wide))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  })

  it('is bounded in what it unpacks and in its own size', async () => {
    const bomb = writeZip({ a: Buffer.alloc(5_000_000, 0x20), b: Buffer.alloc(5_000_000, 0x20) })
    const files = await openZip(bomb, 6_000_000)
    const unpack = async (name: string) => {
      for await (const piece of files.open(name)) expect(piece.length).toBeGreaterThan(0)
    }
    await unpack('a')
    await expect(unpack('b')).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    const blank = writeZip({ '_rels/.rels': `<a>${' '.repeat(1_000_000)}</a>` })
    await expect(readSales(blank)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    await expect(readSales(book(['A', DAY, 5]), { maxBytes: 100 })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    })
  })
})
