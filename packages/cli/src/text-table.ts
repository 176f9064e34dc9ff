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
  const all = total ? [...rows, total] : rows
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
    ...rows.map(line),
    ...(total ? [rule, line(total)] : []),
  ]
    .map((text) => `  ${text}\n`)
    .join('')
}
