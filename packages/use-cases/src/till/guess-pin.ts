import type { Store } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import type { StaffDoor } from '../session/staff-door.ts'
import { isPin, type PinOwner } from './pin.ts'

/** So many wrong attempts a PIN stands in all its life, however long they take; after them it is void until another one is set. */
export const MOST_FAILURES = 100

/**
 * The hash of a PIN that is the owner's, null for a wrong one. The attempt counts as failed before it is looked at, on whatever
 * process, until `takeFailureBack`.
 */
export async function guessPin(
  { prisma }: Store,
  door: StaffDoor,
  { pin, ...owner }: PinOwner & { readonly pin: string },
): Promise<string | null> {
  const { count } = await prisma.cashierPin.updateMany({
    where: { ...owner, failures: { lt: MOST_FAILURES } },
    data: { failures: { increment: 1 } },
  })
  const row = await prisma.cashierPin.findUnique({ where: { coalitionId_memberId_personId: owner } })
  const pinHash = count === 1 && row !== null ? row.pinHash : null
  return (await isPin(door, { ...owner, pin, pinHash })) ? pinHash : null
}

/**
 * An attempt was right, and counts no longer; those before it go on counting, or a colleague would guess between two sign-ins of
 * the owner for ever. Answers how many wrong ones there were since the owner was last told; null when the PIN was set anew meanwhile.
 */
export async function takeFailureBack(
  transaction: Prisma.TransactionClient,
  owner: PinOwner,
  pinHash: string,
): Promise<number | null> {
  const where = { ...owner, pinHash }
  const [row] = await transaction.cashierPin.updateManyAndReturn({
    where,
    data: { failures: { decrement: 1 } },
  })
  if (!row) return null
  await transaction.cashierPin.updateMany({ where, data: { failuresTold: row.failures } })
  return row.failures - row.failuresTold
}
