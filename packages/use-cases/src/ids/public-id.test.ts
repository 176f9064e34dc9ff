import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeBase58,
  decodePublicId,
  encodeBase58,
  encodePublicId,
  PUBLIC_ID_PREFIXES,
  type PublicIdNoun,
  parsePublicId,
} from './public-id.ts'

const nouns = Object.keys(PUBLIC_ID_PREFIXES) as PublicIdNoun[]

describe('base58btc', () => {
  it('encodes the published vectors', () => {
    expect(encodeBase58(Buffer.from('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U')
    expect(encodeBase58(Buffer.from('0000287fb4cd', 'hex'))).toBe('11233QC4')
  })

  it('brings any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(decodeBase58(encodeBase58(bytes))).toEqual(Uint8Array.from(bytes))
      }),
    )
  })
})

describe('public ids', () => {
  it('bring any UUID back under its own noun and under no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...nouns), fc.constantFrom(...nouns), fc.uuid(), (noun, other, uuid) => {
        const publicId = encodePublicId(noun, uuid)
        expect(publicId).toMatch(/^[a-z]{3}_[1-9A-HJ-NP-Za-km-z]{16,22}$/)
        expect(decodePublicId(other, publicId)).toBe(other === noun ? uuid : undefined)
        expect(parsePublicId(publicId)).toEqual({ noun, uuid })
      }),
    )
  })

  it('bring back UUIDs with leading zero bytes', () => {
    const uuid = '00000000-0000-0000-0000-0000000000ff'
    expect(decodePublicId('customer', encodePublicId('customer', uuid))).toBe(uuid)
  })

  it('never throw on hostile text, and accept one spelling only', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `cus_${text}`),
        ),
        (text) => {
          const parsed = parsePublicId(text)
          if (parsed) expect(encodePublicId(parsed.noun, parsed.uuid)).toBe(text)
        },
      ),
    )
    for (const text of [
      '',
      '_',
      'cus_',
      'cus',
      'cus_0OIl',
      'xxx_2NEpo7TZRRrLZSi2U',
      `cus_${'z'.repeat(100_000)}`,
    ])
      expect(parsePublicId(text)).toBeUndefined()
  })
})
