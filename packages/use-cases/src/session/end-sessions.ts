import { NotFoundError } from '@artel/ledger'
import { databaseNow, lockPerson } from '@artel/store'
import { requireProvenSession, requireSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkId } from '../input/text.ts'

/**
 * Ends a session of who is signed in: the calling one or, once the second factor is given, another of theirs. Ending twice
 * changes nothing. Every process refuses it within five seconds. Throws NotFoundError.
 */
export async function endSession(
  context: Context,
  { id }: { readonly id?: string | null },
): Promise<{ readonly sessionId: string }> {
  const { store, principal } = context
  const { personId, sessionId } = requireSession(principal)
  const ended = typeof id === 'string' ? checkId('staffSession', id, ['id']) : sessionId
  if (ended !== sessionId) requireProvenSession(principal)
  const found = await store.prisma.staffSession.findFirst({ where: { id: ended, personId } })
  if (!found) throw new NotFoundError({ what: 'staffSession' }, { path: ['id'] })
  const endedAt = await databaseNow(store.pool)
  await store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.staffSession.updateMany({
      where: { id: ended, personId, endedAt: null },
      data: { endedAt },
    })
    const details = { session: encodePublicId('staffSession', ended) }
    if (count > 0) await recordPersonAct(context, transaction, { act: 'sessionEnd', personId, details })
  })
  return { sessionId: ended }
}

/** Ends every session of who is signed in, with `keepThis` but the calling one, and answers how many those were. */
export async function endAllSessions(
  context: Context,
  { keepThis }: { readonly keepThis: boolean },
): Promise<{ readonly ended: number }> {
  const { store } = context
  const { personId, sessionId } = requireProvenSession(context.principal)
  const endedAt = await databaseNow(store.pool)
  return store.prisma.$transaction(async (transaction) => {
    // What changes credentials holds the person first, too.
    await lockPerson(transaction, personId)
    const { count: ended } = await transaction.staffSession.updateMany({
      where: { personId, endedAt: null, ...(keepThis ? { id: { not: sessionId } } : {}) },
      data: { endedAt },
    })
    if (ended > 0)
      await recordPersonAct(context, transaction, { act: 'sessionEndAll', personId, details: { ended } })
    return { ended }
  })
}
