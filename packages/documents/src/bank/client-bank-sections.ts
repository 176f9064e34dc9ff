import { FileTooLargeError } from '../document-error.ts'
import { type BankFileRemark, bankRemark } from './bank-line.ts'
import { DOCUMENT_FIELDS, isPurposeField, isTextField } from './client-bank-fields.ts'
import type { TextLine } from './client-bank-lines.ts'

const MAX_FIELDS = 500
const MAX_REMARKS = 20
const SIGNATURE = '1CClientBankExchange'
/**
 * Controls that no text has, breaks of lines and tabs apart. A program that pads or cuts its fields leaves them behind, and
 * a NUL cannot be stored. No identity of a payment reads them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

/** A part of a 1C exchange text: the head, what is said of one account, or one document. */
export interface Section {
  readonly kind: 'HEAD' | 'ACCOUNT' | 'DOCUMENT'
  /** The line on which it begins, from 1. */
  readonly line: number
  /** The first value of each field: one that comes again never takes its place. */
  readonly fields: Map<string, { value: string; line: number }>
  /** Every account that is named as own, which a head may do several times. */
  readonly ownAccounts: string[]
  readonly remarks: BankFileRemark[]
  isClosed: boolean
  /** It began inside a document that has no end, so that it may be text of that one. */
  isDoubtful: boolean
}

interface OpenSection extends Section {
  /** The field that the last line belonged to. */
  lastField: string | undefined
  /** The break between its lines; another one is inside a text. */
  lineBreak: string | undefined
}

const openSection = (kind: Section['kind'], line: number): OpenSection => ({
  ...{ kind, line, fields: new Map(), ownAccounts: [], remarks: [], isClosed: false, isDoubtful: false },
  ...{ lastField: undefined, lineBreak: undefined },
})

/**
 * Cuts the lines of a 1C exchange text into sections. Whatever a document holds stays inside it: a field that is
 * repeated, a text that goes on in the next line, and a whole document inside a text, which counts for nothing. Only when
 * a document turns out to have no end is the one that began inside it a section of its own, and a doubtful one.
 */
function createPlainReader() {
  let open: OpenSection | undefined = openSection('HEAD', 1)
  /** A document that began inside the open one. */
  let nested: OpenSection | undefined
  let sawEnd = false

  function begin(kind: Section['kind'], line: number): Section[] {
    const before = endOther()
    open = openSection(kind, line)
    return before
  }

  function beginDocument(line: number): Section[] {
    const before = open
    if (before?.kind !== 'DOCUMENT') return begin('DOCUMENT', line)
    const next = openSection('DOCUMENT', line)
    const inside = nested
    if (!inside) {
      nested = next
      return []
    }
    // Two documents began since the open one did, so that one never ended.
    inside.isDoubtful = true
    ;[open, nested] = inside.isClosed ? [next, undefined] : [inside, next]
    return inside.isClosed ? [before, inside] : [before]
  }

  function endDocument(): Section[] {
    const before = open
    if (before?.kind !== 'DOCUMENT') return []
    if (nested && !nested.isClosed) {
      nested.isClosed = true
      return []
    }
    if (nested) remark(before, bankRemark('NESTED_DOCUMENT', { line: nested.line, field: 'СекцияДокумент' }))
    ;[open, nested] = [undefined, undefined]
    return [closed(before)]
  }

  function endOther(): Section[] {
    if (!open || open.kind === 'DOCUMENT') return []
    const before = closed(open)
    open = undefined
    return [before]
  }

  const current = () => (nested && !nested.isClosed ? nested : open)

  function read(text: string, line: TextLine): Section[] {
    const target = current()
    sawEnd = false
    if (target && continuesText(target, line)) {
      append(target, text)
      return []
    }
    sawEnd = text === 'КонецФайла'
    if (/^СекцияДокумент(?:=|$)/u.test(text)) return beginDocument(line.no)
    if (text === 'КонецДокумента') return endDocument()
    if (sawEnd) return endOther()
    if (open?.kind !== 'DOCUMENT') {
      if (text === 'СекцияРасчСчет') return begin('ACCOUNT', line.no)
      if (text === 'КонецРасчСчет') return endOther()
      // A second file may follow the first.
      if (text === SIGNATURE || !open) open ??= openSection('HEAD', line.no)
    }
    addLine(target ?? open, text, line.no)
    return []
  }

  return {
    read,
    current,
    /** What is open when the file ends, and whether its last line said that it ends. */
    end(): { sections: Section[]; sawEnd: boolean } {
      if (nested) nested.isDoubtful = true
      const rest = [open, nested].filter((section) => section !== undefined)
      return { sections: rest.map((one) => (one.kind === 'DOCUMENT' ? one : closed(one))), sawEnd }
    },
  }
}

/**
 * Cuts the lines of a 1C exchange text into sections, as {@link createPlainReader} does, with a space for every control, which
 * it remarks.
 */
export function createSectionReader() {
  const { read, current, end } = createPlainReader()
  return {
    read(line: TextLine): Section[] {
      const written = line.text.replaceAll('\ufeff', '').replaceAll('\u001a', '')
      const text = written.replace(CONTROLS, ' ').trim()
      if (text === '') return []
      const target = current()
      const sections = read(text, line)
      if (target && written.search(CONTROLS) >= 0)
        remark(target, bankRemark('CONTROL_CHARACTERS', { line: line.no, field: target.lastField ?? '' }))
      return sections
    },
    end,
  }
}

/** Whether a line goes on with the text before it: a break of another kind than those between fields was typed into it. */
function continuesText(section: OpenSection, line: TextLine): boolean {
  if (section.kind !== 'DOCUMENT') return false
  section.lineBreak ??= line.breakBefore
  return line.breakBefore !== section.lineBreak && isTextField(section.lastField ?? '')
}

function closed(section: OpenSection): Section {
  section.isClosed = true
  return section
}

function addLine(section: OpenSection, text: string, line: number): void {
  const at = text.indexOf('=')
  const name = text.slice(0, Math.max(at, 0)).trim()
  const value = text.slice(at + 1).trim()
  const isField = at > 0 && /^\p{L}[\p{L}\p{N}]*$/u.test(name)
  if (section.kind !== 'DOCUMENT') {
    if (!isField) return
    if (name === 'РасчСчет' && value !== '') section.ownAccounts.push(value)
    if (!section.fields.has(name)) set(section, name, { value, line })
    return
  }
  const inPurpose = section.lastField !== undefined && isPurposeField(section.lastField)
  if (isField && !section.fields.has(name) && (!inPurpose || DOCUMENT_FIELDS.has(name))) {
    set(section, name, { value, line })
    section.lastField = name
  } else if (isField && section.fields.has(name)) repeat(section, { name, value, line, text })
  else if (inPurpose || isTextField(section.lastField ?? '')) append(section, text)
  else remark(section, bankRemark('STRAY_TEXT', { line, field: section.lastField ?? '' }))
}

/** A field that comes again is text of the purpose before it, or else nothing. */
function repeat(
  section: OpenSection,
  again: { name: string; value: string; line: number; text: string },
): void {
  const { name, value, line, text } = again
  const inPurpose = isPurposeField(section.lastField ?? '')
  if (name === section.lastField && inPurpose) append(section, value)
  else if (inPurpose) append(section, text)
  if (section.fields.get(name)?.value !== value && !(name === section.lastField && inPurpose))
    remark(section, bankRemark('REPEATED_FIELD', { line, field: name }))
}

function set(section: OpenSection, name: string, field: { value: string; line: number }): void {
  if (section.fields.size >= MAX_FIELDS)
    throw new FileTooLargeError(`a section has more than ${MAX_FIELDS} fields`, { line: field.line })
  section.fields.set(name, field)
}

const MAX_VALUE_CHARACTERS = 20_000

function append(section: OpenSection, text: string): void {
  const field = section.fields.get(section.lastField ?? '')
  if (!field) return
  if (field.value.length + text.length > MAX_VALUE_CHARACTERS)
    throw new FileTooLargeError(`a field is longer than ${MAX_VALUE_CHARACTERS} characters`, {
      line: field.line,
    })
  field.value = field.value === '' ? text : `${field.value} ${text}`
}

function remark(section: OpenSection, one: BankFileRemark): void {
  if (section.remarks.length < MAX_REMARKS) section.remarks.push(one)
}
