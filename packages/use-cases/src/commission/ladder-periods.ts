import { type Minor, minor } from '@artel/ledger'
import type { CommissionChange, CommissionEffect } from '@artel/rules'
import { commissionPeriods, type PeriodRow, putCommissionPeriods, type TransactionClient } from '@artel/store'

type PeriodKey = Pick<PeriodRow, 'programmeId' | 'payeeId' | 'period'>

/** The sums of ladders' periods while rows are added to them, one after another. */
export interface LadderPeriods {
  /** As it stands by now. */
  at(key: PeriodKey): PeriodRow
  /**
   * Counts a change in. `NEW`: by a customer that the period did not count yet; `MAYBE_GONE`: nothing is left of the sale, so that its
   * customer may count no more; else `SAME`.
   */
  count(key: PeriodKey, change: CommissionChange, customer: 'NEW' | 'SAME' | 'MAYBE_GONE'): void
  /** Writes what changed. */
  save(client: TransactionClient, coalitionId: string): Promise<void>
}

/** Reads the periods that rows are about to change. The caller keeps others of the coalition from changing them. */
export async function loadLadderPeriods(
  client: TransactionClient,
  coalitionId: string,
  keys: readonly PeriodKey[],
): Promise<LadderPeriods> {
  const rows = keys.length === 0 ? [] : await commissionPeriods(client, coalitionId, keys)
  const standing = new Map(rows.map((row) => [nameOf(row), row]))
  const changed = new Map<string, PeriodRow>()
  const recounted = new Map<string, PeriodRow>()
  const at = ({ programmeId, payeeId, period }: PeriodKey): PeriodRow =>
    standing.get(nameOf({ programmeId, payeeId, period })) ?? {
      ...{ programmeId, payeeId, period, volume: NONE, amount: NONE, customers: 0n },
    }
  return {
    at,
    count(key, { volume, amount }, customer) {
      const before = at(key)
      const after = {
        ...before,
        volume: minor(before.volume + volume),
        amount: minor(before.amount + amount),
        customers: before.customers + (customer === 'NEW' ? 1n : 0n),
      }
      standing.set(nameOf(key), after)
      changed.set(nameOf(key), after)
      if (customer === 'MAYBE_GONE') recounted.set(nameOf(key), after)
    },
    save: (save, of) =>
      putCommissionPeriods(save, of, { rows: [...changed.values()], recounted: [...recounted.values()] }),
  }
}

const NONE: Minor = minor(0n)
const nameOf = ({ programmeId, payeeId, period }: PeriodKey) => `${programmeId} ${payeeId} ${period}`

/** Whether an effect counts over the sales of a period. */
export const countsPeriods = (effect: CommissionEffect): boolean => effect.kind === 'LADDER'
