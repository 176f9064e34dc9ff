import { databaseNow, newId, type Store } from '@artel/store'
import type { StaffSession } from '@artel/store/prisma'
import { hashSecret, makeSessionSecret } from './session-secret.ts'
import { networkShown, type StaffDoor } from './staff-door.ts'

const HOUR_MS = 3_600_000
/** A session that nobody uses for so long is over, milliseconds. */
export const IDLE_MS = 12 * HOUR_MS
/** However much it is used, a session ends after so long, milliseconds. */
const LIFETIME_MS = 14 * 24 * HOUR_MS
const MAX_DEVICE_LENGTH = 80

/** A session and its secret, which is shown this once. */
export interface StartedSession {
  readonly session: StaffSession
  readonly secret: string
}

/** Starts a session of a person who has proven who they are. The second factor, if there is one, is still to come. */
export async function startSession(
  { prisma, pool }: Store,
  door: StaffDoor,
  personId: string,
): Promise<StartedSession> {
  const now = await databaseNow(pool)
  const secret = makeSessionSecret()
  const session = await prisma.staffSession.create({
    data: {
      id: newId(),
      personId,
      tokenHash: hashSecret(secret),
      device: door.device.slice(0, MAX_DEVICE_LENGTH),
      network: networkShown(door.address),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LIFETIME_MS),
    },
  })
  return { session, secret }
}

/** Gives a session another secret, so that whoever had seen the one before has nothing: when it comes to mean more. */
export async function renewSecret(
  { prisma }: Pick<Store, 'prisma'>,
  sessionId: string,
  changed: { readonly confirmedAt?: Date } = {},
): Promise<StartedSession> {
  const secret = makeSessionSecret()
  const session = await prisma.staffSession.update({
    where: { id: sessionId },
    data: { tokenHash: hashSecret(secret), ...changed },
  })
  return { session, secret }
}
