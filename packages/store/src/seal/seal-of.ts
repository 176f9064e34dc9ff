import { hash } from 'node:crypto'

/** Hexadecimal digits of a hash that fit a JavaScript number exactly: 52 bits. */
const SEAL_DIGITS = 13

/**
 * The seal of a row: the first 52 bits of the SHA-256 of its canonical line. It names a changed row; what no one can
 * forge is the batch's hash, which is chained over the whole lines.
 */
export const sealOf = (line: string): number =>
  Number.parseInt(hash('sha256', line, 'hex').slice(0, SEAL_DIGITS), 16)

/** SHA-256 over the lines of one step in byte order, a newline between: hexadecimal. */
export const digestOf = (lines: string[]): string => hash('sha256', lines.sort().join('\n'), 'hex')

/** The same seal of a line in SQL, and a stored one, as hexadecimal digits: what takes the least to compare. */
export const sealDigitsSql = (line: string): string =>
  `left(encode(sha256(convert_to(${line}, 'UTF8')), 'hex'), ${SEAL_DIGITS})`
export const storedSealDigitsSql = (seal: string): string => `lpad(to_hex(${seal}), ${SEAL_DIGITS}, '0')`
