import { IdempotencyKeyMismatchError, ReceiptNotClaimableError } from '@artel/ledger'
import type { CommandKey, Store } from '@artel/store'
import type { ReceiptClaim } from '@artel/store/prisma'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import { giveBackReceiptClaim } from './take-receipt-claim.ts'

/** For what the key of a yes stands, whoever posts or refuses under it. */
export const keyOfYes = (
  { memberId, id }: Pick<ReceiptClaim, 'memberId' | 'id'>,
  key: string,
): CommandKey => ({
  ...{ scopeId: memberId, operation: 'receiptClaimConfirm', key },
  requestHash: requestHash({ receiptClaimId: id }),
})

/**
 * Frees a claim from a yes that was begun and has posted nothing: a refusal is recorded under the key of that yes, so that one which is still on
 * its way finds it and posts nothing either. Answers whether the claim is free; it is not where the purchase is there.
 */
export async function stopYes(
  { store }: { readonly store: Store },
  row: ReceiptClaim,
  bar: 'DECLINED' | 'EXPIRED',
): Promise<boolean> {
  const { coalitionId, customerId, purchaseId, key } = row
  if (purchaseId === null || key === null || row.confirmedAt !== null) return false
  let isFree = false
  const free = async () => {
    await giveBackReceiptClaim(store, row, { customerId, purchaseId, key })
    isFree = true
  }
  const decide = () => {
    throw new ReceiptNotClaimableError({ bar }, { path: ['id'] })
  }
  try {
    await postCommand(
      store,
      coalitionId,
      { customerId, key: keyOfYes(row, key), decide },
      { onRefused: free },
    )
  } catch (error) {
    // The key stands for another request: nothing is ever posted for this claim under it.
    if (error instanceof IdempotencyKeyMismatchError) await free()
    if (!isFree) throw error
  }
  return isFree
}
