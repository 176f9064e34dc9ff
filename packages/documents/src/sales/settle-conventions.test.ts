import { describe, expect, it } from 'vitest'
import { brief, readSales } from '../testing/sales-files.ts'

const file = (...rows: string[]) => ['Receipt;Date;Total', ...rows].join('\n')
const days = async (...args: Parameters<typeof readSales>) =>
  (await readSales(...args)).rows.map((row) => (row.ok ? row.soldAt.toISOString().slice(0, 10) : row.code))

describe('dates that may mean two days', () => {
  const utc = { timeZone: 'UTC' }

  it('wait for a row that shows the order, of whatever line', async () => {
    expect(await days(file('A;08/10/2026;1.00', 'B;08/21/2026;1.00', 'C;09/05/2026;1.00'), utc)).toEqual([
      ...['2026-08-10', '2026-08-21', '2026-09-05'],
    ])
    expect(await days(file('A;08/10/2026;1.00', 'B;21/08/2026;1.00'), utc)).toEqual([
      '2026-10-08',
      '2026-08-21',
    ])
  })

  it('are asked for when no row shows it, and answered by the caller', async () => {
    const text = file('A;08/10/2026;1.00', 'B;09/05/2026;1.00')
    await expect(readSales(text)).rejects.toMatchObject({
      ...{ code: 'AMBIGUOUS_FILE', line: 2, field: 'date' },
      questions: [{ kind: 'DATE_ORDER', column: 'date', header: 'Date', line: 2, readings: ['DMY', 'MDY'] }],
    })
    expect(await days(text, { ...utc, dateOrder: 'DMY' })).toEqual(['2026-10-08', '2026-05-09'])
    expect(await days(text, { ...utc, dateOrder: 'MDY' })).toEqual(['2026-08-10', '2026-09-05'])
  })

  it('are asked for when rows show both orders; by the order that the caller says the others are errors', async () => {
    const text = file('A;08/10/2026;1.00', 'B;21/08/2026;1.00', 'C;08/22/2026;1.00')
    await expect(readSales(text)).rejects.toMatchObject({ code: 'AMBIGUOUS_FILE' })
    expect(await days(text, { ...utc, dateOrder: 'DMY' })).toEqual([
      '2026-10-08',
      '2026-08-21',
      'INVALID_DATE',
    ])
  })

  it('are no question where day and month are alike, or dots stand between them', async () => {
    expect(await days(file('A;05/05/2026;1.00', 'B;08.10.2026;1.00'), utc)).toEqual([
      '2026-05-05',
      '2026-10-08',
    ])
  })
})

describe('amounts that may mean two', () => {
  it('wait for a row that shows the decimal mark', async () => {
    const { rows, reading } = await readSales(file('A;2026-11-29;1,250', 'B;2026-11-29;3.50'))
    expect([brief(rows), reading.decimalMark]).toEqual([
      [
        ...[
          ['A', 125_000n],
          ['B', 350n],
        ],
      ],
      '.',
    ])
    expect(brief((await readSales(file('A;2026-11-29;1,250', 'B;2026-11-29;3,50'))).rows)[0]).toEqual([
      'A',
      125n,
    ])
  })

  it('are asked for when no row shows it, or rows show both, and answered by the caller', async () => {
    const alone = file('A;2026-11-29;5', 'B;2026-11-29;1,250')
    await expect(readSales(alone)).rejects.toMatchObject({
      questions: [{ kind: 'DECIMAL_MARK', column: 'total', header: 'Total', line: 3, readings: ['.', ','] }],
    })
    expect(brief((await readSales(alone, { decimalMark: '.' })).rows)[1]).toEqual(['B', 125_000n])
    await expect(
      readSales(file('A;2026-11-29;1,250', 'B;2026-11-29;3.50', 'C;2026-11-29;3,50')),
    ).rejects.toThrow('thousands')
    // Amounts that are plain by themselves need no convention.
    const mixed = file('A;2026-11-29;1,250.50', 'B;2026-11-29;-1.234.567,89')
    expect(brief((await readSales(mixed)).rows)).toEqual([
      ['A', 125_050n],
      ['B', -123_456_789n],
    ])
  })

  it('are asked for together with dates, without waiting for ever', async () => {
    await expect(readSales(file('A;08/10/2026;1,250'))).rejects.toMatchObject({
      questions: [{ kind: 'DATE_ORDER' }, { kind: 'DECIMAL_MARK' }],
    })
    let sent = 0
    async function* endless() {
      yield new TextEncoder().encode('Receipt;Date;Total\n')
      for (;;) {
        sent += 1
        yield new TextEncoder().encode('A;08/10/2026;1\n'.repeat(10_000))
      }
    }
    await expect(readSales(endless())).rejects.toMatchObject({ code: 'AMBIGUOUS_FILE' })
    expect(sent).toBeLessThan(10)
  })
})
