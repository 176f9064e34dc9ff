import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeBase58, encodeBase58 } from './public-id.ts'
import { decodeUuidDigits, encodeUuidDigits } from './uuid-base58.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

it('spells a UUID as the general encoder does, and leaves to it those with a leading zero byte', () => {
  fc.assert(
    fc.property(bytes, (id) => {
      const hex = Buffer.from(id).toString('hex')
      expect(encodeUuidDigits(hex)).toBe(id[0] === 0 ? undefined : encodeBase58(id))
      const back = decodeUuidDigits(encodeBase58(id))
      expect(back).toBe(id[0] === 0 ? undefined : hex)
    }),
    {
      numRuns: 2_000,
      examples: [
        [new Uint8Array(16)],
        [new Uint8Array(16).fill(255)],
        [Uint8Array.of(1, ...new Uint8Array(15))],
      ],
    },
  )
})

it('reads no text that the general decoder would not read as the same 16 bytes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9A-HJ-NP-Za-km-z0OIlё]{15,24}$/), (text) => {
      const digits = decodeUuidDigits(text)
      if (digits !== undefined) expect(Buffer.from(decodeBase58(text) ?? []).toString('hex')).toBe(digits)
    }),
    { numRuns: 2_000 },
  )
})
