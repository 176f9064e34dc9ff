/**
 * Arrays in PostgreSQL's binary form, which the driver passes on as they are: neither side makes or reads text, which
 * for the columns of a batch was a tenth of what a sale costs. A function for each type of element; `of` says an item's
 * element, and null becomes NULL.
 */

const OID = { bytea: 17, int8: 20, int4: 23, text: 25, json: 114, timestamptz: 1184, uuid: 2950, jsonb: 3802 }
/** Dimensions, whether there are nulls, type of the elements, their number, the first one's index. */
const HEADER_BYTES = 20
const HAS_NULL_AT = 4
const LENGTH_BYTES = 4
const NULL_LENGTH = -1
const UUID_BYTES = 16
const INT8_BYTES = 8
const INT4_BYTES = 4

interface Growing {
  readonly bytes: Buffer
  /** Where the next byte goes. */
  at: number
}

/** For ids. Throws TypeError for what is no UUID. */
export function uuidArray<Item>(items: readonly Item[], of: (item: Item) => string | null): Buffer {
  const array = begin(OID.uuid, items.length, items.length * UUID_BYTES)
  for (const item of items) {
    const value = of(item)
    if (value === null) putNull(array)
    else {
      putInt4(array, UUID_BYTES)
      putUuid(array, value)
    }
  }
  return end(array)
}

/** For amounts, sequences and row hashes; a number must be a safe integer. Throws RangeError for more than 64 bits. */
export function int8Array<Item>(items: readonly Item[], of: (item: Item) => bigint | number | null): Buffer {
  const array = begin(OID.int8, items.length, items.length * INT8_BYTES)
  for (const item of items) {
    const value = of(item)
    if (value === null) putNull(array)
    else {
      putInt4(array, INT8_BYTES)
      putInt8(array, value)
    }
  }
  return end(array)
}

/** For places and indexes. */
export function int4Array<Item>(items: readonly Item[], of: (item: Item, at: number) => number): Buffer {
  const array = begin(OID.int4, items.length, items.length * INT4_BYTES)
  for (let at = 0; at < items.length; at += 1) {
    putInt4(array, INT4_BYTES)
    putInt4(array, of(items[at] as Item, at))
  }
  return end(array)
}

/** For instants, to the millisecond. */
export function instantArray<Item>(
  items: readonly Item[],
  of: (item: Item) => Date | null | undefined,
): Buffer {
  const array = begin(OID.timestamptz, items.length, items.length * INT8_BYTES)
  for (const item of items) {
    const value = of(item)
    if (!value) putNull(array)
    else {
      const ms = value.getTime() - EPOCH_MS
      const micros = ms * 1_000
      putInt4(array, INT8_BYTES)
      putInt8(array, Number.isSafeInteger(micros) ? micros : BigInt(ms) * 1_000n)
    }
  }
  return end(array)
}
/** PostgreSQL counts from here. */
const EPOCH_MS = Date.UTC(2000, 0, 1)

/** For bytes given in hexadecimal. Throws TypeError for anything else. */
export function byteaArray<Item>(items: readonly Item[], of: (item: Item) => string): Buffer {
  const texts = items.map(of)
  const array = begin(OID.bytea, texts.length, unitsOf(texts) / 2)
  for (const text of texts) {
    putInt4(array, text.length / 2)
    putHex(array, text)
  }
  return end(array)
}

/** For any text; a lone surrogate, which has no UTF-8, becomes U+FFFD. */
export const textArray = <Item>(items: readonly Item[], of: (item: Item) => string | null): Buffer =>
  textsOf(OID.text, items.map(of))

/** For JSON texts that are kept as they are. */
export const jsonArray = <Item>(items: readonly Item[], of: (item: Item) => string | null): Buffer =>
  textsOf(OID.json, items.map(of))

/** For JSON texts that the database takes apart. */
export const jsonbArray = <Item>(items: readonly Item[], of: (item: Item) => string): Buffer =>
  textsOf(
    OID.jsonb,
    items.map((item) => JSONB_VERSION + of(item)),
  )
const JSONB_VERSION = '\u0001'

/** A UTF-16 unit is three bytes of UTF-8 at most. */
const MOST_BYTES_A_UNIT = 3

function textsOf(type: number, texts: readonly (string | null)[]): Buffer {
  const array = begin(type, texts.length, unitsOf(texts) * MOST_BYTES_A_UNIT)
  for (const text of texts)
    if (text === null) putNull(array)
    else putText(array, text)
  return end(array)
}

function unitsOf(texts: readonly (string | null)[]): number {
  let units = 0
  for (const text of texts) units += text === null ? 0 : text.length
  return units
}

/** With room for so many bytes of elements. */
function begin(type: number, length: number, mostBytes: number): Growing {
  const array = { bytes: Buffer.allocUnsafe(HEADER_BYTES + length * LENGTH_BYTES + mostBytes), at: 0 }
  // No elements are no dimension.
  putInt4(array, length === 0 ? 0 : 1)
  putInt4(array, 0)
  putInt4(array, type)
  putInt4(array, length)
  putInt4(array, 1)
  return array
}

function end({ bytes, at }: Growing): Buffer {
  const isEmpty = bytes[3] === 0
  return bytes.subarray(0, isEmpty ? HEADER_BYTES - 2 * INT4_BYTES : at)
}

function putNull(array: Growing): void {
  array.bytes[HAS_NULL_AT + 3] = 1
  putInt4(array, NULL_LENGTH)
}

function putInt4(array: Growing, value: number): void {
  const { bytes, at } = array
  bytes[at] = value >>> 24
  bytes[at + 1] = value >>> 16
  bytes[at + 2] = value >>> 8
  bytes[at + 3] = value
  array.at = at + INT4_BYTES
}

const UINT4 = 2 ** 32

function putInt8(array: Growing, value: bigint | number): void {
  const isLarge = typeof value === 'bigint' && BigInt.asIntN(53, value) !== value
  // Throws by itself for more than 64 bits hold.
  if (isLarge) array.at = array.bytes.writeBigInt64BE(value, array.at)
  else {
    const number = Number(value)
    const high = Math.floor(number / UINT4)
    putInt4(array, high)
    putInt4(array, number - high * UINT4)
  }
}

const NO_DIGIT = 255
const DIGITS = new Uint8Array(128).fill(NO_DIGIT)
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  DIGITS[digit.charCodeAt(0)] = value
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value
}
/** Of the four groups but the last, where a dash stands. */
const DASHES_AT = [8, 13, 18, 23] as const
const UUID_UNITS = 36

function putUuid(array: Growing, text: string): void {
  let seen = text.length === UUID_UNITS && DASHES_AT.every((at) => text[at] === '-') ? 0 : NO_DIGIT
  const { bytes } = array
  let { at } = array
  for (let unit = 0; unit < UUID_UNITS; unit += 2) {
    if (unit === 8 || unit === 13 || unit === 18 || unit === 23) unit += 1
    const high = DIGITS[text.charCodeAt(unit)] ?? NO_DIGIT
    const low = DIGITS[text.charCodeAt(unit + 1)] ?? NO_DIGIT
    seen |= high | low
    bytes[at] = (high << 4) | low
    at += 1
  }
  if (seen > 15) throw new TypeError(`Not a UUID: ${text}`)
  array.at = at
}

function putHex(array: Growing, text: string): void {
  let seen = text.length % 2 === 0 ? 0 : NO_DIGIT
  const { bytes } = array
  let { at } = array
  for (let unit = 0; unit < text.length; unit += 2) {
    const high = DIGITS[text.charCodeAt(unit)] ?? NO_DIGIT
    const low = DIGITS[text.charCodeAt(unit + 1)] ?? NO_DIGIT
    seen |= high | low
    bytes[at] = (high << 4) | low
    at += 1
  }
  if (seen > 15) throw new TypeError('Not hexadecimal')
  array.at = at
}

/** Up to here a loop takes less than a call into the engine. */
const SHORT_UNITS = 40
const ASCII_END = 128

function putText(array: Growing, text: string): void {
  const { bytes } = array
  const lengthAt = array.at
  const begins = lengthAt + LENGTH_BYTES
  let ends = begins
  let isAscii = text.length <= SHORT_UNITS
  for (let unit = 0; isAscii && unit < text.length; unit += 1) {
    const code = text.charCodeAt(unit)
    isAscii = code < ASCII_END
    bytes[ends] = code
    ends += 1
  }
  if (!isAscii) ends = begins + bytes.write(text, begins)
  putInt4(array, ends - begins)
  array.at = ends
}
