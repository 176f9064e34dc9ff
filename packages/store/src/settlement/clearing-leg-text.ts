import { type Account, type Micros, type MoneyAccountKind, micros } from '@artel/ledger'
import type { ClearingLeg } from './clearing-entries.ts'

/** Letters of a UUID. */
const ID = 36

/** All legs of a piece between two accounts: their kinds and owners, and a line each of entry, position, bar and amount. */
type LegsText = readonly [accounts: string, lines: string]

/** Legs by entry, in the order of their positions. */
export function legsByEntry(texts: readonly LegsText[]): ReadonlyMap<string, readonly ClearingLeg[]> {
  const byEntry = new Map<string, ClearingLeg[]>()
  for (const [accounts, lines] of texts) {
    const [debitKind = '', debitOwnerId = '', creditKind = '', creditOwnerId = ''] = accounts.split('|')
    const debit = { kind: debitKind as MoneyAccountKind, ownerId: debitOwnerId }
    const credit = { kind: creditKind as MoneyAccountKind, ownerId: creditOwnerId }
    for (let at = 0, end = 0; at < lines.length; at = end + 1) {
      end = lines.indexOf('\n', at)
      if (end < 0) end = lines.length
      const entryId = lines.slice(at, at + ID)
      const leg = legOf(lines.slice(at + ID, end), debit, credit)
      const legs = byEntry.get(entryId)
      if (!legs) byEntry.set(entryId, [leg])
      else {
        const last = legs.at(-1)
        legs.push(leg)
        if (last && last.position > leg.position) legs.sort((one, other) => one.position - other.position)
      }
    }
  }
  return byEntry
}

/** Of `position|amount`. */
function legOf(
  text: string,
  debit: Account<MoneyAccountKind>,
  credit: Account<MoneyAccountKind>,
): ClearingLeg {
  const bar = text.indexOf('|')
  const amount: Micros = micros(BigInt(text.slice(bar + 1)))
  return { position: Number(text.slice(0, bar)), debit, credit, amount }
}
