import { crc32, deflateRawSync } from 'node:zlib'

/** A cell as it stands in the XML of a sheet: its attributes beside the reference, and what is inside. */
export type WrittenCell = string | number | null | { readonly attributes?: string; readonly inside: string }

/** A sheet to be written. */
export interface WrittenSheet {
  readonly name: string
  readonly isHidden?: boolean
  readonly rows: readonly (readonly WrittenCell[])[]
}

/** What a workbook may have beside its sheets. */
export interface WorkbookExtras {
  readonly strings?: readonly string[]
  /** XML inside `workbook` before the sheets. */
  readonly workbook?: string
  /** XML inside `workbook` after the sheets. */
  readonly after?: string
  /** Files in place of those that would be written, or beside them. */
  readonly files?: Readonly<Record<string, string>>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as Excel writes it: texts and numbers as they are, dates as the numbers that they are. */
export function writeWorkbook(sheets: readonly WrittenSheet[], extras: WorkbookExtras = {}): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const relations = (inside: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const tabs = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  const parts = sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
  return writeZip({
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}">${extras.workbook ?? ''}<sheets>${tabs.join('')}</sheets>${extras.after ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      parts.join('') + relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml'),
    ),
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${(extras.strings ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows)])),
    ...extras.files,
  })
}

function sheetXml(rows: WrittenSheet['rows']): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) =>
      cell === null ? '' : cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`),
    )
    return `<row r="${row + 1}">${written.join('')}</row>`
  })
  return `${HEAD}<worksheet ${MAIN}><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cellXml(cell: Exclude<WrittenCell, null>, reference: string): string {
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
  return `<c r="${reference}"${cell.attributes ? ` ${cell.attributes}` : ''}>${cell.inside}</c>`
}

/** A zip file; `sizes` says other sizes than the files have. */
export function writeZip(
  files: Readonly<Record<string, string | Buffer>>,
  sizes: Readonly<Record<string, number>> = {},
): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const nameBytes = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(sizes[name] ?? content.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, nameBytes, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    bodies.push(body)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts, tail, nameBytes]),
    )
    at += body.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}
