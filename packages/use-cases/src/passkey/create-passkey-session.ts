import { SignInFailedError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import type { Passkey } from '@artel/store/prisma'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Context } from '../access/principal.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { type StartedSession, startSessionIn } from '../session/start-session.ts'
import { relyingParty, takeChallenge } from './challenge.ts'
import { challengeOf, readResponse } from './read-response.ts'
import { webauthn } from './webauthn.ts'

export interface CreatePasskeySessionInput {
  /** The authenticator's answer, JSON. */
  readonly response: string
  readonly door: StaffDoor
}

/**
 * Signs somebody in by a passkey. What they have and that it knew them are two factors: the session lacks none. A counter that goes
 * back tells of a copy, and is refused like a wrong signature. Anybody. Throws SignInFailedError.
 */
export async function createPasskeySession(
  context: Context,
  { response, door }: CreatePasskeySessionInput,
): Promise<StartedSession> {
  const { store } = context
  const { passkey, newCounter } = await proven(context, { response, door })
  const now = await databaseNow(store.pool)
  return store.prisma.$transaction(async (transaction) => {
    const { id, counter, personId } = passkey
    // The one that was read: neither removed since nor used by another with the same count.
    const { count } = await transaction.passkey.updateMany({
      where: { id, counter },
      data: { counter: newCounter, lastUsedAt: now },
    })
    if (count === 0) throw new SignInFailedError()
    const start = { personId, startedBy: 'PASSKEY', confirmedAt: now, now } as const
    return startSessionIn(context, transaction, door, start)
  })
}

async function proven(
  { store }: Context,
  { response, door }: CreatePasskeySessionInput,
): Promise<{ readonly passkey: Passkey; readonly newCounter: bigint }> {
  const read = readResponse<AuthenticationResponseJSON>(response, [
    'clientDataJSON',
    'authenticatorData',
    'signature',
  ])
  const challenge = read && challengeOf(read.response)
  if (!challenge || !(await takeChallenge(store, { challenge, personId: null })))
    throw new SignInFailedError()
  const passkey = await store.prisma.passkey.findUnique({ where: { credentialId: read.id } })
  if (!passkey) throw new SignInFailedError()
  const { rpID, origin } = relyingParty(door)
  const { credentialId, publicKey, counter } = passkey
  const credential = { id: credentialId, publicKey: new Uint8Array(publicKey), counter: Number(counter) }
  const asked = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID }
  try {
    const { verified, authenticationInfo } = await (await webauthn()).verifyAuthenticationResponse({
      response: read,
      credential,
      ...asked,
    })
    if (verified) return { passkey, newCounter: BigInt(authenticationInfo.newCounter) }
  } catch {
    // As with a wrong password: what exactly was wrong is told to nobody.
  }
  throw new SignInFailedError()
}
