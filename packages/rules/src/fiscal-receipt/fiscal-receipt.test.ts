import { InvalidInputError } from '@artel/ledger'
import { describe, expect, it, test } from 'vitest'
import { checkFiscalDrive, checkFiscalId, readFiscalId, writtenFiscalId } from './fiscal-id.ts'
import { parseFiscalQr } from './parse-fiscal-qr.ts'

const PARTS = {
  ...{ t: '20260105T1432', s: '1234.00', fn: '9999078900004792' },
  ...{ i: '12345', fp: '1234567890', n: '1' },
}
const textOf = (parts: Partial<Record<string, string>>) =>
  Object.entries(parts)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join('&')
const parse = (text: string) => parseFiscalQr(['receipt'], text)
const changed = (parts: Partial<Record<string, string | undefined>>) => parse(textOf({ ...PARTS, ...parts }))

/** Which part a text is refused for, from the root of the input. */
function refusedAt(text: string): string | undefined {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof InvalidInputError) return error.path.join('.')
    throw error
  }
  return undefined
}

describe('the text of a code', () => {
  it('is read whole, to the kopeck and the second', () => {
    expect(parse(textOf(PARTS))).toEqual({
      id: { fn: '9999078900004792', i: '12345', fp: '1234567890' },
      soldAt: { year: 2026, month: 1, day: 5, hour: 14, minute: 32, second: 0, millisecond: 0 },
      total: 123_400n,
      kind: 'INCOME',
    })
    expect(changed({ t: '20260105T143205' }).soldAt).toMatchObject({ minute: 32, second: 5 })
    expect(changed({ s: '0.01' }).total).toBe(1n)
    expect(changed({ s: '10000000000.00' }).total).toBe(1_000_000_000_000n)
    expect(parse(`\n ${textOf(PARTS)} `).total).toBe(123_400n)
  })

  it('has its parts in any order', () => {
    const { total } = parse(textOf(Object.fromEntries(Object.entries(PARTS).reverse())))
    expect(total).toBe(123_400n)
  })

  it('says of what kind the receipt is', () => {
    const kinds = ['1', '2', '3', '4'].map((n) => changed({ n }).kind)
    expect(kinds).toEqual(['INCOME', 'INCOME_RETURN', 'EXPENSE', 'EXPENSE_RETURN'])
  })
})

describe('what is malformed is refused at its part', () => {
  const other: Record<string, readonly string[]> = {
    t: [
      ...['', '2026-01-05T14:32', '20260105 1432', '20260105T143', '20260105T1432055', '20260230T1200'],
      ...[
        '20260105T2400',
        '20260105T1460',
        '20260105T143260',
        '20261301T1200',
        '00000105T1200',
        '٢٠٢٦٠١٠٥T1432',
      ],
    ],
    s: [
      ...['', '1234', '1234,00', '1234.0', '1234.000', '-1.00', '+1.00', '.50', '1e3', '0.00', ' 1.00'],
      ...['10000000000.01', '99999999999999999999.00', '12 34.00'],
    ],
    fn: ['', '999907890000479', '99990789000047921', '999907890000479A', '0x99907890000479'],
    i: ['', '0', '0000000000', '12345678901', '-1', '1.5', 'a'],
    fp: ['', '0', '12345678901', '1 2'],
    n: ['', '0', '5', '11', '01', 'x'],
  }
  for (const [key, values] of Object.entries(other))
    test.each(values)(`${key}: "%s"`, (value) =>
      expect(refusedAt(textOf({ ...PARTS, [key]: value }))).toBe(`receipt.${key}`),
    )

  test.each(Object.keys(PARTS))('without %s', (key) =>
    expect(refusedAt(textOf({ ...PARTS, [key]: undefined }))).toBe(`receipt.${key}`),
  )

  test.each(Object.keys(PARTS))('with %s twice', (key) =>
    expect(refusedAt(`${textOf(PARTS)}&${key}=1`)).toBe(`receipt.${key}`),
  )

  test.each([
    '',
    ' ',
    'https://example.com/?t=1',
    '&',
    `${textOf(PARTS)}&`,
    `${textOf(PARTS)}&x=1`,
    'T=1',
    '7K3M9',
  ])('no code at all: "%s"', (text) => expect(refusedAt(text)).toBe('receipt'))

  it('and a text without end before it is looked through', () => {
    expect(refusedAt(`${textOf(PARTS)}&${'x'.repeat(1_000_000)}`)).toBe('receipt')
  })
})

describe('the id of a receipt', () => {
  it('is the same however it is padded', () => {
    const id = checkFiscalId([], { fn: '0000078900004792', i: '0000000012', fp: '0123' })
    expect(writtenFiscalId(id)).toBe('0000078900004792-12-123')
    expect(readFiscalId(writtenFiscalId(id))).toEqual(id)
    expect(changed({ i: '0000012345', fp: '0012' }).id).toMatchObject({ i: '12345', fp: '12' })
  })

  it('keeps the leading zeros of a drive, which has sixteen digits', () => {
    expect(checkFiscalDrive(['fn'], ' 0000078900004792 ')).toBe('0000078900004792')
    expect(() => checkFiscalDrive(['fn'], '78900004792')).toThrow(InvalidInputError)
  })
})
