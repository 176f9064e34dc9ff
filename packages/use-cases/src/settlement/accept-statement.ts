import { NotFoundError, WindowStepNotReadyError } from '@artel/ledger'
import { addAcceptance, coalitionNow } from '@artel/store'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import { withBusinessErrors } from '../posting/with-business-errors.ts'
import { agreeWindow } from './agree-window.ts'
import { announce } from './announce.ts'
import { settlementKey, settleOnce } from './settle.ts'
import { type AnsweredStatement, WITH_ANSWERS } from './statement-status.ts'

export interface AcceptStatementInput {
  readonly statementId: string
  readonly idempotencyKey: string
}

export interface RespondedStatement {
  readonly statement: AnsweredStatement
  readonly replayed: boolean
}

/**
 * Accepts the caller's statement, or what it has not disputed of it. Scope `settlement:accept` of the member. The last
 * acceptance moves the window to AGREED. Throws NotFoundError, IdempotencyKeyMismatchError.
 */
export async function acceptStatement(
  context: Context,
  input: AcceptStatementInput,
): Promise<RespondedStatement> {
  const { coalitionId, memberId, keyId } = requireMember(
    context.principal,
    'settlement:accept',
    'acceptStatement',
  )
  const { store } = context
  const own = { store, coalitionId, memberId }
  const { id, windowNo } = await ownStatement(own, input.statementId)
  const key = settlementKey(memberId, 'statementAccept', input)
  const now = await coalitionNow(store, coalitionId)
  const { replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const answer = { coalitionId, statementId: id, respondedAt: now, respondedById: keyId }
    if (await addAcceptance(client, answer))
      await announce(client, coalitionId, {
        kind: 'statement.accepted',
        subjectId: id,
        payload: { memberId, windowNo },
      })
    const subject = { type: 'statement', id } as const
    await recordActIn(context, client, {
      act: 'statementAccept',
      coalitionId,
      subject,
      details: { windowNo },
    })
    return id
  })
  await agreeIfAll(context, coalitionId, windowNo)
  return { statement: await ownStatement(own, id), replayed }
}

/** The caller's statement with its answers. Throws NotFoundError for anybody else's. */
export async function ownStatement(
  own: { readonly store: Context['store']; readonly coalitionId: string; readonly memberId: string },
  statementId: string,
): Promise<AnsweredStatement> {
  const { coalitionId, memberId } = own
  const id = checkId('statement', statementId, ['statementId'])
  const found = await own.store.prisma.statement.findUnique({
    where: { coalitionId_id: { coalitionId, id } },
    include: WITH_ANSWERS,
  })
  if (found?.memberId !== memberId) throw new NotFoundError({ what: 'statement' }, { path: ['statementId'] })
  return found
}

async function agreeIfAll(context: Context, coalitionId: string, windowNo: number): Promise<void> {
  try {
    await withBusinessErrors(() => agreeWindow(context, coalitionId, windowNo))
  } catch (error) {
    // Others may still answer.
    if (!(error instanceof WindowStepNotReadyError)) throw error
  }
}
