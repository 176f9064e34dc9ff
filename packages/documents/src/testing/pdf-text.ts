import { inflateSync } from 'node:zlib'

/** The text of a PDF that pdfkit wrote: pieces in the order of drawing, decoded through the fonts' ToUnicode maps. */
export function pdfText(bytes: Buffer): string {
  const objects = new Map<string, string>()
  const raw = bytes.toString('latin1')
  for (const [, id = '', body = ''] of raw.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, contents(body))
  const fonts = new Map<string, Map<string, string>>()
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? ''
      fonts.set(name, glyphMap(objects.get(unicode) ?? ''))
    }
  return [...objects.values()]
    .filter((body) => body.includes(' Tf'))
    .map((page) => shown(page, fonts))
    .join('\n')
}

function contents(body: string): string {
  const start = body.indexOf('stream\n')
  if (start < 0) return body
  const data = Buffer.from(body.slice(start + 7, body.lastIndexOf('\nendstream')), 'latin1')
  return body.includes('/FlateDecode') ? inflateSync(data).toString('latin1') : data.toString('latin1')
}

function glyphMap(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>()
  for (const [, first = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    for (const [index, [, hex = '']] of [...list.matchAll(/<(\w*)>/g)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0')
      glyphs.set(glyph, Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    }
  return glyphs
}

function shown(page: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined
  let text = ''
  for (const [, name, array = ''] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name)
    else {
      for (const [, hex = ''] of array.matchAll(/<(\w+)>/g))
        for (const [glyph] of hex.matchAll(/\w{4}/g)) text += font?.get(glyph) ?? '?'
      text += '\n'
    }
  }
  return text
}
