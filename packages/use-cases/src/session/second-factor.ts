import { CodeNotValidError, SecondFactorUnreadableError } from '@artel/ledger'
import { databaseNow, type Store } from '@artel/store'
import type { Person, Prisma } from '@artel/store/prisma'
import { requireOwnSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { checkText } from '../input/text.ts'
import { countCode, countSecret } from './attempt.ts'
import { type Asking, findKeeper, lockKeeper, refuseUnlessMayEnrol } from './credential-keeper.ts'
import { isKnownHere } from './known-device.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'
import type { StaffDoor } from './staff-door.ts'
import { renewSecret, renewSecretIn, type StartedSession } from './start-session.ts'
import { tellOfCredentials } from './tell-of-credentials.ts'
import { hashRecoveryCode, makeRecoveryCodes, makeTotpSecret, stepOfCode, totpUri } from './totp.ts'

const MAX_LABEL_LENGTH = 80

/** A second factor that waits for its first code. */
export interface TotpEnrolment {
  /** Base32, for who types it. */
  readonly secret: string
  /** `otpauth://totp/...`, for who scans it. */
  readonly uri: string
}

/**
 * Makes the secret of a second factor for who is signed in; it counts once `confirmTotp` has seen a code of it. One that is
 * in use is only replaced in a session that has given it, and the first one is made in a session that a link began: with the
 * password alone nobody gets into a role that demands a second factor, whether it is held already or accepted later. Throws
 * SecondFactorStaleError, SecondFactorEnrolledError, LinkRequiredError.
 */
export async function enrolTotp(
  context: Context,
  { label, door }: { readonly label?: string | null; readonly door: StaffDoor },
): Promise<TotpEnrolment> {
  const { store } = context
  const asking = requireOwnSession(context.principal)
  const now = await databaseNow(store.pool)
  const secret = makeTotpSecret()
  const totpPending = sealSecret(door.secretsKey, asking.personId, secret)
  const person = await store.prisma.$transaction(async (transaction) => {
    const keeper = await lockKeeper(transaction, asking)
    refuseUnlessMayEnrol(keeper, now)
    await transaction.person.update({ where: { id: keeper.person.id }, data: { totpPending } })
    await recordPersonAct(context, transaction, { act: 'totpEnrol', personId: keeper.person.id })
    return keeper.person
  })
  return {
    secret,
    uri: totpUri(secret, label ? checkText(['label'], label, MAX_LABEL_LENGTH) : person.email),
  }
}

/** A confirmed session and the recovery codes, which are shown this once. */
export interface ConfirmedTotp extends StartedSession {
  readonly recoveryCodes: readonly string[]
}

/**
 * Puts the second factor into use with its first code. The session goes on under a new secret, and all others of the person
 * end: they were made with less. Recovery codes of before are void. The person is told by mail. Throws CodeNotValidError,
 * SignInDelayedError, SecondFactorStaleError, SecondFactorEnrolledError, LinkRequiredError, SecondFactorUnreadableError.
 */
export async function confirmTotp(
  context: Context,
  { code, door }: { readonly code: string; readonly door: StaffDoor },
): Promise<ConfirmedTotp> {
  const { store } = context
  const asking = requireOwnSession(context.principal)
  const { personId } = asking
  const now = await databaseNow(store.pool)
  refuseUnlessMayEnrol(await findKeeper(store.prisma, asking), now)
  const attempt = await countSecret(store, door, 'enrolment', personId)
  const { recoveryCodes, ...confirmed } = await store.prisma.$transaction((transaction) =>
    putIntoUse(context, transaction, { asking, code: code.trim(), door, now }),
  )
  await attempt.succeeded()
  await tellOfCredentials(context, confirmed.email, 'TOTP_SET')
  return { ...confirmed.started, recoveryCodes }
}

/**
 * Gives the second factor in a session: a code of the app, or a recovery code. Each works once, on whatever process. The
 * session goes on under a new secret. Throws CodeNotValidError, SignInDelayedError, SecondFactorUnreadableError.
 */
export async function confirmSession(
  context: Context,
  { code, door }: { readonly code: string; readonly door: StaffDoor },
): Promise<StartedSession> {
  const { store } = context
  const { personId, sessionId } = requireOwnSession(context.principal)
  const { person } = await findKeeper(store.prisma, { personId, sessionId })
  if (person.totpConfirmedAt === null) throw new CodeNotValidError({}, { path: ['code'] })
  const now = await databaseNow(store.pool)
  await spendCode(store, { person, code, door, now })
  return renewSecret(context, door, { sessionId, confirmedAt: now, act: 'sessionConfirmTotp' })
}

interface GivenCode {
  readonly person: Person
  readonly code: string
  readonly door: StaffDoor
  readonly now: Date
}

/** Moves the waiting secret into the place of the one before, if the code is its, with all that goes along: one act or none. */
async function putIntoUse(
  context: Context,
  transaction: Prisma.TransactionClient,
  { asking, code, door, now }: Pick<GivenCode, 'code' | 'door' | 'now'> & { readonly asking: Asking },
): Promise<{
  readonly started: StartedSession
  readonly email: string
  readonly recoveryCodes: readonly string[]
}> {
  const keeper = await lockKeeper(transaction, asking)
  refuseUnlessMayEnrol(keeper, now)
  const { id, email, totpPending } = keeper.person
  const secret = totpPending === null ? null : opened(door, id, totpPending)
  const step = secret === null ? undefined : stepOfCode(secret, code, { now, lastStep: 0n })
  if (step === undefined) throw new CodeNotValidError({}, { path: ['code'] })
  await transaction.person.update({
    where: { id },
    data: { totpSealed: totpPending, totpPending: null, totpConfirmedAt: now, totpLastStep: step },
  })
  const recoveryCodes = makeRecoveryCodes()
  const hashes = recoveryCodes.map((one) => ({ personId: id, codeHash: hashRecoveryCode(id, one) }))
  await transaction.recoveryCode.deleteMany({ where: { personId: id } })
  await transaction.recoveryCode.createMany({ data: hashes })
  await transaction.staffSession.updateMany({
    where: { personId: id, endedAt: null, id: { not: asking.sessionId } },
    data: { endedAt: now },
  })
  await recordPersonAct(context, transaction, { act: 'totpConfirm', personId: id })
  const renewed = { sessionId: asking.sessionId, confirmedAt: now, now }
  return { started: await renewSecretIn(context, transaction, door, renewed), email, recoveryCodes }
}

/** Uses a code up. Throws CodeNotValidError and SignInDelayedError. */
async function spendCode(store: Store, { person, code, door, now }: GivenCode): Promise<void> {
  const typed = code.trim()
  const given = { person, code: typed, door, now }
  const isOfApp = /^\d{6}$/.test(typed)
  const { id, email } = person
  const attempt = isOfApp
    ? await countCode(store, door, { account: id, isKnown: await isKnownHere(store, door, email) })
    : await countSecret(store, door, 'recovery code', id)
  const isSpent = isOfApp ? await spendStep(store, given) : await spendRecoveryCode(store, given)
  if (!isSpent) throw new CodeNotValidError({}, { path: ['code'] })
  await attempt.succeeded()
}

async function spendRecoveryCode({ prisma }: Store, { person, code, now }: GivenCode): Promise<boolean> {
  const { count } = await prisma.recoveryCode.updateMany({
    where: { personId: person.id, codeHash: hashRecoveryCode(person.id, code), usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}

async function spendStep({ prisma }: Store, { person, code, door, now }: GivenCode): Promise<boolean> {
  const secret = opened(door, person.id, person.totpSealed ?? '')
  const step = stepOfCode(secret, code, { now, lastStep: person.totpLastStep })
  if (step === undefined) return false
  // The condition lets one of several that come with the same code win.
  const { count } = await prisma.person.updateMany({
    where: { id: person.id, totpSealed: person.totpSealed, totpLastStep: { lt: step } },
    data: { totpLastStep: step },
  })
  return count === 1
}

/** The secret of a second factor. Throws SecondFactorUnreadableError where the deployment's key does not open it. */
function opened({ secretsKey }: StaffDoor, personId: string, sealed: string): string {
  try {
    return openSecret(secretsKey, personId, sealed)
  } catch {
    throw new SecondFactorUnreadableError()
  }
}
