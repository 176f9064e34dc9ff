import type { Entry } from './entry.ts'

/**
 * Whether an entry changes no balance, lot, hold, debt or claim. Such an entry may be left out of a group that has
 * another, and stands for the command in a group that has none.
 */
export function booksNothing(entry: Entry): boolean {
  return (
    entry.transfers.length === 0 &&
    entry.newLots.length === 0 &&
    entry.lotUses.length === 0 &&
    entry.lotChanges.length === 0 &&
    entry.newHold === undefined &&
    entry.holdChange === undefined &&
    entry.newDebt === undefined &&
    entry.newClaim === undefined
  )
}
