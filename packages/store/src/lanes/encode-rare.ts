import type { EncodedEntry, EncodedGroup } from './encode-batch.ts'

/**
 * The record sets that most batches lack, as one JSON document, or null when there are none: changes of a lot's
 * reservation or expiry, holds, refunds and debts. Names are those of the `jsonb_to_recordset` lists in SQL.
 */
export function collectRare(
  groups: readonly EncodedGroup[],
  entries: readonly EncodedEntry[],
): object | null {
  const rare = {
    lotChanges: entries.flatMap(({ step, entry }) =>
      entry.lotChanges.map(({ lotId, reservedDelta, expiresAt }) => ({
        step,
        lot: lotId,
        reserved: reservedDelta,
        expires: expiresAt ?? null,
      })),
    ),
    holds: groups.flatMap(({ step, group: { hold } }) =>
      hold
        ? {
            step,
            id: hold.id,
            member: hold.memberId,
            points: hold.points,
            order_ref: hold.orderRef,
            bill: hold.billMinor,
            created: hold.createdAt,
            expires: hold.expiresAt,
          }
        : [],
    ),
    holdLots: entries.flatMap(({ step, entry: { newHold } }) =>
      (newHold?.reservations ?? []).map(({ lotId, points }, position) => ({
        step,
        hold: newHold?.id,
        position,
        lot: lotId,
        points,
      })),
    ),
    holdChanges: entries.flatMap(({ step, entry: { holdChange } }) =>
      holdChange ? { step, hold: holdChange.holdId, status: holdChange.status } : [],
    ),
    refunds: groups.flatMap(({ step, group: { refund } }) =>
      refund
        ? {
            step,
            id: refund.id,
            purchase: refund.purchaseId,
            member: refund.memberId,
            amount: refund.amountMinor,
            money: refund.moneyMinor,
            returned: refund.pointsReturned,
            recovered: refund.pointsRecovered,
            to_debt: refund.pointsToDebt,
            borne: refund.pointsBorne,
            reason: refund.reason,
            lines: refund.lines,
          }
        : [],
    ),
    debts: entries.flatMap(({ step, entry: { newDebt } }, at) =>
      newDebt
        ? {
            step,
            entry: at + 1,
            id: newDebt.id,
            issuer: newDebt.issuerId,
            purchase: newDebt.purchaseId,
            amount: newDebt.amount,
            issue_fee: newDebt.issueFee,
            incurred: newDebt.incurredAt,
          }
        : [],
    ),
    debtRecoveries: entries.flatMap(({ step, entry: { debtRecoveries } }) =>
      (debtRecoveries ?? []).map(({ debtId, points }) => ({ step, debt: debtId, points })),
    ),
  }
  return Object.values(rare).some((records) => records.length > 0) ? rare : null
}
