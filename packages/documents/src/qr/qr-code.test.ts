import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrCodeSvg } from './qr-code.ts'

test('every dark module of the code is drawn, and no other', () => {
  const text = 'https://artel.example/r/7K3P-9QX0'
  const svg = qrCodeSvg(text)
  const { size, data } = encode(text, { ecc: 'Q', border: 4 })
  const drawn = data.map((row) => row.map(() => false))
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = Number(x); at < Number(x) + Number(length); at += 1) drawn[Number(y)]?.splice(at, 1, true)
  expect(drawn).toEqual(data)
  expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`)
  expect(svg).not.toMatch(/script|href|style/)
})
