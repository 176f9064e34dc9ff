import { databaseNow } from '@artel/store'
import { requireOwnSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { findKeeper, refuseUnlessMayEnrol } from '../session/credential-keeper.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { CHALLENGE_LIFE_MS, keepChallenge, relyingParty } from './challenge.ts'
import { webauthn } from './webauthn.ts'

/**
 * What a browser needs to make a passkey for who is signed in. The answer is for `registerPasskey`, once, within five minutes.
 * Throws SecondFactorStaleError, SecondFactorEnrolledError, LinkRequiredError.
 */
export async function startPasskeyRegistration(
  context: Context,
  { door }: { readonly door: StaffDoor },
): Promise<{ readonly options: string }> {
  const { store } = context
  const keeper = await findKeeper(store.prisma, requireOwnSession(context.principal))
  refuseUnlessMayEnrol(keeper, await databaseNow(store.pool))
  const { person, passkeys } = keeper
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: 'Artel',
    rpID: relyingParty(door).rpID,
    userID: Buffer.from(person.id.replaceAll('-', ''), 'hex'),
    userName: person.email,
    userDisplayName: person.name ?? person.email,
    timeout: CHALLENGE_LIFE_MS,
    attestationType: 'none',
    excludeCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(store, { challenge: options.challenge, personId: person.id })
  return { options: JSON.stringify(options) }
}
