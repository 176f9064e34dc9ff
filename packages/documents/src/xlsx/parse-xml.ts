import { SaxesParser } from 'saxes'
import { FileTooLargeError, UnreadableFileError } from '../document-error.ts'
import { decodeText } from '../text/decode-text.ts'
import { detectXmlEncoding } from '../text/detect-xml-encoding.ts'

/** What comes by in a part of a workbook, in its order; names without their prefixes. */
export type XmlEvent =
  | { readonly kind: 'OPEN'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'CLOSE'; readonly name: string }
  | { readonly kind: 'TEXT'; readonly text: string }

const MAX_DEPTH = 100
/** A cell has 32 767 characters at most. */
const MAX_TEXT_CHARACTERS = 100_000
const SLICE_CHARACTERS = 65_536

/**
 * Parses XML as its bytes come. Document types and entities other than XML's own are refused, so nothing expands. Throws
 * UnreadableFileError for what is no XML, FileTooLargeError for an endless text.
 */
export async function* parseXml(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<XmlEvent> {
  const parser = new SaxesParser({ position: false })
  let events: XmlEvent[] = []
  let depth = 0
  const fail = (cause?: unknown): never => {
    throw new UnreadableFileError('a part of the workbook is no XML that can be read', {
      kind: 'BAD_WORKBOOK',
      cause,
    })
  }
  parser.on('error', fail)
  parser.on('doctype', () => fail())
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > MAX_DEPTH) fail()
    const plain = Object.entries(attributes).map(([key, value]) => [local(key), value])
    events.push({ kind: 'OPEN', name: local(name), attributes: Object.fromEntries(plain) })
  })
  const onText = (text: string) => {
    if (text.length > MAX_TEXT_CHARACTERS) throw new FileTooLargeError('a text of the workbook is too long')
    events.push({ kind: 'TEXT', text })
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', ({ name }) => {
    depth -= 1
    events.push({ kind: 'CLOSE', name: local(name) })
  })
  // A text is handed over when it ends, so what it has come to is counted here.
  let silentCharacters = 0
  for await (const text of decodeText(bytes, detectXmlEncoding)) {
    for (let at = 0; at < text.length; at += SLICE_CHARACTERS) {
      const slice = text.slice(at, at + SLICE_CHARACTERS)
      parser.write(slice)
      silentCharacters = events.length === 0 ? silentCharacters + slice.length : 0
      if (silentCharacters > MAX_TEXT_CHARACTERS + SLICE_CHARACTERS)
        throw new FileTooLargeError('a text of the workbook is too long')
      yield* events
      events = []
    }
  }
  parser.close()
  yield* events
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
