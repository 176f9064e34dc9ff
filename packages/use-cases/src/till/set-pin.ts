import { databaseNow } from '@artel/store'
import { requireProvenSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import { PermissionError } from '../errors/system-error.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { checkPin, hashPin } from './pin.ts'
import { writePin } from './write-pin.ts'

/**
 * Sets the PIN of who is signed in by e-mail, for the tills of the member that the session acts for. Sessions that the PIN of before
 * began end. Throws InvalidInputError, MemberNotActiveError.
 */
export async function setPin(
  { store, principal }: Context,
  { pin, door }: { readonly pin: string; readonly door: StaffDoor },
): Promise<{ readonly setAt: Date }> {
  const { personId } = requireProvenSession(principal)
  if (principal.kind !== 'member')
    throw new PermissionError('A PIN is for the tills of a member. Name the member in Artel-Acting-For.')
  const { coalitionId, memberId, status } = principal
  refuseStatus('setPin', status)
  const owner = { coalitionId, memberId, personId }
  const pinHash = await hashPin(door, owner, checkPin(['pin'], pin))
  const setAt = await databaseNow(store.pool)
  const setter = { kind: 'SET_IN_PERSON', byId: personId } as const
  const isSet = await store.prisma.$transaction((transaction) =>
    writePin(transaction, owner, { pinHash, setAt, setter }),
  )
  // The session's roles are some seconds old where it was looked up.
  if (!isSet) throw new PermissionError('You have no role at this member any more.')
  return { setAt }
}
