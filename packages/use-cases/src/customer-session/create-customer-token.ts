import { databaseNow } from '@artel/store'
import type { Context } from '../access/principal.ts'
import type { SessionKey } from '../keys/create-widget-session.ts'
import { type CustomerToken, customerToken } from './customer-token.ts'
import { hostedCoalition } from './hosted-coalition.ts'
import type { PageDoor } from './page-door.ts'
import { isSessionAlive, MOST_DEVICES, personsOf, useCustomerSession } from './stored-session.ts'

/** A device on which a customer is signed in, as it is shown to the customer. */
export interface SignedInDevice {
  readonly device: string
  readonly network: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

/** A token for who is signed in, or none. */
export interface CreatedCustomerToken {
  readonly coalitionId: string
  /** Null for a secret that is no session, or none any more. */
  readonly token: CustomerToken | null
  /** What the browser's cookie is to hold from now on; null: what it holds. */
  readonly secret: string | null
  /** Newest use first, 20 at most. */
  readonly devices: readonly SignedInDevice[]
}

/**
 * Turns the session of a customer on the coalition's page into a short token. Anybody: who is signed in, the cookie says. Throws NotFoundError.
 */
export async function createCustomerToken(
  { store }: Context,
  input: {
    readonly coalition: string
    /** What the browser's cookie of that coalition holds; null: nothing. */
    readonly secretOf: (coalitionId: string) => string | null
    readonly door: PageDoor
    readonly sessionKey: SessionKey
  },
): Promise<CreatedCustomerToken> {
  const { door, sessionKey } = input
  const { id: coalitionId } = await hostedCoalition(store, input.coalition)
  const secret = input.secretOf(coalitionId)
  const used = secret === null ? undefined : await useCustomerSession(store, { coalitionId, secret })
  if (!used) return { coalitionId, token: null, secret: null, devices: [] }
  const { session } = used
  const now = await databaseNow(store.pool)
  const sessions = await store.prisma.customerSession.findMany({
    where: { coalitionId, customerId: { in: await personsOf(store, session) }, endedAt: null },
    ...{ orderBy: { lastSeenAt: 'desc' }, take: MOST_DEVICES },
  })
  const devices = sessions
    .filter((one) => isSessionAlive(one, now))
    .map(({ id, device, network, createdAt, lastSeenAt }) => ({
      ...{ device, network, createdAt, lastSeenAt, isThis: id === session.id },
    }))
  const token = await customerToken(session, { door, sessionKey })
  return { coalitionId, token, secret: used.secret, devices }
}
