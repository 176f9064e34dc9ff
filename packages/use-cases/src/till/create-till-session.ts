import { PinNotValidError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import { requireTill } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { countPin } from '../session/attempt.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { type StartedSession, startSession } from '../session/start-session.ts'
import { guessPin } from './guess-pin.ts'
import { servesAt } from './till-cashier.ts'

export interface CreateTillSessionInput {
  /** Raw UUID of who signs in. */
  readonly personId: string
  readonly pin: string
  readonly door: StaffDoor
}

/**
 * Signs a cashier in by PIN at the calling till. Whatever roles the person has, the session is a cashier's, at this till alone; the
 * session that somebody had there before ends. Who is no cashier there, has no PIN, or gives a wrong one is refused alike, after
 * the same time. Throws PinNotValidError, SignInDelayedError.
 */
export async function createTillSession(
  context: Context,
  { personId, pin, door }: CreateTillSessionInput,
): Promise<StartedSession> {
  const { store, principal } = context
  const { coalitionId, memberId, tillId } = requireTill(principal)
  const owner = { coalitionId, memberId, personId: checkId('person', personId, ['cashierId']) }
  const attempt = await countPin(store, door, { tillId, personId })
  const isRight = await guessPin(store, door, { ...owner, pin })
  const { prisma, pool } = store
  const serves = await prisma.person.findFirst({
    where: { id: personId, ...servesAt({ coalitionId, memberId }) },
    select: { id: true },
  })
  if (!isRight || serves === null) throw new PinNotValidError({}, { path: ['pin'] })
  await attempt.succeeded()
  await prisma.staffSession.updateMany({
    where: { coalitionId, tillId, endedAt: null },
    data: { endedAt: await databaseNow(pool) },
  })
  return startSession(context, door, { personId, startedBy: 'PIN', till: { coalitionId, tillId } })
}
