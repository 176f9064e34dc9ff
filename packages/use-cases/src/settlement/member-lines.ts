import type { Store } from '@artel/store'
import { clearingLegs } from '@artel/store'
import type { SettlementWindow, Statement } from '@artel/store/prisma'
import { type ClearingLine, lineCutter } from './register-line.ts'
import { batchesOf } from './window.ts'

/**
 * The lines of a statement, in their order, read a piece at a time from rows that never change: the same lines however
 * often they are read.
 */
export async function* memberLines(
  store: Store,
  window: SettlementWindow,
  { memberId }: Pick<Statement, 'memberId'>,
): AsyncGenerator<ClearingLine> {
  const cut = lineCutter(memberId)
  const range = await batchesOf(store, window)
  for await (const piece of clearingLegs(store, window.coalitionId, { ...range, memberId }))
    for (const leg of piece) {
      const line = cut(leg)
      if (line) yield line
    }
}
