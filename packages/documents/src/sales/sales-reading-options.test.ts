import { expect, it } from 'vitest'
import { SALES_MAPPINGS } from './product-mappings.ts'
import { salesReadingOptions } from './sales-reading-options.ts'

it('makes options of words, and names the option that has a value it cannot have', () => {
  const said = {
    mapping: 'shopify',
    columns: { total: 'Sum' },
    dateOrder: 'MDY',
    decimalMark: ',',
    sheet: 'May',
  }
  expect(salesReadingOptions(said)).toEqual({ ...said, mapping: SALES_MAPPINGS.shopify })
  expect(salesReadingOptions({ mapping: '', dateOrder: undefined })).toEqual({})
  for (const [words, field] of [
    [{ mapping: 'toString' }, 'mapping'],
    [{ columns: { totals: 'x' } }, 'column'],
    [{ dateOrder: 'YMD' }, 'dateOrder'],
    [{ decimalMark: ';' }, 'decimalMark'],
  ] as const)
    expect(() => salesReadingOptions(words)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', field }),
    )
})
