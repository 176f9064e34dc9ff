import { UnreadableFileError } from '../document-error.ts'
import type { TableRecord } from '../table/table-record.ts'
import { openZip, type ZipFiles } from './open-zip.ts'
import { parseXml } from './parse-xml.ts'
import { readSharedStrings } from './read-shared-strings.ts'
import { readSheetRecords } from './read-sheet-records.ts'

/** A sheet of a workbook, in the order of its tabs. */
export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /** Its rows that have cells, from the beginning at each call. */
  records(): AsyncIterable<TableRecord>
}

/** A workbook of Office Open XML (.xlsx). */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** 1462 when its dates count from 1904, else 0. */
  readonly epochDays: number
}

/** Days between the two first days that workbooks count from. */
const DAYS_FROM_1900_TO_1904 = 1462

/**
 * Opens a workbook: its sheets and shared texts; rows are read as they are asked for. Macros, links and formulas are not
 * looked at. Throws UnreadableFileError for what is no such workbook, FileTooLargeError for one that unpacks beyond its
 * limits.
 */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const files = await openZip(bytes)
  const root = await relationsOf(files, '')
  const path = root.find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (path === undefined || !files.has(path))
    throw new UnreadableFileError('a zip file, but not an Excel workbook (.xlsx)', { kind: 'BAD_WORKBOOK' })
  const [facts, relations] = await Promise.all([readWorkbook(files, path), relationsOf(files, path)])
  const shared = relations.find(({ type }) => type.endsWith('/sharedStrings'))?.target
  const strings = shared !== undefined && files.has(shared) ? await readSharedStrings(files.open(shared)) : []
  const sheets = facts.sheets.flatMap(({ name, isHidden, id }): Sheet[] => {
    const sheet = relations.find((one) => one.id === id && one.type.endsWith('/worksheet'))?.target
    if (sheet === undefined || !files.has(sheet)) return []
    const trustsFormulas = !facts.isToBeRecalculated
    return [
      { name, isHidden, records: () => readSheetRecords(files.open(sheet), { strings, trustsFormulas }) },
    ]
  })
  if (sheets.length === 0)
    throw new UnreadableFileError('the workbook has no sheet', { kind: 'BAD_WORKBOOK' })
  return { sheets, epochDays: facts.countsFrom1904 ? DAYS_FROM_1900_TO_1904 : 0 }
}

interface WorkbookFacts {
  readonly sheets: { name: string; isHidden: boolean; id: string }[]
  countsFrom1904: boolean
  /** Its writer did not work the formulas out: the values beside them, if any, stand for nothing. */
  isToBeRecalculated: boolean
}

async function readWorkbook(files: ZipFiles, path: string): Promise<WorkbookFacts> {
  const facts: WorkbookFacts = { sheets: [], countsFrom1904: false, isToBeRecalculated: false }
  const isTrue = (value: string | undefined) => value === '1' || value === 'true'
  for await (const event of parseXml(files.open(path))) {
    if (event.kind !== 'OPEN') continue
    const { attributes } = event
    if (event.name === 'workbookPr') facts.countsFrom1904 = isTrue(attributes.date1904)
    if (event.name === 'calcPr') facts.isToBeRecalculated = isTrue(attributes.fullCalcOnLoad)
    if (event.name === 'sheet') {
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      facts.sheets.push({ name: attributes.name ?? '', isHidden, id: attributes.id ?? '' })
    }
  }
  return facts
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** What a part refers to inside the file; the part with the empty name is the whole. */
async function relationsOf(files: ZipFiles, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const path = `${folder}_rels/${part.slice(slash)}.rels`
  if (!files.has(path)) return []
  const relations: Relation[] = []
  for await (const event of parseXml(files.open(path))) {
    if (event.kind !== 'OPEN' || event.name !== 'Relationship') continue
    const { Id = '', Type = '', Target = '', TargetMode } = event.attributes
    if (TargetMode === 'External') continue
    relations.push({ id: Id, type: Type, target: resolvePart(folder, Target) })
  }
  return relations
}

/** A name of a part, relative to a folder or, with a slash before it, to the file. */
function resolvePart(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
