import { LinkRequiredError, SecondFactorEnrolledError, SecondFactorStaleError } from '@artel/ledger'
import { lockPerson } from '@artel/store'
import type { Passkey, Person, Prisma, StaffSession } from '@artel/store/prisma'
import { PermissionError } from '../errors/system-error.ts'

/** So long a second factor that was given counts for changing what opens the account, minutes. */
const FACTOR_COUNTS_MINUTES = 10
/** So long a session that a link began counts as proof of the e-mail, milliseconds. */
const LINK_COUNTS_MS = 3_600_000

/** A person with what opens their account, and the session that asks. */
export interface Keeper {
  readonly person: Person
  readonly session: StaffSession
  readonly passkeys: readonly Passkey[]
}

/** Whose account it is, and by which session. */
export interface Asking {
  readonly personId: string
  readonly sessionId: string
}

/**
 * The account and the session as they are. A process may take a session for alive for some seconds after it ended: what changes
 * credentials looks for itself. Throws PermissionError for a session that is over.
 */
export async function findKeeper(
  prisma: Pick<Prisma.TransactionClient, 'person' | 'staffSession'>,
  { personId, sessionId }: Asking,
): Promise<Keeper> {
  const { passkeys, ...person } = await prisma.person.findUniqueOrThrow({
    where: { id: personId },
    include: { passkeys: true },
  })
  const session = await prisma.staffSession.findUniqueOrThrow({ where: { id: sessionId } })
  if (session.endedAt !== null) throw new PermissionError('This session is over. Sign in again.')
  return { person, session, passkeys }
}

/** The same, held until the transaction ends: whoever ends the session, or resets the account, comes before or after. */
export async function lockKeeper(transaction: Prisma.TransactionClient, asking: Asking): Promise<Keeper> {
  await lockPerson(transaction, asking.personId)
  return findKeeper(transaction, asking)
}

/**
 * Who may change which second factors there are: a session that has given one in the last minutes or, while there is none of either
 * kind, one that a link of the last hour began. Throws SecondFactorStaleError, SecondFactorEnrolledError, LinkRequiredError.
 */
export function refuseUnlessMayEnrol({ person, session, passkeys }: Keeper, now: Date): void {
  if (session.confirmedAt !== null) {
    refuseStale(session, now)
    return
  }
  if (person.totpConfirmedAt !== null || passkeys.length > 0) throw new SecondFactorEnrolledError()
  if (session.startedBy === 'PASSWORD' || !isFresh(session, now)) throw new LinkRequiredError()
}

/** Throws SecondFactorStaleError for a session that gave its second factor too long ago; one that gave none passes. */
export function refuseStale({ confirmedAt }: Pick<StaffSession, 'confirmedAt'>, now: Date): void {
  if (confirmedAt !== null && now.getTime() - confirmedAt.getTime() > FACTOR_COUNTS_MINUTES * 60_000)
    throw new SecondFactorStaleError({ minutes: FACTOR_COUNTS_MINUTES })
}

/** Whether a session began so lately that a link which began it counts. */
export const isFresh = ({ createdAt }: Pick<StaffSession, 'createdAt'>, now: Date): boolean =>
  now.getTime() - createdAt.getTime() < LINK_COUNTS_MS
