import { FileTooLargeError } from '../document-error.ts'
import type { TableCell, TableRecord } from '../table/table-record.ts'
import { parseXml } from './parse-xml.ts'

/** The last column of a sheet, XFD. */
const MAX_COLUMNS = 16_384

/** What the cells of a sheet mean. */
export interface CellReading {
  /** Texts that cells refer to by their number. */
  readonly strings: readonly string[]
  /** False when the values beside formulas were never worked out. */
  readonly trustsFormulas: boolean
}

interface OpenCell {
  readonly column: number
  readonly type: string
  hasFormula: boolean
  hasValue: boolean
  value: string
}

/**
 * Streams the rows of a sheet that have cells, with their numbers. A number stays a number whatever its format says. An
 * error, and a formula whose result the file does not hold, is a cell without a value, never an empty one or a zero.
 */
export async function* readSheetRecords(
  bytes: AsyncIterable<Uint8Array>,
  reading: CellReading,
): AsyncGenerator<TableRecord> {
  let line = 0
  let cells: TableCell[] = []
  let cell: OpenCell | undefined
  /** Whose text comes by: a value's, an inline text's, or nobody's. */
  let isText = false
  let isPhonetic = false
  for await (const event of parseXml(bytes)) {
    if (event.kind === 'TEXT') {
      if (cell && isText && !isPhonetic) cell.value += event.text
      continue
    }
    const isOpen = event.kind === 'OPEN'
    switch (event.name) {
      case 'row': {
        if (event.kind === 'OPEN') {
          line = rowNumber(event.attributes.r) ?? line + 1
          cells = []
        } else if (cells.some((one) => one !== '')) yield { line, cells }
        break
      }
      case 'c': {
        if (event.kind === 'OPEN') cell = openCell(event.attributes, cells.length)
        else if (cell) {
          while (cells.length < cell.column) cells.push('')
          cells[cell.column] = cellValue(cell, reading)
          cell = undefined
        }
        break
      }
      case 'f': {
        if (cell) cell.hasFormula = true
        break
      }
      case 'v':
      case 't': {
        isText = isOpen
        if (cell) cell.hasValue = true
        break
      }
      case 'rPh':
        isPhonetic = isOpen
    }
  }
}

const rowNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined

function openCell(attributes: Readonly<Record<string, string>>, next: number): OpenCell {
  const column = columnOf(attributes.r) ?? next
  if (column >= MAX_COLUMNS) throw new FileTooLargeError(`a row has more than ${MAX_COLUMNS} cells`)
  return { column, type: attributes.t ?? 'n', hasFormula: false, hasValue: false, value: '' }
}

/** The column of a reference such as `AB12`, from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellValue(cell: OpenCell, { strings, trustsFormulas }: CellReading): TableCell {
  const { type, value, hasValue, hasFormula } = cell
  if (type === 'e') return { noValue: 'CELL_ERROR' }
  if (hasFormula && !trustsFormulas) return { noValue: 'NO_RESULT' }
  if (type === 's') return strings[Number(value)] ?? { noValue: 'CELL_ERROR' }
  if (type === 'inlineStr' || type === 'd') return value
  if (type === 'str') return hasValue || !hasFormula ? value : { noValue: 'NO_RESULT' }
  if (value.trim() === '') return hasFormula ? { noValue: 'NO_RESULT' } : ''
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  return numberCell(value.trim())
}

/** A number without the noise of its binary form: a workbook shows fifteen digits. */
function numberCell(value: string): TableCell {
  const number = Number(value)
  if (!Number.isFinite(number)) return { noValue: 'CELL_ERROR' }
  const exact = /^-?\d{1,15}$/.test(value) ? value : String(Number(number.toPrecision(15)))
  return { number: exact }
}
