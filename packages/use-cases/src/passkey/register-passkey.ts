import { InvalidInputError } from '@artel/ledger'
import { databaseNow, newId } from '@artel/store'
import type { Passkey } from '@artel/store/prisma'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { requireOwnSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { checkText } from '../input/text.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { relyingParty, takeChallenge } from './challenge.ts'
import { passkeyKeeper } from './passkey-keeper.ts'
import { challengeOf, readResponse } from './read-response.ts'
import { webauthn } from './webauthn.ts'

const MAX_NAME_LENGTH = 80
const MAX_PASSKEYS = 20

export interface RegisterPasskeyInput {
  /** The authenticator's answer, JSON. */
  readonly response: string
  /** What its owner calls it. */
  readonly name: string
  readonly door: StaffDoor
}

/**
 * Keeps the passkey that an authenticator made. It signs its person in from then on, without a password, and counts as the second
 * factor. Throws InvalidInputError for an answer that is none to the challenge, SecondFactorEnrolledError, LinkRequiredError.
 */
export async function registerPasskey(
  context: Context,
  { response, name, door }: RegisterPasskeyInput,
): Promise<{ readonly passkey: Passkey }> {
  const { store } = context
  const { person, passkeys } = await passkeyKeeper(store, requireOwnSession(context.principal))
  const called = checkText(['name'], name, MAX_NAME_LENGTH)
  if (passkeys.length >= MAX_PASSKEYS)
    throw new InvalidInputError({
      path: ['response'],
      problem: `Must be one of at most ${MAX_PASSKEYS}: remove one first.`,
    })
  const { credential } = await verified(context, { response, personId: person.id, door })
  const createdAt = await databaseNow(store.pool)
  const { id: credentialId, publicKey, counter, transports = [] } = credential
  const data = {
    ...{ id: newId(), personId: person.id, credentialId, publicKey, counter: BigInt(counter), transports },
    ...{ name: called, createdAt },
  }
  try {
    return await store.prisma.$transaction(async (transaction) => {
      const passkey = await transaction.passkey.create({ data })
      await recordPersonAct(context, transaction, { act: 'passkeyRegister', personId: person.id })
      return { passkey }
    })
  } catch (error) {
    throw isUniqueViolation(error) ? notTheAnswer() : error
  }
}

async function verified(
  { store }: Context,
  {
    response,
    personId,
    door,
  }: { readonly response: string; readonly personId: string; readonly door: StaffDoor },
) {
  const read = readResponse<RegistrationResponseJSON>(response, ['clientDataJSON', 'attestationObject'])
  const challenge = read && challengeOf(read.response)
  if (!challenge || !(await takeChallenge(store, { challenge, personId }))) throw notTheAnswer()
  const { rpID, origin } = relyingParty(door)
  const asked = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID }
  try {
    const { verified, registrationInfo } = await (await webauthn()).verifyRegistrationResponse({
      response: read,
      ...asked,
    })
    if (verified) return registrationInfo
  } catch {
    // Whatever the library finds wrong with an answer from outside, it is no answer; the reason tells of it, not of a fault here.
  }
  throw notTheAnswer()
}

const notTheAnswer = () =>
  new InvalidInputError({
    path: ['response'],
    problem: "Must be the authenticator's answer to a challenge of the last minutes. Begin anew.",
  })
