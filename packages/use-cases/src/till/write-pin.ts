import { lockPerson, newId } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import type { PinOwner } from './pin.ts'
import { servesAt } from './till-cashier.ts'

/** How a PIN came to be set, and by whom: raw UUIDs. */
export type PinSetter =
  | { readonly kind: 'SET_IN_PERSON'; readonly byId: string }
  /** By whom the code was made, and at which till it was used. */
  | { readonly kind: 'SET_BY_CODE'; readonly byId: string; readonly tillId: string }

/**
 * Writes a PIN in the place of the one before, with its failures forgotten, and that it was set, which stays. Codes that wait for the
 * person at the member are void, and sessions that the PIN of before began end. False, and nothing written, for who has no role
 * there any more: the person is held, so that a role that is being revoked takes the PIN with it.
 */
export async function writePin(
  transaction: Prisma.TransactionClient,
  owner: PinOwner,
  { pinHash, setAt, setter }: { readonly pinHash: string; readonly setAt: Date; readonly setter: PinSetter },
): Promise<boolean> {
  const { coalitionId, memberId, personId } = owner
  await lockPerson(transaction, personId)
  const serves = await transaction.person.count({
    where: { id: personId, ...servesAt({ coalitionId, memberId }) },
  })
  if (serves === 0) return false
  const data = { pinHash, setAt, failures: 0, failuresTold: 0 }
  await transaction.cashierPin.upsert({
    where: { coalitionId_memberId_personId: owner },
    create: { ...owner, ...data },
    update: data,
  })
  await transaction.pinChange.create({ data: { ...owner, ...setter, id: newId(), changedAt: setAt } })
  await transaction.pinCode.deleteMany({ where: { coalitionId, memberId, personId } })
  await transaction.staffSession.updateMany({
    where: { personId, endedAt: null, till: { coalitionId, memberId } },
    data: { endedAt: setAt },
  })
  return true
}
