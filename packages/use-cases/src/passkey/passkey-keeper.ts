import { LinkRequiredError, SecondFactorEnrolledError } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Passkey, Person } from '@artel/store/prisma'

/**
 * Who may change which passkeys there are: a session that has given a second factor, which a passkey is too, or, while there is none
 * of either kind, one that a password did not begin. Throws SecondFactorEnrolledError and LinkRequiredError.
 */
export async function passkeyKeeper(
  { prisma }: Store,
  { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
): Promise<{ readonly person: Person; readonly passkeys: readonly Passkey[] }> {
  const [person, session] = await Promise.all([
    prisma.person.findUniqueOrThrow({ where: { id: personId }, include: { passkeys: true } }),
    prisma.staffSession.findUniqueOrThrow({ where: { id: sessionId } }),
  ])
  const { passkeys } = person
  if (session.confirmedAt !== null) return { person, passkeys }
  if (person.totpConfirmedAt !== null || passkeys.length > 0) throw new SecondFactorEnrolledError()
  if (session.startedBy === 'PASSWORD') throw new LinkRequiredError()
  return { person, passkeys }
}
