import { databaseNow, newId } from '@artel/store'
import type { Person, Prisma, StaffSession } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import type { ActName } from '../audit/acts.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { makeDeviceProof } from './known-device.ts'
import { hashSecret, makeSessionSecret } from './session-secret.ts'
import { networkShown, type StaffDoor } from './staff-door.ts'

const HOUR_MS = 3_600_000
/** A session that nobody uses for so long is over, milliseconds. */
export const IDLE_MS = 12 * HOUR_MS
/** However much it is used, a session ends after so long, milliseconds. */
const LIFETIME_MS = 14 * 24 * HOUR_MS
/** So does one by PIN, after a working day. */
const PIN_LIFETIME_MS = 12 * HOUR_MS
const MAX_DEVICE_LENGTH = 80

/** A session and its secret, which is shown this once. */
export interface StartedSession {
  readonly session: StaffSession
  readonly secret: string
  /** For the browser to keep, once everything was given that there is to give; null before the second factor. */
  readonly deviceProof: string | null
}

const WITH_PERSON = {
  person: { select: { email: true, totpConfirmedAt: true, passwordHash: true, totpSealed: true } },
} as const

/** A session under a new secret, for whoever it is about. */
interface Renewed {
  readonly session: StaffSession & {
    readonly person: Pick<Person, 'email' | 'totpConfirmedAt' | 'passwordHash' | 'totpSealed'>
  }
  readonly secret: string
  readonly now: Date
}

function started(door: StaffDoor, { session: { person, ...session }, secret, now }: Renewed): StartedSession {
  const isProven =
    session.tillId === null && (person.totpConfirmedAt === null || session.confirmedAt !== null)
  return { session, secret, deviceProof: isProven ? makeDeviceProof(door, person, now) : null }
}

/** How somebody proved who they are: links have proven the e-mail too. */
export type StartedBy = 'PASSWORD' | 'LINK' | 'INVITATION' | 'PIN' | 'PASSKEY'

/** Of whom a session is, and how it began. */
interface SessionStart {
  readonly personId: string
  readonly startedBy: StartedBy
  /** When the second factor was given with it; left out: it is still to come. */
  readonly confirmedAt?: Date
  /** Of one by PIN: its till. */
  readonly till?: { readonly coalitionId: string; readonly tillId: string }
}

/** Starts a session of a person who has proven who they are. The second factor, if there is one, is still to come. */
export async function startSession(
  context: Pick<Context, 'store' | 'principal' | 'from'>,
  door: StaffDoor,
  start: SessionStart,
): Promise<StartedSession> {
  const { prisma, pool } = context.store
  const now = await databaseNow(pool)
  return prisma.$transaction((transaction) => startSessionIn(context, transaction, door, { ...start, now }))
}

/** The same within a transaction, at an instant of the database's clock. */
export async function startSessionIn(
  context: Pick<Context, 'principal' | 'from'>,
  transaction: Pick<Prisma.TransactionClient, 'staffSession' | 'staffGrant' | '$queryRawUnsafe'>,
  door: StaffDoor,
  { personId, startedBy, till, confirmedAt, now }: SessionStart & { readonly now: Date },
): Promise<StartedSession> {
  const secret = makeSessionSecret()
  const id = newId()
  const data = {
    ...{ id, personId, tokenHash: hashSecret(secret), startedBy },
    device: door.device.slice(0, MAX_DEVICE_LENGTH),
    network: networkShown(door.address),
    ...till,
    ...(confirmedAt ? { confirmedAt } : {}),
    ...{ createdAt: now, lastSeenAt: now },
    expiresAt: new Date(now.getTime() + (till ? PIN_LIFETIME_MS : LIFETIME_MS)),
  }
  const session = await transaction.staffSession.create({ include: WITH_PERSON, data })
  if (!till) await endOldest(transaction, { personId, id, now })
  const details = { startedBy, session: encodePublicId('staffSession', id) }
  await recordPersonAct(context, transaction, { act: 'sessionCreate', personId, details })
  return started(door, { session, secret, now })
}

/**
 * Sessions of one person at once, those of tills apart. Who signs in once more leaves the oldest, and before any that gave the second
 * factor those that did not: whoever has the password alone would throw out everybody who has proven more.
 */
const MOST_SESSIONS = 20

async function endOldest(
  { staffSession }: Pick<Prisma.TransactionClient, 'staffSession'>,
  { personId, id, now }: { readonly personId: string; readonly id: string; readonly now: Date },
): Promise<void> {
  const others = { personId, id: { not: id }, tillId: null, endedAt: null, expiresAt: { gt: now } }
  const oldest = await staffSession.findMany({
    where: others,
    orderBy: [{ confirmedAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'desc' }],
    skip: MOST_SESSIONS - 1,
    select: { id: true },
  })
  if (oldest.length > 0)
    await staffSession.updateMany({
      where: { id: { in: oldest.map(({ id }) => id) }, endedAt: null },
      data: { endedAt: now },
    })
}

/**
 * Gives a session another secret, so that whoever had seen the one before has nothing: when it comes to mean more. `act` is
 * recorded with it, where that has not been done with what came before.
 */
export async function renewSecret(
  context: Pick<Context, 'store' | 'principal' | 'from'>,
  door: StaffDoor,
  {
    sessionId,
    act,
    ...changed
  }: { readonly sessionId: string; readonly confirmedAt?: Date; readonly act?: ActName },
): Promise<StartedSession> {
  const { prisma, pool } = context.store
  const now = await databaseNow(pool)
  return prisma.$transaction((transaction) =>
    renewSecretIn(context, transaction, door, { sessionId, now, ...(act ? { act } : {}), ...changed }),
  )
}

/** The same within a transaction, at an instant of the database's clock. */
export async function renewSecretIn(
  context: Pick<Context, 'principal' | 'from'>,
  transaction: Prisma.TransactionClient,
  door: StaffDoor,
  {
    sessionId,
    act,
    now,
    ...changed
  }: {
    readonly sessionId: string
    readonly confirmedAt?: Date
    readonly act?: ActName
    readonly now: Date
  },
): Promise<StartedSession> {
  const secret = makeSessionSecret()
  const session = await transaction.staffSession.update({
    where: { id: sessionId },
    include: WITH_PERSON,
    data: { tokenHash: hashSecret(secret), ...changed },
  })
  if (act) await recordPersonAct(context, transaction, { act, personId: session.personId })
  return started(door, { session, secret, now })
}
