import { TextDecoder } from 'node:util'

/** A text encoding that business files come in. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'ibm866'

/**
 * Which encoding the first bytes of a file are in. `isWhole` says that nothing follows them. Undefined while there is
 * nothing but ASCII, in which most encodings are alike.
 */
export function detectEncoding(sample: Uint8Array, isWhole: boolean): TextEncodingName | undefined {
  const wide = detectUtf16(sample)
  if (wide) return wide
  if (sample.every((byte) => byte < 0x80)) return isWhole ? 'utf-8' : undefined
  if (isUtf8(sample, isWhole)) return 'utf-8'
  return looksLike866(sample) ? 'ibm866' : 'windows-1251'
}

/** By the mark, or by zero bytes, which no text in bytes has and every text in pairs of bytes has plenty of. */
export function detectUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  if (sample.length < 16) return undefined
  // ASCII has its zero in the high byte; a few hundred characters of any table have a separator or a digit.
  let even = 0
  let odd = 0
  for (const [at, byte] of sample.subarray(0, 1024).entries())
    if (byte === 0) {
      if (at % 2 === 0) even += 1
      else odd += 1
    }
  const few = Math.min(sample.length, 1024) / 20
  if (odd > few && even === 0) return 'utf-16le'
  return even > few && odd === 0 ? 'utf-16be' : undefined
}

function isUtf8(sample: Uint8Array, isWhole: boolean): boolean {
  try {
    // A sample may end inside a character, which is no fault of it.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !isWhole })
    return true
  } catch {
    // Not being UTF-8 is the answer, not a failure.
    return false
  }
}

/**
 * Letters of code page 866 are 80-AF and E0-EF, those of Windows-1251 are C0-FF. Only bytes beside another letter
 * count, so that a lone currency or quotation mark of one is not taken for a word of the other.
 */
function looksLike866(sample: Uint8Array): boolean {
  let dos = 0
  let windows = 0
  let before = 0
  for (const byte of sample) {
    if (isDosLetter(byte) && isDosLetter(before) && (byte < 0xb0 || before < 0xb0)) dos += 1
    if (byte >= 0xc0 && before >= 0xc0) windows += 1
    before = byte
  }
  return dos > windows
}

const isDosLetter = (byte: number): boolean =>
  (byte >= 0x80 && byte <= 0xaf) || (byte >= 0xe0 && byte <= 0xef)
