import type { Store } from '@artel/store'
import { clearingEntries } from '@artel/store'
import type { SettlementWindow, Statement } from '@artel/store/prisma'
import { type ClearingLine, eachLine, withForeignReceipt } from './register-line.ts'
import { batchesOf } from './window.ts'

/**
 * The lines of a statement, in their order, read a piece at a time from rows that never change: the same lines however
 * often they are read. Those that are shown and not hashed hide foreign receipts, whatever the statement's own do.
 */
export async function* memberLines(
  store: Store,
  window: SettlementWindow,
  { memberId, hidesForeignReceipts }: Pick<Statement, 'memberId' | 'hidesForeignReceipts'>,
): AsyncGenerator<ClearingLine> {
  const range = await batchesOf(store, window)
  for await (const piece of clearingEntries(store, window.coalitionId, { ...range, memberId }))
    for (const entry of piece) {
      const lines: ClearingLine[] = []
      eachLine(entry, (of, line) => {
        if (of === memberId) lines.push(hidesForeignReceipts ? line : withForeignReceipt(line, entry))
      })
      yield* lines
    }
}
