import { InvalidInputError } from '@artel/ledger'
import { databaseNow, newId } from '@artel/store'
import type { Passkey } from '@artel/store/prisma'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { requireOwnSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { checkText } from '../input/text.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { findKeeper, lockKeeper, refuseUnlessMayEnrol } from '../session/credential-keeper.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { tellOfCredentials } from '../session/tell-of-credentials.ts'
import { relyingParty, takeChallenge } from './challenge.ts'
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
 * factor: with the first one, where there is no other, all other sessions of its person end, as they were made with less. Throws
 * InvalidInputError for an answer that is none to the challenge, SecondFactorStaleError, SecondFactorEnrolledError, LinkRequiredError. The person is told by mail.
 */
export async function registerPasskey(
  context: Context,
  { response, name, door }: RegisterPasskeyInput,
): Promise<{ readonly passkey: Passkey }> {
  const { store } = context
  const asking = requireOwnSession(context.principal)
  const { personId, sessionId } = asking
  const now = await databaseNow(store.pool)
  // Before the challenge is used up.
  refuseUnlessMayEnrol(await findKeeper(store.prisma, asking), now)
  const called = checkText(['name'], name, MAX_NAME_LENGTH)
  const { credential } = await verified(context, { response, personId, door })
  const { id: credentialId, publicKey, counter, transports = [] } = credential
  const data = {
    ...{ id: newId(), personId, credentialId, publicKey, counter: BigInt(counter), transports },
    ...{ name: called, createdAt: now },
  }
  try {
    const { passkey, email } = await store.prisma.$transaction(async (transaction) => {
      // One person's registrations come one after another: the limit holds, and one of them is the first.
      const keeper = await lockKeeper(transaction, asking)
      refuseUnlessMayEnrol(keeper, now)
      const known = keeper.passkeys.length
      if (known >= MAX_PASSKEYS) throw tooMany()
      const passkey = await transaction.passkey.create({ data })
      if (known === 0 && keeper.person.totpConfirmedAt === null)
        await transaction.staffSession.updateMany({
          where: { personId, endedAt: null, id: { not: sessionId } },
          data: { endedAt: now },
        })
      await recordPersonAct(context, transaction, { act: 'passkeyRegister', personId })
      return { passkey, email: keeper.person.email }
    })
    await tellOfCredentials(context, email, 'PASSKEY_ADDED')
    return { passkey }
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

const tooMany = () =>
  new InvalidInputError({
    path: ['response'],
    problem: `Must be one of at most ${MAX_PASSKEYS}: remove one first.`,
  })

const notTheAnswer = () =>
  new InvalidInputError({
    path: ['response'],
    problem: "Must be the authenticator's answer to a challenge of the last minutes. Begin anew.",
  })
