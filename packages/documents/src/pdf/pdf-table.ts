import { cell, nextPage, PAGE, type PdfPage, wrappedLines } from './pdf-page.ts'

/** A column: its width is a share of what the fixed ones leave, or fixed in points. */
export interface PdfColumn {
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
  /** Goes on in the next line where a text is too long for the cell, instead of being cut. */
  readonly wraps?: boolean
}

/** A group of neighbouring columns under one title, as in the two sides of an act. */
export interface PdfColumnGroup {
  readonly title: string
  readonly span: number
}

/** How a table looks; `onNewPage` draws what stands above the head when the table goes over to another page. */
export interface PdfTable {
  readonly columns: readonly PdfColumn[]
  readonly groups?: readonly PdfColumnGroup[]
  readonly fontSize: number
  readonly onNewPage: (page: PdfPage) => void
}

const PADDING = 3
const LINE_GAP = 1
const GRID = '#9a9a9a'

const rowHeight = (table: PdfTable, lineCount = 1): number =>
  table.fontSize * lineCount + LINE_GAP * (lineCount - 1) + PADDING * 2 + 1

/** Draws the head of a table, and of its groups. */
export function tableHead(page: PdfPage, table: PdfTable): void {
  if (table.groups) {
    let first = 0
    const spans = table.groups.map(({ title, span }) => {
      const width = table.columns.slice(first, first + span).reduce((sum, column) => sum + column.width, 0)
      first += span
      return { title, width, align: 'center' as const }
    })
    drawRow(
      page,
      table,
      spans,
      spans.map(({ title }) => [title]),
      { bold: true, fill: '#ececec' },
    )
  }
  const titles = table.columns.map((column) => [column.title])
  const centred = table.columns.map((column) => ({ ...column, align: 'center' as const }))
  drawRow(page, table, centred, titles, { bold: true, fill: '#ececec' })
}

/** Draws a row; at the end of the page it starts another with the head repeated. */
export function tableRow(
  page: PdfPage,
  table: PdfTable,
  cells: readonly string[],
  style: RowStyle = {},
): void {
  setFont(page, table, style)
  const lines = linesOf(page, table.columns, cells)
  if (page.y + rowHeight(table, lineCountOf(lines)) > PAGE.bottom) breakTable(page, table)
  drawRow(page, table, table.columns, lines, style)
}

/** A row whose first cells are one: a balance or a sum with its label. `cells` are those after the label's span. */
export function tableLabelRow(
  page: PdfPage,
  table: PdfTable,
  row: { label: string; span: number; cells: readonly string[]; fill?: string },
): void {
  if (page.y + rowHeight(table) > PAGE.bottom) breakTable(page, table)
  const width = table.columns.slice(0, row.span).reduce((sum, column) => sum + column.width, 0)
  const columns = [{ width }, ...table.columns.slice(row.span)]
  const cells = [row.label, ...row.cells].map((text) => [text])
  drawRow(page, table, columns, cells, {
    bold: true,
    ...(row.fill === undefined ? {} : { fill: row.fill }),
  })
}

function breakTable(page: PdfPage, table: PdfTable): void {
  nextPage(page)
  table.onNewPage(page)
  tableHead(page, table)
}

/** Whether the head and a few rows still fit, so that no head stands alone at the foot of a page. */
export function tableFits(page: PdfPage, table: PdfTable, rowCount: number): boolean {
  const headRows = table.groups ? 2 : 1
  return page.y + rowHeight(table) * (headRows + rowCount) <= PAGE.bottom
}

interface RowStyle {
  readonly bold?: boolean
  readonly fill?: string
}

/** The lines of each cell. */
type RowLines = readonly (readonly string[])[]

const linesOf = (page: PdfPage, columns: readonly PdfColumn[], cells: readonly string[]): RowLines =>
  columns.map(({ width, wraps }, index) => {
    const text = cells[index] ?? ''
    return wraps ? wrappedLines(page.pdf, text, width - PADDING * 2) : [text]
  })

const lineCountOf = (cells: RowLines): number => Math.max(...cells.map(({ length }) => length))

const setFont = ({ pdf }: PdfPage, table: PdfTable, { bold }: RowStyle) =>
  pdf.font(bold ? 'bold' : 'regular').fontSize(table.fontSize)

function drawRow(
  page: PdfPage,
  table: PdfTable,
  columns: readonly Pick<PdfColumn, 'width' | 'align'>[],
  cells: RowLines,
  style: RowStyle,
): void {
  const { pdf } = page
  const height = rowHeight(table, lineCountOf(cells))
  let x = PAGE.left
  pdf.lineWidth(0.4).strokeColor(GRID)
  for (const { width } of columns) {
    pdf.rect(x, page.y, width, height)
    if (style.fill) pdf.fillAndStroke(style.fill, GRID)
    else pdf.stroke()
    x += width
  }
  pdf.fillColor('#000')
  setFont(page, table, style)
  x = PAGE.left
  for (const [index, { width, align }] of columns.entries()) {
    for (const [lineNo, text] of (cells[index] ?? []).entries())
      if (text !== '')
        cell(pdf, text, {
          x: x + PADDING,
          y: page.y + PADDING - 0.5 + lineNo * (table.fontSize + LINE_GAP),
          width: width - PADDING * 2,
          ...(align ? { align } : {}),
          // What stands on the right is a number, and half a number is a wrong one.
          ...(align === 'right' ? { shrinkFrom: table.fontSize } : {}),
        })
    x += width
  }
  page.y += height
}
