import { ReceiptNotClaimableError } from '@artel/ledger'
import { type LocalDate, localDateOf } from '@artel/rules'
import { coalitionNow, freeReceiptClaim, holdChain, newId, type Store } from '@artel/store'
import type { Prisma, ReceiptClaim } from '@artel/store/prisma'
import { stateOfReceiptClaim } from './state-of.ts'

/** A claim that a yes has taken: for whom, under which key, and the id of the purchase. */
export interface TakenClaim {
  readonly customerId: string
  readonly purchaseId: string
  readonly key: string
}

type Name = Pick<ReceiptClaim, 'coalitionId' | 'id'>

/**
 * Takes a claim for a yes: of several at the same instant, and of a yes and a no, one. A yes that was cut off goes on under its first key,
 * so that what was posted is found. Throws ReceiptNotClaimableError.
 */
export async function takeReceiptClaim(
  store: Store,
  row: ReceiptClaim,
  { key, timeZone }: { readonly key: string; readonly timeZone: string },
): Promise<TakenClaim> {
  const { coalitionId, id } = row
  const { prisma } = store
  const takenAt = await coalitionNow(store, coalitionId)
  const today = localDateOf(takenAt, timeZone)
  const taken = { customerId: await survivorOf(store, row), purchaseId: newId(), key }
  const { count } = await prisma.receiptClaim.updateMany({
    where: { ...openOn({ coalitionId, id }, today), customerId: row.customerId },
    data: { ...taken, takenAt },
  })
  if (count === 1) return taken
  const now = await prisma.receiptClaim.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id } } })
  const { customerId, purchaseId, key: ownKey } = now
  const isCutOff = now.confirmedAt === null || ownKey === key
  if (purchaseId !== null && ownKey !== null && isCutOff) return { customerId, purchaseId, key: ownKey }
  const state = stateOfReceiptClaim(now, today)
  // Handed on by a merge while it was looked at.
  if (state === 'PENDING') return takeReceiptClaim(store, now, { key, timeZone })
  throw new ReceiptNotClaimableError({ bar: state }, { path: ['id'] })
}

/** A claim that may be decided on a local day. */
export const openOn = (name: Name, today: LocalDate): Prisma.ReceiptClaimWhereInput => ({
  ...name,
  ...{ takenAt: null, declinedAt: null, endedAt: null, recordedAt: null },
  lastDay: { gte: new Date(today) },
})

/** Who claimed, or whom that customer was merged into. */
async function survivorOf({ prisma }: Store, { coalitionId, customerId }: ReceiptClaim): Promise<string> {
  const where = { coalitionId_id: { coalitionId, id: customerId } }
  const found = await prisma.customer.findUnique({ where, select: { mergedIntoId: true } })
  return found?.mergedIntoId ?? customerId
}

/** Makes a claim free again: only when nothing will ever be posted under the key that took it. */
export function giveBackReceiptClaim(
  { prisma }: Store,
  { coalitionId, id }: Name,
  { purchaseId }: TakenClaim,
): Promise<void> {
  return prisma.$transaction(async (transaction) => {
    await holdChain(transaction, coalitionId)
    await freeReceiptClaim(transaction, { coalitionId, id, purchaseId })
  })
}
