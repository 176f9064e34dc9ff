/**
 * Whether a row is one that a where-clause of `visibleTo` finds, for rows that are at hand already. Knows clauses of plain
 * values alone and throws for any other, so that nothing is shown by a clause that was not understood.
 */
export function rowMatches(where: object | null, row: object): boolean {
  if (where === null) return false
  const values = new Map<string, unknown>(Object.entries(row))
  return Object.entries(where).every(([name, value]) => {
    if (typeof value !== 'string' || !values.has(name))
      throw new Error(`A stream cannot tell whether ${name} matches`)
    return values.get(name) === value
  })
}
