import { UnreadableFileError } from '../document-error.ts'
import { plainName } from '../sales/plain-name.ts'
import type { UnderstoodColumn } from '../sales/sales-file.ts'
import type { TableHead } from '../sales/table.ts'
import { cellText, type TableRecord } from '../table/table-record.ts'
import type { RecordColumns } from './record-columns.ts'

/** The head of a table of records, and how it was understood. */
export interface RecordHead<Column extends string> extends TableHead {
  readonly headers: readonly string[]
  readonly columns: Readonly<Partial<Record<Column, UnderstoodColumn>>>
}

/** Which columns there may be, and the caller's own names for some. */
export interface RecordWishes<Column extends string> {
  readonly known: RecordColumns<Column>
  readonly columns?: Readonly<Partial<Record<Column, string>>> | undefined
}

/** Understands a record as the head of a table; undefined when it lacks a column that it must have. */
export function findRecordHead<Column extends string>(
  record: TableRecord,
  wishes: RecordWishes<Column>,
): RecordHead<Column> | undefined {
  const headers = record.cells.map(cellText)
  const columns = understand(headers, wishes)
  return missingOf(columns, wishes) === undefined ? { line: record.line, headers, columns } : undefined
}

/** What the best of the first records lacks to be a head, as an error that names the column. */
export function noRecordHead<Column extends string>(
  records: readonly TableRecord[],
  wishes: RecordWishes<Column>,
): UnreadableFileError {
  let best: { readonly line: number; readonly columns: Found<Column>; readonly count: number } | undefined
  for (const { line, cells } of records) {
    const columns = understand(cells.map(cellText), wishes)
    const count = Object.keys(columns).length
    if (!best || count > best.count) best = { line, columns, count }
  }
  if (!best) return new UnreadableFileError('the file is empty', { line: 1, kind: 'EMPTY' })
  const column = missingOf(best.columns, wishes) ?? firstOf(wishes)
  const own = wishes.columns?.[column]
  return new UnreadableFileError(
    own === undefined
      ? `no column for the ${column}: name it, e.g. "${wishes.known[column].names[0]}"`
      : `no column "${own}" for the ${column}`,
    { line: best.line, field: column, kind: 'COLUMN_MISSING' },
  )
}

type Found<Column extends string> = Partial<Record<Column, UnderstoodColumn>>

const namesOf = <Column extends string>({ known }: RecordWishes<Column>): readonly Column[] =>
  Object.keys(known) as Column[]

const firstOf = <Column extends string>(wishes: RecordWishes<Column>): Column => namesOf(wishes)[0] as Column

const missingOf = <Column extends string>(
  columns: Found<Column>,
  wishes: RecordWishes<Column>,
): Column | undefined =>
  namesOf(wishes).find(
    (name) => !columns[name] && (wishes.known[name].isRequired || wishes.columns?.[name] !== undefined),
  )

/** A header is one column: the first that asks for it, the caller's own names before all usual ones. */
function understand<Column extends string>(
  headers: readonly string[],
  wishes: RecordWishes<Column>,
): Found<Column> {
  const names = headers.map(plainName)
  const found: Found<Column> = {}
  const taken = new Set<number>()
  const take = (column: Column, wanted: readonly string[], foundBy: UnderstoodColumn['foundBy']) => {
    for (const name of wanted) {
      const index = names.findIndex((one, at) => one === plainName(name) && !taken.has(at))
      if (index < 0) continue
      taken.add(index)
      found[column] = { header: headers[index] ?? '', index, foundBy }
      return
    }
  }
  for (const column of namesOf(wishes)) {
    const own = wishes.columns?.[column]
    if (own !== undefined) take(column, [own], 'CALLER')
  }
  for (const column of namesOf(wishes))
    if (wishes.columns?.[column] === undefined) take(column, wishes.known[column].names, 'NAME')
  return found
}
