import type { Context } from '../access/principal.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { CHALLENGE_LIFE_MS, keepChallenge, relyingParty } from './challenge.ts'
import { webauthn } from './webauthn.ts'

/**
 * What a browser needs to sign somebody in by a passkey; it names nobody, so that nothing is told of who has one. The answer is for
 * `createPasskeySession`, once, within five minutes. Anybody.
 */
export async function startPasskeySignIn(
  { store }: Pick<Context, 'store'>,
  { door }: { readonly door: StaffDoor },
): Promise<{ readonly options: string }> {
  const { rpID } = relyingParty(door)
  const options = await (await webauthn()).generateAuthenticationOptions({
    ...{ rpID, userVerification: 'required', timeout: CHALLENGE_LIFE_MS },
  })
  await keepChallenge(store, { challenge: options.challenge, personId: null })
  return { options: JSON.stringify(options) }
}
