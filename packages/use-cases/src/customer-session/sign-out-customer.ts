import { databaseNow } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { hostedCoalition } from './hosted-coalition.ts'
import { personsOf, useCustomerSession } from './stored-session.ts'

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
  const which = everywhere ? { customerId: { in: await personsOf(store, session) } } : { id: session.id }
  const { count } = await store.prisma.customerSession.updateMany({
    where: { coalitionId, endedAt: null, ...which },
    data: { endedAt: await databaseNow(store.pool) },
  })
  return { coalitionId, ended: count }
}
