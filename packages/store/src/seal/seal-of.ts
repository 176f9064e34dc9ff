import { hash } from 'node:crypto'

/** Hexadecimal digits of a hash that fit a JavaScript number exactly: 52 bits. */
const SEAL_DIGITS = 13
const BYTE = 256
const HALF_BYTE = 16

/**
 * The seal of a row: the first 52 bits of the SHA-256 of its canonical line. It names a changed row; what no one can
 * forge is the batch's hash, which is chained over the whole lines.
 */
export function sealOf(line: string): number {
  // A character a byte: the shortest text of a hash, and none is parsed.
  const bytes = hash('sha256', line, 'binary')
  let seal = 0
  for (let at = 0; at < (SEAL_DIGITS - 1) / 2; at += 1) seal = seal * BYTE + bytes.charCodeAt(at)
  return seal * HALF_BYTE + (bytes.charCodeAt((SEAL_DIGITS - 1) / 2) >>> 4)
}

/** SHA-256 over the lines of one step in byte order, a newline between: hexadecimal. */
export const digestOf = (lines: string[]): string => hash('sha256', lines.sort().join('\n'), 'hex')

/** The same seal of a line in SQL, and a stored one, as hexadecimal digits: what takes the least to compare. */
export const sealDigitsSql = (line: string): string =>
  `left(encode(sha256(convert_to(${line}, 'UTF8')), 'hex'), ${SEAL_DIGITS})`
export const storedSealDigitsSql = (seal: string): string => `lpad(to_hex(${seal}), ${SEAL_DIGITS}, '0')`
