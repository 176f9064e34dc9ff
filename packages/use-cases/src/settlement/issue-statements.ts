import type { Statement } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { type IssuingProgress, issueWindowStatements } from './issue-window-statements.ts'
import { settlementKey, settleThenRemember } from './settle.ts'
import { requireSettler } from './settler.ts'
import { checkWindowNo } from './window.ts'

export interface MakeStatementsInput {
  readonly windowNo: number
  readonly idempotencyKey: string
}

export interface MadeStatements {
  readonly windowNo: number
  /** One a member that moved or stands anywhere but at zero, in the order of members. */
  readonly statements: readonly Statement[]
  readonly replayed: boolean
}

/**
 * Makes the statements of a closed window. Scope `settlement:propose`. Asking again answers with those that were made.
 * Throws WindowStepOutOfOrderError for an open window, EarlierWindowPendingError, NotFoundError,
 * IdempotencyKeyMismatchError.
 */
export async function issueStatements(
  context: Context,
  input: MakeStatementsInput,
  onProgress?: (progress: IssuingProgress) => void,
): Promise<MadeStatements> {
  const { coalitionId } = requireSettler(context.principal, 'settlement:propose')
  const { store } = context
  const windowNo = checkWindowNo(input.windowNo)
  const key = settlementKey(coalitionId, 'statementsIssue', input)
  const { replayed } = await settleThenRemember(store, coalitionId, key, async () => {
    await issueWindowStatements(context, coalitionId, onProgress ? { windowNo, onProgress } : { windowNo })
    return String(windowNo)
  })
  const statements = await store.prisma.statement.findMany({
    where: { coalitionId, windowNo },
    orderBy: { memberId: 'asc' },
  })
  return { windowNo, statements, replayed }
}
