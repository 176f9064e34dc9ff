/** A row that a foreign key promises; throws when it is missing, which is a broken database. */
export function present<Row>(row: Row | null): Row {
  if (row === null) throw new Error('A row that a foreign key promises is missing')
  return row
}
