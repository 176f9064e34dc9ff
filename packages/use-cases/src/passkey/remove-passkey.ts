import { NotFoundError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import { requireOwnSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { checkId } from '../input/text.ts'
import { lockKeeper, refuseUnlessMayEnrol } from '../session/credential-keeper.ts'
import { tellOfCredentials } from '../session/tell-of-credentials.ts'

/**
 * Removes a passkey of who is signed in, for example of a device that was lost. All other sessions that passkeys began end with it.
 * The person is told by mail. Throws NotFoundError, SecondFactorStaleError, SecondFactorEnrolledError.
 */
export async function removePasskey(
  context: Context,
  input: { /** Raw UUID. */ readonly passkeyId: string },
): Promise<{ readonly passkeyId: string }> {
  const { store, principal } = context
  const asking = requireOwnSession(principal)
  const { personId, sessionId } = asking
  const id = checkId('passkey', input.passkeyId, ['passkeyId'])
  const endedAt = await databaseNow(store.pool)
  const email = await store.prisma.$transaction(async (transaction) => {
    const keeper = await lockKeeper(transaction, asking)
    refuseUnlessMayEnrol(keeper, endedAt)
    const { count } = await transaction.passkey.deleteMany({ where: { id, personId } })
    if (count === 0) throw new NotFoundError({ what: 'passkey' }, { path: ['passkeyId'] })
    await transaction.staffSession.updateMany({
      where: { personId, startedBy: 'PASSKEY', endedAt: null, id: { not: sessionId } },
      data: { endedAt },
    })
    await recordPersonAct(context, transaction, { act: 'passkeyRemove', personId })
    return keeper.person.email
  })
  await tellOfCredentials(context, email, 'PASSKEY_REMOVED')
  return { passkeyId: id }
}
