import { commissionTransfers, MICROS_PER_MINOR, type Minor, micros, minor } from '@artel/ledger'
import { settleCommission } from '@artel/rules'
import {
  addCommissionPosting,
  type CommissionsToBook,
  closeEmptied,
  commissionsToBook,
  newId,
  postMoney,
  type TransactionClient,
} from '@artel/store'
import { requestHash } from '../posting/request-hash.ts'

/**
 * Books what of some commissions is in no entry yet, of those that are no longer pending, and what of their ladders is left without a
 * sale: one entry for what a payer's come to with one payee, and one for what of earlier
 * refunds is found in it. Last in its transaction, which runs alone in the coalition's settlement: from here on purchases wait for the
 * commit.
 */
export async function bookCommissions(
  client: TransactionClient,
  coalitionId: string,
  { commissionIds, at }: { readonly commissionIds: readonly string[]; readonly at: Date },
): Promise<void> {
  if (commissionIds.length === 0) return
  const emptied = await closeEmptied(client, coalitionId, { commissionIds, at })
  const sums = await commissionsToBook(client, coalitionId, {
    commissionIds: [...commissionIds, ...emptied],
    microsPerMinor: MICROS_PER_MINOR,
  })
  /** What the postings before have moved on each payee's account: sums were read before them. */
  const moved = new Map<string, bigint>()
  for (const sum of sums) {
    const before = moved.get(sum.payeeId) ?? 0n
    const has = sum.has === null ? null : minor(sum.has + before)
    const { credited, takenBack, writtenDown } = settleCommission(sum.due, { ...sum, has })
    moved.set(sum.payeeId, before + credited - takenBack)
    const isFound = credited > 0n && takenBack > 0n
    await book(client, coalitionId, {
      ...{ sum, at, isRecovery: false, credited, writtenDown, takenBack: isFound ? NOTHING : takenBack },
    })
    if (isFound)
      await book(client, coalitionId, {
        ...{ sum, at, isRecovery: true, credited: NOTHING, takenBack, writtenDown: NOTHING },
      })
  }
}

const NOTHING: Minor = minor(0n)

async function book(
  client: TransactionClient,
  coalitionId: string,
  posting: {
    readonly sum: CommissionsToBook
    readonly isRecovery: boolean
    readonly credited: Minor
    readonly takenBack: Minor
    readonly writtenDown: Minor
    readonly at: Date
  },
): Promise<void> {
  const { sum, at, isRecovery, credited, takenBack, writtenDown } = posting
  const { payerId, payeeKind, payeeId } = sum
  const id = newId()
  const isReversal = takenBack > 0n
  const amount = micros((isReversal ? takenBack : credited) * MICROS_PER_MINOR)
  const entry =
    amount === 0n
      ? null
      : await postMoney(client, coalitionId, {
          key: {
            scopeId: coalitionId,
            operation: 'commissionBook',
            key: id,
            requestHash: requestHash({ id }),
          },
          documentId: id,
          kind: isReversal ? 'COMMISSION_REVERSAL' : 'COMMISSION',
          memberId: payerId,
          transfers: commissionTransfers(
            { payerId, payee: { kind: payeeKind, id: payeeId } },
            { amount, isReversal },
          ),
          outbox: [],
        })
  await addCommissionPosting(client, coalitionId, {
    ...{ id, payerId, payeeKind, payeeId, isRecovery, credited, takenBack, writtenDown },
    due: isRecovery ? NOTHING : sum.due,
    lineIds: isRecovery ? [] : sum.lineIds,
    entry: entry && { id: entry.entryId, windowNo: Number(entry.windowNo) },
    postedAt: entry?.postedAt ?? at,
  })
}
