import { expect, test } from 'vitest'
import { openWorkbook } from './open-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

test('a workbook is read back as it was written: texts, formulas as texts, and numbers to the last digit', async () => {
  const rows = [
    ['=1+1', { number: '1234567.89' }],
    ['Мойка <&"> \u0007', { number: '-5' }],
    [' two  blanks ', { number: '0' }],
  ]
  const bytes = writeWorkbook({
    name: 'Отчёт: 2026/03 [что было и чего не было]',
    head: ['Day', 'Net'],
    rows,
  })
  const { sheets } = await openWorkbook(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['Отчёт  2026 03  что было и чего'])
  const read: unknown[] = []
  for await (const { cells } of sheets[0]?.records() ?? []) read.push(cells)
  expect(read).toEqual([
    ['Day', 'Net'],
    ['=1+1', { number: '1234567.89' }],
    ['Мойка <&"> ', { number: '-5' }],
    [' two  blanks ', { number: '0' }],
  ])
  expect(writeWorkbook({ name: 'x', head: [], rows: [] })).toEqual(
    writeWorkbook({ name: 'x', head: [], rows: [] }),
  )
})
