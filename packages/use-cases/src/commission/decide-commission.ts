import { NotFoundError } from '@artel/ledger'
import { type LocalDate, localDateOf } from '@artel/rules'
import {
  type CommissionRow,
  coalitionNow,
  commissionRows,
  inTransaction,
  settleAlone,
  type TransactionClient,
} from '@artel/store'
import type { Commission } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'

/** A commission that somebody decides about. */
export interface CommissionAtHand {
  readonly row: CommissionRow
  readonly now: Date
  readonly today: LocalDate
}

/**
 * Decides about one commission, alone in the coalition's settlement: what is read is still so when it is written. Of another payer than
 * `memberId`, where there is one, it is not found. Throws NotFoundError and what `decide` throws.
 */
export async function decideCommission(
  { store }: Context,
  asked: { readonly coalitionId: string; readonly memberId?: string; readonly id: string },
  decide: (client: TransactionClient, at: CommissionAtHand) => Promise<void>,
): Promise<{ readonly commission: Commission }> {
  const { coalitionId, memberId } = asked
  const id = checkId('commission', asked.id, ['id'])
  const [{ coalition }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  await inTransaction(store, async (client) => {
    await settleAlone(client, coalitionId)
    const [row] = await commissionRows(client, coalitionId, [id])
    if (!row || (memberId !== undefined && row.payerId !== memberId))
      throw new NotFoundError({ what: 'commission' }, { path: ['id'] })
    await decide(client, { row, now, today: localDateOf(now, coalition.timeZone) })
  })
  const commission = await store.prisma.commission.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id } },
  })
  return { commission }
}
