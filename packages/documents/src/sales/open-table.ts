import { UnreadableFileError } from '../document-error.ts'
import type { TableRecord } from '../table/table-record.ts'
import { type ByteSource, decodeText } from '../text/decode-text.ts'
import { foldText } from '../text/fold-text.ts'
import { limitBytes } from '../text/limit-bytes.ts'
import { openWorkbook, type Sheet, type Workbook } from '../xlsx/open-workbook.ts'
import { openCsvTable } from './open-csv-table.ts'
import { AmbiguousSalesFileError } from './sales-question.ts'
import {
  foldRecords,
  HEAD_RECORDS,
  headAmong,
  type Table,
  type TableHead,
  type WantedTable,
} from './table.ts'

const MAX_TEXT_BYTES = 256 * 1024 * 1024
const MAX_WORKBOOK_BYTES = 64 * 1024 * 1024

/**
 * Opens a file with a table, a workbook or text by its first bytes, and finds the head of its table below any titles. Throws
 * UnreadableFileError for what is neither or has no such head, AmbiguousSalesFileError when several sheets have one.
 */
export async function openTable<Head extends TableHead>(
  bytes: ByteSource,
  wanted: WantedTable<Head>,
): Promise<Table<Head>> {
  const { start, all } = await peek(bytes)
  refuseOtherFormats(start)
  if (start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    const limited = limitBytes(all, wanted.maxBytes ?? MAX_WORKBOOK_BYTES)
    const pieces: Uint8Array[] = []
    for await (const piece of limited) pieces.push(piece)
    return openSheet(await openWorkbook(Buffer.concat(pieces)), wanted)
  }
  const limited = limitBytes(all, wanted.maxBytes ?? MAX_TEXT_BYTES)
  return openCsvTable(decodeText(limited), wanted)
}

/** The first bytes of a file, and all of it. */
async function peek(bytes: ByteSource): Promise<{ start: Buffer; all: AsyncIterable<Uint8Array> }> {
  const source = bytes instanceof Uint8Array ? [bytes] : bytes
  const pieces = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  let start: Buffer = Buffer.alloc(0)
  while (start.length < 512) {
    const next = await pieces.next()
    if (next.done) break
    start = Buffer.concat([start, next.value])
  }
  async function* all() {
    yield start
    try {
      for (;;) {
        const next = await pieces.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      // A reader that stops early lets go of its file.
      await pieces.return?.()
    }
  }
  return { start, all: all() }
}

function refuseOtherFormats(start: Buffer): void {
  const text = start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')
  if (text.startsWith('\u00d0\u00cf\u0011\u00e0'))
    throw new UnreadableFileError(
      'an old Excel file (.xls), or one with a password: save it in Excel as .xlsx or CSV, without one',
      { kind: 'OLD_WORKBOOK' },
    )
  if (/^%PDF|^\s*<(?:!doctype|\?xml|html|table|meta|head)/i.test(text))
    throw new UnreadableFileError('not a table but a page or a document: save it as .xlsx or CSV', {
      kind: 'OTHER_FORMAT',
    })
}

async function openSheet<Head extends TableHead>(
  { sheets, epochDays }: Workbook,
  wanted: WantedTable<Head>,
): Promise<Table<Head>> {
  const named = wanted.sheet === undefined ? undefined : foldText(wanted.sheet).trim()
  const looked = sheets.filter(({ name, isHidden }) =>
    named === undefined ? !isHidden : foldText(name).trim() === named,
  )
  if (wanted.sheet !== undefined && looked.length === 0)
    throw new UnreadableFileError('the workbook has no sheet of that name', { field: 'sheet', kind: 'EMPTY' })
  const firsts: TableRecord[] = []
  const found: { sheet: Sheet; head: Head }[] = []
  for (const sheet of looked) {
    const start = await firstRecords(foldRecords(sheet.records()))
    const head = headAmong(start, wanted)
    if (head) found.push({ sheet, head })
    firsts.push(...start)
  }
  const [only, another] = found
  if (!only) throw wanted.noHead(firsts)
  if (another) {
    const readings = found.map(({ sheet }) => sheet.name)
    throw new AmbiguousSalesFileError([{ kind: 'SHEET', column: null, header: null, line: null, readings }])
  }
  const { sheet, head } = only
  async function* records() {
    for await (const record of foldRecords(sheet.records())) if (record.line > head.line) yield record
  }
  return { format: 'XLSX', separator: null, sheet: sheet.name, epochDays, head, records: records() }
}

async function firstRecords(records: AsyncIterable<TableRecord>): Promise<TableRecord[]> {
  const first: TableRecord[] = []
  for await (const record of records) {
    first.push(record)
    if (first.length === HEAD_RECORDS) break
  }
  return first
}
