import type { Prisma } from '@artel/store/prisma'
import type { PinOwner } from './pin.ts'

/**
 * Writes a PIN in the place of the one before, with its failures forgotten. Codes that wait for the person at the member are void,
 * and sessions that the PIN of before began end.
 */
export async function writePin(
  transaction: Prisma.TransactionClient,
  owner: PinOwner,
  set: { readonly pinHash: string; readonly setAt: Date; readonly codeMadeById: string | null },
): Promise<void> {
  const data = { ...set, failures: 0 }
  await transaction.cashierPin.upsert({
    where: { coalitionId_memberId_personId: owner },
    create: { ...owner, ...data },
    update: data,
  })
  const { coalitionId, memberId, personId } = owner
  await transaction.pinCode.deleteMany({ where: { coalitionId, memberId, personId } })
  await transaction.staffSession.updateMany({
    where: { personId, endedAt: null, till: { coalitionId, memberId } },
    data: { endedAt: set.setAt },
  })
}
