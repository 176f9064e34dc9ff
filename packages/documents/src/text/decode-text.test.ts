import { describe, expect, it } from 'vitest'
import { type ByteSource, decodeText } from './decode-text.ts'
import { detectXmlEncoding } from './detect-xml-encoding.ts'
import { encodeWindows1251 } from './windows-1251.ts'

async function decode(bytes: ByteSource, ...rest: [typeof detectXmlEncoding?]): Promise<string> {
  let text = ''
  for await (const piece of decodeText(bytes, ...rest)) text += piece
  return text
}
const cp1251 = (text: string) => encodeWindows1251(text, 'text')
const pieces = (bytes: Uint8Array, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.slice(at * size, (at + 1) * size))

describe('decodeText', () => {
  it('tells encodings apart by what follows, however long there is nothing but ASCII', async () => {
    const long = 'a;1.00\r\n'.repeat(20_000)
    const text = `${long}Чек;Ёлка «Мойка» № 5`
    for (const bytes of [cp1251(text), Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')])
      for (const source of [bytes, pieces(bytes, 1000)]) expect(await decode(source)).toBe(text)
  })

  it('does not take a lone mark of Windows-1251 for a word of code page 866', async () => {
    const text = 'Total;5 €;«Car»;10–12;№ 7'
    expect(await decode(cp1251(text))).toBe(text)
  })

  it('reads an XML text as it declares, unless it declares UTF-8 without being it', async () => {
    const declared = (encoding: string, text: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`
    const german = declared('iso-8859-1', 'Müller')
    expect(await decode(Buffer.from(german, 'latin1'), detectXmlEncoding)).toBe(german)
    const far = declared('iso-8859-1', `${' '.repeat(200_000)}Müller`)
    expect(await decode(Buffer.from(far, 'latin1'), detectXmlEncoding)).toBe(far)
    const russian = declared('UTF-8', 'Мойка')
    expect(await decode(cp1251(russian), detectXmlEncoding)).toBe(russian)
    expect(await decode(Buffer.from(russian), detectXmlEncoding)).toBe(russian)
    const wide = declared('UTF-16', 'Мойка')
    expect(await decode(Buffer.from(`\ufeff${wide}`, 'utf16le'), detectXmlEncoding)).toBe(wide)
  })

  it('refuses bytes that are of no such text', async () => {
    const broken = Buffer.concat([Buffer.from('Мойка'.repeat(20_000)), Buffer.of(0xff, 0xff)])
    await expect(decode(broken)).rejects.toMatchObject({ code: 'UNREADABLE_FILE', kind: 'BAD_ENCODING' })
  })
})
