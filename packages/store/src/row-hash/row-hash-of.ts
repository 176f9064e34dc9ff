import { hash } from 'node:crypto'

/** Hexadecimal digits of a hash that fit a JavaScript number exactly: 52 bits. */
const ROW_HASH_DIGITS = 13
const BYTE = 256
const HALF_BYTE = 16

/**
 * The row hash of a row: the first 52 bits of the SHA-256 of its canonical line. It names a changed row; what no one can
 * forge is the batch's hash, which is chained over the whole lines.
 */
export function rowHashOf(line: string): number {
  // A character a byte: the shortest text of a hash, and none is parsed.
  const bytes = hash('sha256', line, 'binary')
  let rowHash = 0
  for (let at = 0; at < (ROW_HASH_DIGITS - 1) / 2; at += 1) rowHash = rowHash * BYTE + bytes.charCodeAt(at)
  return rowHash * HALF_BYTE + (bytes.charCodeAt((ROW_HASH_DIGITS - 1) / 2) >>> 4)
}

/** SHA-256 over the lines of one step in byte order, a newline between: hexadecimal. */
export const digestOf = (lines: string[]): string => hash('sha256', lines.sort().join('\n'), 'hex')

/** The same row hash of a line in SQL, and a stored one, as hexadecimal digits: what takes the least to compare. */
export const rowHashDigitsSql = (line: string): string =>
  `left(encode(sha256(convert_to(${line}, 'UTF8')), 'hex'), ${ROW_HASH_DIGITS})`
export const storedRowHashDigitsSql = (rowHash: string): string =>
  `lpad(to_hex(${rowHash}), ${ROW_HASH_DIGITS}, '0')`
