import { NotFoundError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import { requireProvenSession, requireSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'

/**
 * Ends a session of who is signed in: the calling one or, once the second factor is given, another of theirs. Ending twice
 * changes nothing. Every process refuses it within five seconds. Throws NotFoundError.
 */
export async function endSession(
  { store, principal }: Context,
  { id }: { readonly id?: string | null },
): Promise<{ readonly sessionId: string }> {
  const { personId, sessionId } = requireSession(principal)
  const ended = typeof id === 'string' ? checkId('staffSession', id, ['id']) : sessionId
  if (ended !== sessionId) requireProvenSession(principal)
  const found = await store.prisma.staffSession.findFirst({ where: { id: ended, personId } })
  if (!found) throw new NotFoundError({ what: 'staffSession' }, { path: ['id'] })
  await store.prisma.staffSession.updateMany({
    where: { id: ended, personId, endedAt: null },
    data: { endedAt: await databaseNow(store.pool) },
  })
  return { sessionId: ended }
}

/** Ends every session of who is signed in, with `keepThis` but the calling one, and answers how many those were. */
export async function endAllSessions(
  { store, principal }: Context,
  { keepThis }: { readonly keepThis: boolean },
): Promise<{ readonly ended: number }> {
  const { personId, sessionId } = requireProvenSession(principal)
  const { count } = await store.prisma.staffSession.updateMany({
    where: { personId, endedAt: null, ...(keepThis ? { id: { not: sessionId } } : {}) },
    data: { endedAt: await databaseNow(store.pool) },
  })
  return { ended: count }
}
