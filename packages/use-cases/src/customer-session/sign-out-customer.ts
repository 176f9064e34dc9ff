import { databaseNow } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { hostedCoalition } from './hosted-coalition.ts'
import { endCustomerSessions, useCustomerSession } from './stored-session.ts'

/**
 * Ends the session of a secret, or with `everywhere` every session of its customer, and answers how many those were. The tokens of a
 * session end with it, on every process within five seconds. Throws NotFoundError.
 */
export async function signOutCustomer(
  { store }: Context,
  input: {
    readonly coalition: string
    /** What the browser's cookie of that coalition holds; null: nothing. */
    readonly secretOf: (coalitionId: string) => string | null
    readonly everywhere: boolean
  },
): Promise<{ readonly coalitionId: string; readonly ended: number }> {
  const { secretOf, everywhere } = input
  const { id: coalitionId } = await hostedCoalition(store, input.coalition)
  const secret = secretOf(coalitionId)
  const used = secret === null ? undefined : await useCustomerSession(store, { coalitionId, secret })
  if (!used) return { coalitionId, ended: 0 }
  const { session } = used
  const now = await databaseNow(store.pool)
  if (everywhere) return { coalitionId, ended: await endCustomerSessions(store.prisma, session, now) }
  const { count } = await store.prisma.customerSession.updateMany({
    where: { coalitionId, endedAt: null, id: session.id },
    data: { endedAt: now },
  })
  return { coalitionId, ended: count }
}
