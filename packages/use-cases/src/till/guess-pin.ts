import type { Store } from '@artel/store'
import type { StaffDoor } from '../session/staff-door.ts'
import { isPin, type PinOwner } from './pin.ts'

/** So many wrong attempts in a row a PIN stands, however long they take; after them it is void until another one is set. */
export const MOST_FAILURES = 100

/** Whether a PIN is the owner's. The attempt counts as failed before it is looked at, on whatever process. */
export async function guessPin(
  { prisma }: Store,
  door: StaffDoor,
  { pin, ...owner }: PinOwner & { readonly pin: string },
): Promise<boolean> {
  const { count } = await prisma.cashierPin.updateMany({
    where: { ...owner, failures: { lt: MOST_FAILURES } },
    data: { failures: { increment: 1 } },
  })
  const row = await prisma.cashierPin.findUnique({ where: { coalitionId_memberId_personId: owner } })
  const pinHash = count === 1 && row !== null ? row.pinHash : null
  if (!(await isPin(door, { ...owner, pin, pinHash }))) return false
  await prisma.cashierPin.updateMany({ where: { ...owner, pinHash: pinHash ?? '' }, data: { failures: 0 } })
  return true
}
