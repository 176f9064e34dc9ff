import { detectEncoding, detectUtf16 } from './detect-encoding.ts'

/**
 * The encoding that an XML file declares. One that declares UTF-8 without being it, or declares none, is told by its
 * bytes, since programs often write the declaration of another file.
 */
export function detectXmlEncoding(sample: Uint8Array, isWhole: boolean): string | undefined {
  const wide = detectUtf16(sample)
  if (wide) return wide
  const start = Buffer.from(sample.subarray(0, 200)).toString('latin1')
  const declared = /^[\s\u00ef\u00bb\u00bf]*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    start,
  )?.[1]
  const encoding = declared?.toLowerCase()
  // A declaration in bytes cannot be of an encoding in pairs of bytes.
  if (encoding === undefined || /^utf-?(8|16)/.test(encoding)) return detectEncoding(sample, isWhole)
  return encoding
}
