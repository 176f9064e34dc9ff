import { FileTooLargeError, UnreadableFileError } from '../document-error.ts'
import { parseDecimal } from '../text/decimal.ts'
import { type ByteSource, decodeText } from '../text/decode-text.ts'
import { limitBytes } from '../text/limit-bytes.ts'
import { type BankLine, MAX_BANK_FILE_BYTES } from './bank-line.ts'

/** A purpose has 210 characters; a line this long is not of this format. */
const MAX_LINE_CHARACTERS = 20_000
const MAX_FIELDS = 500

interface Section {
  readonly line: number
  readonly fields: Map<string, { value: string; line: number }>
}

/**
 * Reads a bank's statement in the 1C client-bank exchange text (`1CClientBankExchange`, versions 1.00 to 1.03, in
 * Windows-1251 or UTF-8): every document section of every account, incoming and outgoing, of any kind, as it comes.
 * A document whose payer and payee are both own accounts yields a line for each. Streams; the own accounts are those
 * of the head and the account sections. Throws UnreadableFileError with the line of the file, FileTooLargeError
 * beyond `maxBytes` (64 MB).
 */
export async function* readClientBankExchange(
  bytes: ByteSource,
  options: { readonly maxBytes?: number } = {},
): AsyncGenerator<BankLine> {
  const own = new Set<string>()
  let section: Section | undefined
  let inAccount = false
  let ended = false
  let lineNo = 0
  const limited = limitBytes(bytes, options.maxBytes ?? MAX_BANK_FILE_BYTES)
  for await (const text of linesOf(decodeText(limited))) {
    lineNo += 1
    const line = text.trim()
    if (lineNo === 1) checkSignature(line)
    if (line === '' || lineNo === 1 || ended) continue
    const [name, value] = nameAndValue(line)
    if (name === 'КонецФайла') {
      if (section || inAccount)
        throw new UnreadableFileError('the file ends inside a section', { line: lineNo })
      ended = true
    } else if (name === 'СекцияДокумент') {
      if (section || inAccount)
        throw new UnreadableFileError('a section begins inside another', { line: lineNo })
      section = { line: lineNo, fields: new Map() }
    } else if (name === 'КонецДокумента') {
      if (!section) throw new UnreadableFileError('КонецДокумента outside a document', { line: lineNo })
      yield* documentLines(section, own)
      section = undefined
    } else if (name === 'СекцияРасчСчет') {
      if (section || inAccount)
        throw new UnreadableFileError('a section begins inside another', { line: lineNo })
      inAccount = true
    } else if (name === 'КонецРасчСчет') inAccount = false
    else if (value === undefined)
      throw new UnreadableFileError(`"${name.slice(0, 40)}" is neither a field nor a section`, {
        line: lineNo,
      })
    else if (section) {
      if (section.fields.size >= MAX_FIELDS)
        throw new FileTooLargeError(`a document has more than ${MAX_FIELDS} fields`, { line: lineNo })
      section.fields.set(name, { value, line: lineNo })
    } else if (name === 'РасчСчет' && value !== '') own.add(value)
    else if (name === 'ВерсияФормата' && !/^1\.0[0-3]$/.test(value))
      throw new UnreadableFileError(`version "${value}" is not known`, { line: lineNo, field: name })
  }
  if (section || inAccount) throw new UnreadableFileError('the file ends inside a section', { line: lineNo })
  if (!ended) throw new UnreadableFileError('the file has no КонецФайла: it was cut off', { line: lineNo })
}

function checkSignature(line: string): void {
  if (line.replace('\ufeff', '') !== '1CClientBankExchange')
    throw new UnreadableFileError('the first line is not 1CClientBankExchange', { line: 1 })
}

function nameAndValue(line: string): [name: string, value: string | undefined] {
  const at = line.indexOf('=')
  return at < 0 ? [line, undefined] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

function documentLines(section: Section, own: ReadonlySet<string>): BankLine[] {
  const payerAccount = text(section, 'ПлательщикСчет') || text(section, 'ПлательщикРасчСчет')
  const payeeAccount = text(section, 'ПолучательСчет') || text(section, 'ПолучательРасчСчет')
  const paidOut = own.has(payerAccount)
  const paidIn = own.has(payeeAccount)
  if (!paidOut && !paidIn)
    throw new UnreadableFileError('neither the payer nor the payee is an account of this file', {
      line: section.line,
    })
  const lines: BankLine[] = []
  if (paidOut) lines.push(bankLine(section, { direction: 'OUT', account: payerAccount, other: 'Получатель' }))
  if (paidIn) lines.push(bankLine(section, { direction: 'IN', account: payeeAccount, other: 'Плательщик' }))
  return lines
}

function bankLine(
  section: Section,
  side: { direction: 'IN' | 'OUT'; account: string; other: 'Плательщик' | 'Получатель' },
): BankLine {
  const { direction, account, other } = side
  const amount = parseDecimal(required(section, 'Сумма').value, 2)
  if (amount === undefined || amount <= 0n)
    throw new UnreadableFileError(`"${text(section, 'Сумма')}" is no amount`, at(section, 'Сумма'))
  const bookedField = direction === 'OUT' ? 'ДатаСписано' : 'ДатаПоступило'
  const booked = text(section, bookedField)
  const taxId = text(section, `${other}ИНН`)
  const account2 = text(section, `${other}Счет`) || text(section, `${other}РасчСчет`)
  return {
    line: section.line,
    account,
    direction,
    amountMinor: amount,
    currency: 'RUB',
    bookedOn: isoDate(section, booked === '' ? 'Дата' : bookedField),
    // A document without the bank's date is an order that was not carried out yet.
    booked: booked !== '',
    reversal: false,
    documentNo: required(section, 'Номер').value,
    endToEndId: '',
    counterparty: { name: partyName(section, other), account: account2, taxId: taxId === '0' ? '' : taxId },
    remittance: purpose(section),
  }
}

/** The name alone, which some banks write only behind the INN. */
function partyName(section: Section, role: string): string {
  const name = text(section, `${role}1`) || text(section, role)
  return name.replace(/^ИНН\s+\d{10,12}\s*(?:КПП\s+\d{9}\s*)?/u, '')
}

/** The purpose in one field, or cut into numbered ones. */
function purpose(section: Section): string {
  const whole = text(section, 'НазначениеПлатежа')
  if (whole !== '') return whole
  return [1, 2, 3, 4, 5, 6]
    .map((index) => text(section, `НазначениеПлатежа${index}`))
    .filter((part) => part !== '')
    .join(' ')
}

function isoDate(section: Section, name: string): string {
  const { value } = required(section, name)
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(value) ?? []
  const iso = `${year}-${month}-${day}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(iso))
    throw new UnreadableFileError(`"${value}" is no date, DD.MM.YYYY`, at(section, name))
  return iso
}

const text = (section: Section, name: string): string => section.fields.get(name)?.value ?? ''

function required(section: Section, name: string): { value: string; line: number } {
  const field = section.fields.get(name)
  if (!field || field.value === '')
    throw new UnreadableFileError(`the document has no ${name}`, { line: section.line, field: name })
  return field
}

const at = (section: Section, name: string) => ({
  line: section.fields.get(name)?.line ?? section.line,
  field: name,
})

/** Lines of text that arrives in pieces, without their CRLF, LF or CR. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let count = 0
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      count += 1
      yield line
    }
    if (rest.length > MAX_LINE_CHARACTERS)
      throw new FileTooLargeError(`a line is longer than ${MAX_LINE_CHARACTERS} characters`, {
        line: count + 1,
      })
  }
  yield rest.replace(/\r$/, '')
}
