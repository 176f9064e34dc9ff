import { NotRepresentableError } from '../document-error.ts'

/** Bytes by character, made from the platform's own decoder so that the two cannot differ. */
const byteOf = new Map<string, number>()
for (let byte = 0; byte < 256; byte += 1)
  byteOf.set(new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte)

/** Characters that people type and Windows-1251 lacks, by what stands for them on paper. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  '\u2212': '-',
  '\u2011': '-',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u20bd': 'руб.',
}

/** Encodes as Windows-1251. Throws NotRepresentableError, naming `field`, for a character that it lacks. */
export function encodeWindows1251(text: string, field: string): Uint8Array {
  const plain = text
    .normalize('NFC')
    .replace(/[\u2212\u2011\u202f\u2009\u20bd]/g, (lost) => SUBSTITUTES[lost] ?? '')
  const bytes = new Uint8Array(plain.length)
  let length = 0
  for (const character of plain) {
    const byte = byteOf.get(character)
    if (byte === undefined)
      throw new NotRepresentableError(field, `"${character}" cannot be written in Windows-1251`)
    bytes[length] = byte
    length += 1
  }
  return bytes.subarray(0, length)
}
