import { MAX_AMOUNT } from '@artel/ledger'
import { GraphQLError, Kind } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../schema.ts'
import { roundedMinor } from './money.ts'
import { parseDecimal } from './scalars.ts'

describe('decimal strings', () => {
  test.each(['0', '1', '-1', '100', String(MAX_AMOUNT), String(-MAX_AMOUNT - 1n), '9007199254740993'])(
    '%s is exact',
    (text) => {
      expect(String(parseDecimal(text, 'Points'))).toBe(text)
    },
  )

  test.each([
    [1],
    [1.5],
    [0],
    [Number.NaN],
    [true],
    [null],
    [undefined],
    [[]],
    [{}],
    [''],
    [' '],
    ['1 '],
    ['+1'],
    ['-0'],
    ['01'],
    ['1.0'],
    ['1e3'],
    ['0x1'],
    ['1_000'],
    ['١'],
    ['1\n'],
    ['9223372036854775808'],
    ['-9223372036854775809'],
    ['1'.repeat(100)],
  ])('%j is refused', (value) => {
    expect(() => parseDecimal(value, 'Points')).toThrow(GraphQLError)
  })
})

test('a bigint is refused: the wire has none', () => {
  expect(() => parseDecimal(10n, 'Points')).toThrow(GraphQLError)
})

describe('other scalars', () => {
  const parse = (name: string, value: unknown) => {
    const type = schema.getType(name)
    if (!type || !('parseValue' in type)) throw new Error(`${name} is no scalar`)
    return type.parseValue(value)
  }
  test.each(['2026-11-21T12:00:00Z', '2026-11-21T12:00Z', '2026-11-21T15:00:00.123+03:00'])(
    '%s is an instant',
    (text) => {
      expect(parse('DateTime', text)).toEqual(new Date(text))
    },
  )
  test.each([
    ['2026-11-21'],
    ['2026-11-21T12:00:00'],
    ['2026-13-01T00:00:00Z'],
    ['21.11.2026'],
    ['now'],
    [1_700_000_000],
    [null],
  ])('%j is no instant', (value) => {
    expect(() => parse('DateTime', value)).toThrow('ISO 8601')
  })
  test('a day that its month does not have is refused, not moved to the next', () => {
    expect(() => parse('DateTime', '2026-02-30T00:00:00Z')).toThrow('ISO 8601')
  })
  test.each([
    ['Europe/Moscow', true],
    ['Asia/Yekaterinburg', true],
    ['Mars/Olympus', false],
    ['+03:00', false],
    ['', false],
    [3, false],
  ])('time zone %j: %s', (value, fine) => {
    if (fine) expect(parse('TimeZone', value)).toBe(value)
    else expect(() => parse('TimeZone', value)).toThrow('IANA')
  })
  test.each([[[]], ['{}'], [1], [null]])('%j is no JSON object', (value) => {
    expect(() => parse('JSONObject', value)).toThrow('must be an object')
  })
  test('a literal that is no string is refused in a document', () => {
    const type = schema.getType('Points')
    if (!type || !('parseLiteral' in type)) throw new Error('Points is no scalar')
    expect(() => type.parseLiteral({ kind: Kind.INT, value: '1' }, {})).toThrow('written as a string')
  })
})

test.each([
  ['0', '0'],
  ['4999', '0'],
  ['5000', '1'],
  ['-4999', '0'],
  ['-5000', '-1'],
  ['14999', '1'],
  ['15000', '2'],
])('%s micros read as %s minor units', (micros, minor) => {
  expect(String(roundedMinor(BigInt(micros)))).toBe(minor)
})
