/** A row that another row names, and that the write path saw; throws when it is missing: a broken database. */
export function present<Row>(row: Row | null): Row {
  if (row === null) throw new Error('A row that another row names is missing')
  return row
}
