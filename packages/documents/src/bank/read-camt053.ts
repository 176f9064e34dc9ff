import { SaxesParser } from 'saxes'
import { FileTooLargeError, UnreadableFileError } from '../document-error.ts'
import { type ByteSource, decodeText } from '../text/decode-text.ts'
import { detectXmlEncoding } from '../text/detect-xml-encoding.ts'
import { limitBytes } from '../text/limit-bytes.ts'
import { type BankLine, MAX_BANK_FILE_BYTES } from './bank-line.ts'
import { readCamtEntry } from './camt-entry.ts'
import { type CamtNode, createNode } from './camt-node.ts'
import { BLANK_STATEMENT, statementMismatches, withEntry, withStatementPart } from './camt-statement.ts'
import { mismatchLine, mismatchRemark } from './control-totals.ts'

const MESSAGE = /^urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3})\.001\.(\d\d)$/
/** Messages that banks hand out for statements and that are none. */
const OTHER_MESSAGES: Readonly<Record<string, string>> = {
  'camt.052': 'an account report of the day, whose entries may still change',
  'camt.054': 'a notification of single entries without a balance',
}
/** No message is deeper; a file that is was made to exhaust something. */
const MAX_DEPTH = 40
const MAX_NODES_PER_ENTRY = 200_000
const MAX_TEXT_CHARACTERS = 100_000

/**
 * Reads a bank's statement in ISO 20022 camt.053 (versions .02 to .13, any prefix, also inside a business envelope, in the
 * encoding that it declares): a line for each transaction of each entry, or for the entry itself where it has no details
 * or they carry no amounts. An entry that cannot be read yields a line with its problem. A balance or summary that the
 * entries do not add up to is remarked on the last line of its statement, since a statement may be a page of several.
 * Streams: two entries are held in memory. Document types and entities other than XML's own five are refused, so nothing
 * expands.
 *
 * Throws UnreadableFileError with the line of the file when it is no XML, another message or without a statement;
 * FileTooLargeError beyond `maxBytes` (64 MB).
 */
export async function* readCamt053(
  bytes: ByteSource,
  options: { readonly maxBytes?: number } = {},
): AsyncGenerator<BankLine> {
  const reader = createReader()
  const limited = limitBytes(bytes, options.maxBytes ?? MAX_BANK_FILE_BYTES)
  for await (const text of decodeText(limited, detectXmlEncoding)) {
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
  /** The last line of the statement, which may still have to tell of its totals. */
  let last: BankLine | undefined
  let statement = BLANK_STATEMENT
  /** How deep the statement is; its own elements are one deeper. */
  let statementDepth: number | undefined
  let nodes = 0
  let sawMessage = false
  let sawStatement = false

  parser.on('error', ({ message }) => fail(parser, brokenXml(message), 'BAD_XML'))
  parser.on('doctype', () => fail(parser, 'a document type is not allowed', 'DOCUMENT_TYPE'))
  parser.on('opentag', (tag) => {
    // A business envelope has its own head before the document.
    if (tag.local === 'Document') sawMessage = checkMessage(parser, tag.uri) || sawMessage
    if (open.length >= MAX_DEPTH) fail(parser, `elements nest deeper than ${MAX_DEPTH}`, 'BAD_XML')
    nodes += 1
    if (nodes > MAX_NODES_PER_ENTRY)
      throw new FileTooLargeError(`an entry has more than ${MAX_NODES_PER_ENTRY} elements`, {
        line: parser.line,
      })
    const currency = tag.attributes.Ccy?.value ?? ''
    // The rouble's code of before 1998 is still written.
    const node = createNode(tag.local, parser.line, currency === 'RUR' ? 'RUB' : currency)
    if (statementDepth !== undefined && open.length > statementDepth) open.at(-1)?.children.push(node)
    if (tag.local === 'Stmt' && open.at(-1)?.name === 'BkToCstmrStmt' && sawMessage) {
      ;[statement, statementDepth, sawStatement] = [BLANK_STATEMENT, open.length + 1, true]
    }
    open.push(node)
  })
  const addText = (text: string) => {
    const node = open.at(-1)
    if (node && statementDepth !== undefined && open.length > statementDepth) appendText(parser, node, text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const node = open.pop()
    if (!node || statementDepth === undefined) return
    if (open.length === statementDepth) {
      nodes = 0
      if (node.name !== 'Ntry') statement = withStatementPart(statement, node)
      else {
        const entry = readCamtEntry(node, statement)
        statement = withEntry(statement, entry)
        if (last) ready.push(last)
        ready.push(...entry.lines)
        last = ready.pop()
      }
    } else if (open.length < statementDepth) {
      const mismatches = statementMismatches(statement)
      if (last) ready.push({ ...last, remarks: [...last.remarks, ...mismatches.map(mismatchRemark)] })
      else ready.push(...mismatches.map(mismatchLine))
      ;[last, statementDepth] = [undefined, undefined]
    }
  })

  return {
    write(text: string): void {
      parser.write(text)
    },
    close(): void {
      parser.close()
      if (!sawMessage) fail(parser, 'not a camt.053 message: it has no Document', 'OTHER_FORMAT')
      if (!sawStatement) fail(parser, 'the message has no statement (Stmt)', 'NO_STATEMENT')
    },
    taken(): BankLine[] {
      const lines = ready
      ready = []
      return lines
    },
  }
}

/** What the parser finds, in words of our own: its have words of the file in them. */
function brokenXml(found: string): string {
  if (/entity(?: name)?\.$/.test(found)) return 'only the five entities of XML itself are read'
  if (/^(?:\d+:\d+: )?(?:unclosed|unmatched|unexpected)/.test(found))
    return 'the XML is broken: an element does not end, or ends elsewhere'
  return 'the XML is broken: this is not how XML is written'
}

type Parser = { readonly line: number }

function appendText(parser: Parser, node: CamtNode, text: string): void {
  if (node.text.length + text.length > MAX_TEXT_CHARACTERS)
    throw new FileTooLargeError('a text is too long', { line: parser.line })
  node.text += text
}

/** Refuses every message but a statement, by the namespace of its document. */
function checkMessage(parser: Parser, uri: string): true {
  const [, message = '', version = ''] = MESSAGE.exec(uri) ?? []
  if (message === 'camt.053') {
    if (version < '02' || version > '13')
      fail(parser, 'this version of camt.053 is not known', 'UNKNOWN_VERSION')
    return true
  }
  const known = OTHER_MESSAGES[message]
  if (known === undefined) return fail(parser, 'not a camt.053 message', 'OTHER_FORMAT')
  return fail(parser, `${message} is ${known}, not a statement: ask the bank for camt.053`, 'NOT_A_STATEMENT')
}

function fail(parser: Parser, message: string, kind: UnreadableFileError['kind']): never {
  throw new UnreadableFileError(message, { line: parser.line, ...(kind ? { kind } : {}) })
}
