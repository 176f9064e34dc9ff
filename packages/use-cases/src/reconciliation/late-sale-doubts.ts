import { InvalidInputError, ReceiptAlreadyUsedError, type Refusal } from '@artel/ledger'
import { localDateOf, readFiscalId } from '@artel/rules'
import { coalitionNow, fiscalSales, recordedSales, type Store } from '@artel/store'
import { documentNoOf } from '../purchase/same-sale.ts'
import { pendingOn } from '../receipt-claim/state-of.ts'
import { fiscalMatch, fiscalQuestion, isSameSale, type SoldInFile } from './fiscal-match.ts'

/**
 * Why a late sale is not recorded though no purchase has its number: the document of that number was recorded since, as by a yes to a claim,
 * or a customer has claimed it and waits, whatever the claim says of the sum. The member decides such a claim first. One that
 * has its purchase goes the way of every sale, which knows its key.
 */
export async function loadDoubts(
  store: Store,
  of: { readonly coalitionId: string; readonly memberId: string; readonly timeZone: string },
  sold: readonly SoldInFile[],
): Promise<(sale: SoldInFile) => Refusal | undefined> {
  const { coalitionId, memberId, timeZone } = of
  const receiptRefs = sold.map(({ receiptRef }) => receiptRef)
  const today = localDateOf(await coalitionNow(store, coalitionId), timeZone)
  const [recorded, fiscal, claims] = await Promise.all([
    recordedSales(store.pool, { coalitionId, memberId, receiptRefs }),
    fiscalSales(store.pool, { coalitionId, memberId, ...fiscalQuestion(sold) }),
    store.prisma.receiptClaim.findMany({
      where: { coalitionId, memberId, ...pendingOn(today) },
      select: { receipt: true, occurredAt: true },
    }),
  ])
  return (sale) => {
    if (recorded.has(sale.receiptRef)) return undefined
    const same = fiscalMatch(sale, fiscal)
    if (same) return new ReceiptAlreadyUsedError({ purchaseId: same.purchaseId, receiptRef: sale.receiptRef })
    const no = documentNoOf(sale.receiptRef)
    const isClaimed = claims.some(
      ({ receipt, occurredAt }) => readFiscalId(receipt).i === no && isSameSale(occurredAt, sale.soldAt),
    )
    return isClaimed
      ? new InvalidInputError({
          path: ['positions'],
          problem: 'A customer has claimed this receipt: confirm or decline that claim first.',
        })
      : undefined
  }
}
