import { describe, expect, it } from 'vitest'
import { canonicalJson, requestHash } from './request-hash.ts'

describe('the request hash', () => {
  it('is the same for the same meaning in any order of fields, with absent and null fields alike', () => {
    const one = requestHash({ a: 1n, b: { c: ['x'], d: null }, e: undefined })
    const other = requestHash({ b: { c: ['x'] }, a: 1n })
    expect(Buffer.from(one).toString('hex')).toBe(Buffer.from(other).toString('hex'))
    expect(one).toHaveLength(64)
  })

  it('differs when a value, the order of a list or the place of a field differs', () => {
    const hashes = [
      { a: 1n },
      { a: 2n },
      { a: ['x', 'y'] },
      { a: ['y', 'x'] },
      { a: { b: 1n } },
      { a: {}, b: 1n },
      { a: new Date(0) },
      { a: new Date(1) },
    ].map((input) => requestHash(input))
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('spells bigints and instants as strings', () => {
    expect(canonicalJson({ b: 2n ** 64n, a: new Date(0) })).toBe(
      '{"a":"1970-01-01T00:00:00.000Z","b":"18446744073709551616"}',
    )
  })
})
