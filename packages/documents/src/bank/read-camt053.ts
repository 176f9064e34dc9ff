import { SaxesParser } from 'saxes'
import { FileTooLargeError, UnreadableFileError } from '../document-error.ts'
import { type ByteSource, decodeText } from '../text/decode-text.ts'
import { limitBytes } from '../text/limit-bytes.ts'
import { type BankLine, MAX_BANK_FILE_BYTES } from './bank-line.ts'
import { type CamtNode, camtEntryLines, createNode } from './camt-entry.ts'

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(0[2-9]|1[0-3])$/
/** No message is deeper; a file that is was made to exhaust something. */
const MAX_DEPTH = 40
const MAX_NODES_PER_ENTRY = 200_000
const MAX_TEXT_CHARACTERS = 100_000

/**
 * Reads a bank's statement in ISO 20022 camt.053 (versions .02 to .13, any prefix): a line for each transaction of each
 * entry, or for the entry itself where it has no details or they carry no amounts. Streams: one entry is held in memory.
 * Document types and entities other than XML's own five are refused, so nothing expands. Throws UnreadableFileError with
 * the line of the file, FileTooLargeError beyond `maxBytes` (64 MB).
 */
export async function* readCamt053(
  bytes: ByteSource,
  options: { readonly maxBytes?: number } = {},
): AsyncGenerator<BankLine> {
  const reader = createReader()
  const limited = limitBytes(bytes, options.maxBytes ?? MAX_BANK_FILE_BYTES)
  for await (const text of decodeText(limited)) {
    // In slices, so that entries leave before a large piece is parsed to its end.
    for (let at = 0; at < text.length; at += 65_536) {
      reader.write(text.slice(at, at + 65_536))
      yield* reader.taken()
    }
  }
  reader.close()
  yield* reader.taken()
}

function createReader() {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: CamtNode[] = []
  let ready: BankLine[] = []
  let account = { id: '', currency: '' }
  let nodes = 0
  let sawRoot = false

  const fail = (message: string): never => {
    throw new UnreadableFileError(message, { line: parser.line })
  }
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => fail('a document type is not allowed'))
  parser.on('opentag', (tag) => {
    if (!sawRoot) {
      sawRoot = true
      if (tag.local !== 'Document' || !NAMESPACE.test(tag.uri))
        fail(`not a camt.053 message: ${tag.uri || tag.name}`)
    }
    if (open.length >= MAX_DEPTH) fail(`elements nest deeper than ${MAX_DEPTH}`)
    nodes += 1
    if (nodes > MAX_NODES_PER_ENTRY)
      throw new FileTooLargeError(`an entry has more than ${MAX_NODES_PER_ENTRY} elements`, {
        line: parser.line,
      })
    const node = createNode(tag.local, parser.line, tag.attributes.Ccy?.value ?? '')
    const parent = open.at(-1)
    // Only what is inside the entry or the account is kept.
    if (parent && isKept(open)) parent.children.push(node)
    open.push(node)
    if (tag.local === 'Stmt') account = { id: '', currency: '' }
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (!node || !isKept(open)) return
    if (node.text.length + text.length > MAX_TEXT_CHARACTERS)
      throw new FileTooLargeError('a text is too long', { line: parser.line })
    node.text += text
  })
  parser.on('closetag', () => {
    const node = open.pop()
    const parent = open.at(-1)?.name
    if (node?.name === 'Acct' && parent === 'Stmt') account = accountOf(node)
    if (node?.name === 'Ntry' && parent === 'Stmt') ready.push(...camtEntryLines(node, account))
    if (parent === 'Stmt') nodes = 0
  })

  return {
    write(text: string): void {
      parser.write(text)
    },
    close(): void {
      parser.close()
      if (!sawRoot) fail('the file is empty')
    },
    taken(): BankLine[] {
      const lines = ready
      ready = []
      return lines
    },
  }
}

const isKept = (open: readonly CamtNode[]): boolean =>
  open.some((node) => node.name === 'Ntry' || node.name === 'Acct')

function accountOf(node: CamtNode): { id: string; currency: string } {
  const id = node.children.find((child) => child.name === 'Id')
  const other = id?.children.find((child) => child.name === 'Othr')
  const number =
    id?.children.find((child) => child.name === 'IBAN') ??
    other?.children.find((child) => child.name === 'Id')
  const currency = node.children.find((child) => child.name === 'Ccy')
  return { id: number?.text.trim() ?? '', currency: currency?.text.trim() ?? '' }
}
