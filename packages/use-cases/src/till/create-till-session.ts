import { PinNotValidError } from '@artel/ledger'
import { databaseNow, lockPerson, lockTill } from '@artel/store'
import { requireTill } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { countPin } from '../session/attempt.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { type StartedSession, startSessionIn } from '../session/start-session.ts'
import { guessPin, takeFailureBack } from './guess-pin.ts'
import { servesAt } from './till-cashier.ts'

export interface CreateTillSessionInput {
  /** Raw UUID of who signs in. */
  readonly personId: string
  readonly pin: string
  readonly door: StaffDoor
}

/** A session at a till. */
export interface StartedTillSession extends StartedSession {
  /** Wrong PINs that were given for the person since the last right one, at whichever till: for the owner to notice. */
  readonly wrongPins: number
}

/**
 * Signs a cashier in by PIN at the calling till. Whatever roles the person has, the session is a cashier's, at this till alone; the
 * session that somebody had there before ends. Who is no cashier there, has no PIN, or gives a wrong one is refused alike, after
 * the same time; so is who comes while the till is revoked, or the role or the PIN taken. Throws PinNotValidError,
 * SignInDelayedError.
 */
export async function createTillSession(
  context: Context,
  { personId, pin, door }: CreateTillSessionInput,
): Promise<StartedTillSession> {
  const { store, principal } = context
  const { coalitionId, memberId, tillId } = requireTill(principal)
  const place = { coalitionId, memberId }
  const owner = { ...place, personId: checkId('person', personId, ['cashierId']) }
  const attempt = await countPin(store, door, { tillId, personId })
  const pinHash = await guessPin(store, door, { ...owner, pin })
  if (pinHash === null) throw notValid()
  const now = await databaseNow(store.pool)
  const till = { coalitionId, tillId }
  const started = await store.prisma.$transaction(async (transaction) => {
    // The till first, as its revocation does; then the person, as a new PIN and the end of a role do.
    if (!(await lockTill(transaction, till))) throw notValid()
    await lockPerson(transaction, personId)
    const serves = await transaction.person.count({ where: { id: personId, ...servesAt(place) } })
    const wrongPins = serves === 0 ? null : await takeFailureBack(transaction, owner, pinHash)
    if (wrongPins === null) throw notValid()
    await transaction.staffSession.updateMany({ where: { ...till, endedAt: null }, data: { endedAt: now } })
    const start = { personId, startedBy: 'PIN', till, now } as const
    return { ...(await startSessionIn(context, transaction, door, start)), wrongPins }
  })
  await attempt.succeeded()
  return started
}

const notValid = () => new PinNotValidError({}, { path: ['pin'] })
