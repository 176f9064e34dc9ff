import { plainText } from './plain-text.ts'

/** A column of a table in a terminal. */
export interface TextColumn {
  readonly title: string
  /** Figures stand at the right. */
  readonly align: 'left' | 'right'
}

/**
 * A table of plain text: a head, a rule, rows, and under another rule the last row when it sums the others up. Cells of a
 * row beyond the columns are left out.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
): string {
  const [body, sums] = [rows.map((row) => row.map(oneLine)), total?.map(oneLine)]
  const all = sums ? [...body, sums] : body
  const widths = columns.map(({ title }, at) =>
    Math.max(...[title, ...all.map((row) => row[at] ?? '')].map((cell) => [...cell].length)),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, at) => {
        const cell = cells[at] ?? ''
        const room = ' '.repeat((widths[at] ?? 0) - [...cell].length)
        return align === 'left' ? cell + room : room + cell
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [
    line(columns.map(({ title }) => title)),
    rule,
    ...body.map(line),
    ...(sums ? [rule, line(sums)] : []),
  ]
    .map((text) => `  ${text}\n`)
    .join('')
}

/** What is shown may come from a file: a line break in it must not break the table. */
const oneLine = (cell: string): string => plainText(cell).replace(/[\n\t]/g, ' ')
