import { UnreadableFileError } from '../document-error.ts'
import { type ByteSource, decodeText } from '../text/decode-text.ts'
import { limitBytes } from '../text/limit-bytes.ts'
import { plainAccount } from './account-currency.ts'
import { type BankLine, MAX_BANK_FILE_BYTES } from './bank-line.ts'
import { clientBankLines } from './client-bank-document.ts'
import { readTextLines } from './client-bank-lines.ts'
import { createSectionReader, type Section } from './client-bank-sections.ts'
import { createTurnoverCheck, mismatchLine } from './control-totals.ts'

/**
 * Reads a bank's statement in the 1C client-bank exchange text (`1CClientBankExchange`, versions 1.00 to 1.03, in
 * Windows-1251, code page 866, UTF-8 or UTF-16): every document section of every account, incoming and outgoing, of any
 * kind, as it comes. A document whose payer and payee are both own accounts yields a line for each. One that cannot be
 * read yields a line with its problem, and so does a total of an account that the movements do not add up to, after
 * them all. Streams; the own accounts are those of the head and the account sections.
 *
 * Throws UnreadableFileError with the line of the file when it is none of these, has no account, or was cut off;
 * FileTooLargeError beyond `maxBytes` (64 MB).
 */
export async function* readClientBankExchange(
  bytes: ByteSource,
  options: { readonly maxBytes?: number } = {},
): AsyncGenerator<BankLine> {
  const own = new Set<string>()
  const sections = createSectionReader()
  const turnovers = createTurnoverCheck()
  let documentCount = 0
  let lineNo = 0

  function* linesOf(section: Section): Generator<BankLine> {
    if (section.kind !== 'DOCUMENT') {
      checkVersion(section)
      for (const account of section.ownAccounts) own.add(plainAccount(account))
      turnovers.addSection(section)
      return
    }
    documentCount += 1
    for (const line of clientBankLines(section, own)) {
      turnovers.addLine(line)
      yield line
    }
  }

  const limited = limitBytes(bytes, options.maxBytes ?? MAX_BANK_FILE_BYTES)
  for await (const line of readTextLines(decodeText(limited))) {
    lineNo = line.no
    if (lineNo === 1) checkSignature(line.text)
    for (const section of sections.read(line)) yield* linesOf(section)
  }
  const { sections: rest, sawEnd } = sections.end()
  if (!sawEnd)
    throw new UnreadableFileError('the file has no КонецФайла: it was cut off', {
      line: lineNo,
      kind: 'CUT_OFF',
    })
  for (const section of rest) yield* linesOf(section)
  if (own.size === 0 && documentCount === 0)
    throw new UnreadableFileError('the file has no account and no document', {
      line: lineNo,
      kind: 'NO_STATEMENT',
    })
  for (const mismatch of turnovers.mismatches()) yield mismatchLine(mismatch)
}

function checkSignature(line: string): void {
  if (line.replaceAll('\ufeff', '').trim() !== '1CClientBankExchange')
    throw new UnreadableFileError('the first line is not 1CClientBankExchange', {
      line: 1,
      kind: 'OTHER_FORMAT',
    })
}

function checkVersion(section: Section): void {
  const version = section.fields.get('ВерсияФормата')
  if (section.kind === 'HEAD' && version && !/^1\.0[0-9]$/.test(version.value))
    throw new UnreadableFileError('this version of the format is not known', {
      ...{ line: version.line, field: 'ВерсияФормата', kind: 'UNKNOWN_VERSION' },
    })
}
