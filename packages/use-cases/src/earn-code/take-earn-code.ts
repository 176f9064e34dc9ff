import { EarnCodeNotUsableError } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { coalitionNow, newId, type Store } from '@artel/store'
import type { EarnCode } from '@artel/store/prisma'

/** A code that a command has taken: for whom, under which key, and the id of the purchase. */
export interface TakenEarnCode {
  readonly customerId: string
  readonly purchaseId: string
  readonly keyScopeId: string
  readonly key: string
}

type Name = Pick<EarnCode, 'coalitionId' | 'id'>

/**
 * Takes a code for a command: of several at the same instant one. A command that comes again finds it taken by itself, and a claim of the
 * same customer that was cut off goes on under its first key, so that what was posted is found. Throws EarnCodeNotUsableError.
 */
export async function takeEarnCode(
  store: Store,
  { coalitionId, id }: Name,
  by: Omit<TakenEarnCode, 'purchaseId'> & { readonly timeZone: string },
): Promise<TakenEarnCode> {
  const { customerId, keyScopeId, key, timeZone } = by
  const { prisma } = store
  const takenAt = await coalitionNow(store, coalitionId)
  const taken = { customerId, purchaseId: newId(), keyScopeId, key }
  const { count } = await prisma.earnCode.updateMany({
    where: {
      ...{ coalitionId, id, takenAt: null, revokedAt: null },
      lastDay: { gte: new Date(localDateOf(takenAt, timeZone)) },
    },
    data: { ...taken, takenAt },
  })
  if (count === 1) return taken
  const row = await prisma.earnCode.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id } } })
  const own = takenOf(row)
  const isSame = own?.keyScopeId === keyScopeId && own.key === key && own.customerId === customerId
  if (own && (isSame || (row.claimedAt === null && (await isOneOf(store, coalitionId, own, customerId)))))
    return own
  throw new EarnCodeNotUsableError({ bar: row.revokedAt ? 'REVOKED' : row.takenAt ? 'USED' : 'EXPIRED' })
}

function takenOf({ customerId, purchaseId, keyScopeId, key }: EarnCode): TakenEarnCode | undefined {
  if (customerId === null || purchaseId === null || keyScopeId === null || key === null) return undefined
  return { customerId, purchaseId, keyScopeId, key }
}

/** Whether the code was taken for the customer, or for one that was merged into it. */
async function isOneOf(
  { prisma }: Store,
  coalitionId: string,
  own: TakenEarnCode,
  customerId: string,
): Promise<boolean> {
  if (own.customerId === customerId) return true
  const where = { coalitionId, id: own.customerId, mergedIntoId: customerId }
  return (await prisma.customer.count({ where })) > 0
}

/** Says that the purchase of a taken code is there. */
export async function finishClaim(
  store: Store,
  { coalitionId, id }: Name,
  { purchaseId }: TakenEarnCode,
): Promise<void> {
  const claimedAt = await coalitionNow(store, coalitionId)
  await store.prisma.earnCode.updateMany({
    where: { coalitionId, id, purchaseId, claimedAt: null },
    data: { claimedAt },
  })
}

/** Makes a code free again: only when nothing will ever be posted under the key that took it. */
export async function giveBackClaim(
  { prisma }: Store,
  { coalitionId, id }: Name,
  { purchaseId }: TakenEarnCode,
): Promise<void> {
  await prisma.earnCode.updateMany({
    where: { coalitionId, id, purchaseId, claimedAt: null },
    data: { customerId: null, purchaseId: null, keyScopeId: null, key: null, takenAt: null },
  })
}
