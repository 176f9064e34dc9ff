import { type Minor, minor } from '@artel/ledger'
import {
  type CommissionDefinition,
  commissionFromJson,
  isApprovedByTime,
  qualifyingOf,
  reckonLess,
} from '@artel/rules'
import {
  addCommissionLines,
  type CommissionRow,
  changeCommissions,
  commissionRows,
  type NewCommissionLine,
  newId,
  refundsBeforeApproval,
  type TransactionClient,
} from '@artel/store'
import { countsPeriods, loadLadderPeriods } from './ladder-periods.ts'

/** Why a commission becomes less, and how much of its sale counts afterwards. */
export interface Lessening {
  readonly commissionId: string
  /** The refund that took it; null: somebody rejects it. */
  readonly refundId: string | null
  /** What is left of the sale's money. */
  readonly moneyLeft: Minor
}

/**
 * Takes what refunds and rejections take off commissions, in their order; each writes a row, in the period of its sale. One that is
 * pending stays so until it is due, or is REJECTED, were nothing left of it already: a ladder may have made it worth something. Of
 * others nothing left is REVERSED. The ids of those that changed.
 */
export async function lessenCommissions(
  client: TransactionClient,
  coalitionId: string,
  { lessenings, at }: { readonly lessenings: readonly Lessening[]; readonly at: Date },
): Promise<readonly string[]> {
  if (lessenings.length === 0) return []
  const ids = [...new Set(lessenings.map(({ commissionId }) => commissionId))]
  const commissions = new Map(
    (await commissionRows(client, coalitionId, ids)).map((row) => [
      row.id,
      { ...row, said: commissionFromJson(JSON.parse(row.definition)) },
    ]),
  )
  const periods = await loadLadderPeriods(
    client,
    coalitionId,
    [...commissions.values()].filter(({ said }) => countsPeriods(said.effect)),
  )
  const lines: NewCommissionLine[] = []
  const changed = new Map<string, CommissionRow>()
  for (const { commissionId, refundId, moneyLeft } of lessenings) {
    const row = commissions.get(commissionId)
    if (!row) throw new Error(`There is no commission ${commissionId} to lessen`)
    const left = leftOf(row, moneyLeft)
    const isRejected = refundId === null && row.status === 'PENDING'
    if (left === row.volume && !isRejected) continue
    const standing = periods.at(row)
    const change = reckonLess(row.said.effect, row, { left, before: standing })
    if (countsPeriods(row.said.effect)) periods.count(row, change, left === 0n ? 'MAYBE_GONE' : 'SAME')
    const kind = refundId === null ? 'REJECTION' : 'REFUND'
    if (left < row.volume) lines.push({ id: newId(), commissionId, kind, refundId, ...change })
    const amount = minor(row.amount + change.amount)
    const status = statusAfter(row, { left, refundId })
    const after = { ...row, volume: left, amount, status, byTime: isApprovedByTime(row.said, amount) }
    commissions.set(commissionId, after)
    changed.set(commissionId, after)
  }
  await addCommissionLines(client, coalitionId, { rows: lines, at })
  await changeCommissions(client, coalitionId, { rows: [...changed.values()], at })
  await periods.save(client, coalitionId)
  return [...changed.keys()]
}

/**
 * Takes off commissions what came back of their sales so far, were the worker behind with it: they are about to be approved. The rows
 * as they stand then.
 */
export async function takeRefundsOff(
  client: TransactionClient,
  coalitionId: string,
  { commissionIds, at }: { readonly commissionIds: readonly string[]; readonly at: Date },
): Promise<readonly CommissionRow[]> {
  const lessenings = await refundsBeforeApproval(client, coalitionId, commissionIds)
  await lessenCommissions(client, coalitionId, { lessenings, at })
  return commissionRows(client, coalitionId, commissionIds)
}

/** Never more than counts now: a part that was rejected stays so. */
function leftOf(
  { volume, said }: CommissionRow & { readonly said: CommissionDefinition },
  money: Minor,
): Minor {
  const left = money > 0n ? qualifyingOf(money, said) : minor(0n)
  return left < volume ? left : volume
}

function statusAfter(
  { status }: CommissionRow,
  { left, refundId }: { readonly left: Minor; readonly refundId: string | null },
): string {
  if (status === 'PENDING') return refundId === null ? 'REJECTED' : status
  return left === 0n ? 'REVERSED' : status
}
