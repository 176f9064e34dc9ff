import {
  batchesToCommission,
  batchesWithinPairs,
  broughtSales,
  changeCommissions,
  coalitionNow,
  dueCommissions,
  followSettlement,
  inTransaction,
  refundsOfCommissions,
  rememberCommissioned,
  settleAlone,
  type TransactionClient,
} from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { bookCommissions } from './book-commissions.ts'
import { commissionSales } from './commission-sales.ts'
import { lessenCommissions, takeRefundsOff } from './lessen-commissions.ts'

/**
 * The next piece of what commissions wait for: sales that were brought since, and refunds of them, make rows; what is due is approved
 * and booked; what the settlement stated or paid moves on. Each of the three is one transaction, alone in the coalition's settlement, so
 * that any number of workers come to the same rows, and one that dies leaves the rest. The operator's worker calls it; so may
 * an administrator of the coalition. `more` means that there may be more of it at once.
 */
export async function commissionDue(
  context: Context,
  input: { readonly coalitionId: string; readonly limit: number },
): Promise<{ readonly commissions: number; readonly more: boolean }> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId, limit } = input
  const at = await coalitionNow(store, coalitionId)
  const alone = <Result>(work: (client: TransactionClient) => Promise<Result>) =>
    inTransaction(store, async (client) => {
      await settleAlone(client, coalitionId)
      return work(client)
    })
  const made = await alone((client) => lookThrough(client, coalitionId, at))
  // What came back meanwhile is taken off first.
  if (made.more) return { commissions: made.rows, more: true }
  const approved = await alone((client) => approveDue(client, coalitionId, { limit, at }))
  const moved = await alone((client) => followSettlement(client, coalitionId, { at, limit }))
  return { commissions: made.rows + approved.rows + moved.rows, more: approved.more || moved.more }
}

/** Sales and refunds of the next batches. What refunds take off commissions in the books is booked at once. */
async function lookThrough(
  client: TransactionClient,
  coalitionId: string,
  at: Date,
): Promise<{ readonly rows: number; readonly more: boolean }> {
  const batches = await batchesToCommission(client, coalitionId)
  if (!batches) return { rows: 0, more: false }
  const found = await refundsOfCommissions(client, coalitionId, batches)
  const piece = { ...batches, through: batchesWithinPairs(found, batches.through) }
  const sales = await broughtSales(client, coalitionId, piece)
  const made = await commissionSales(client, coalitionId, { sales, at })
  // Again: those of the sales of this piece as well.
  const lessenings = await refundsOfCommissions(client, coalitionId, piece)
  const lessened = await lessenCommissions(client, coalitionId, { lessenings, at })
  await rememberCommissioned(client, coalitionId, piece)
  await bookCommissions(client, coalitionId, { commissionIds: lessened, at })
  return { rows: made + lessened.length, more: true }
}

/** Approves what its days have made due, less what came back by now. */
async function approveDue(
  client: TransactionClient,
  coalitionId: string,
  { limit, at }: { readonly limit: number; readonly at: Date },
): Promise<{ readonly rows: number; readonly more: boolean }> {
  const { ids, more } = await dueCommissions(client, coalitionId, { limit })
  const rows = await takeRefundsOff(client, coalitionId, { commissionIds: ids, at })
  await changeCommissions(client, coalitionId, { rows: rows.map(approved), at })
  await bookCommissions(client, coalitionId, { commissionIds: ids, at })
  return { rows: ids.length, more }
}

/** A commission of which something is left is APPROVED; of one of which nothing is, what that took from others is booked. */
export const approved = <Row extends { readonly volume: bigint; readonly status: string }>(
  row: Row,
): Row => ({
  ...row,
  status: row.volume === 0n ? 'REVERSED' : 'APPROVED',
})
