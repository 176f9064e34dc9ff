import { NotFoundError, PilotStatusError } from '@artel/ledger'
import { localDateOf, type PilotDecision } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { Pilot } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkLongText, checkOneOf } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { statusOfPilot } from './pilot-days.ts'

export interface DecidePilotInput {
  /** Raw UUID. */
  readonly id: string
  readonly decision: PilotDecision
  /** Why, for those who look at it later. */
  readonly reason: string
}

const MAX_REASON_LENGTH = 1_000

/**
 * Writes down what was decided about a pilot: to stop it, at any time, or to give its rules to all once it is over. Rules are
 * not changed by it: whoever made them edits or ends them. The same decision twice changes nothing. Throws NotFoundError,
 * InvalidInputError, PilotStatusError.
 */
export async function decidePilot(
  context: Context,
  input: DecidePilotInput,
): Promise<{ readonly pilot: Pilot }> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:write', admin: 'coalition:write', verb: 'decidePilot' },
  })
  const { coalitionId } = caller
  const memberId = caller.kind === 'member' ? caller.memberId : null
  const id = checkId('pilot', input.id, ['id'])
  const decision = checkOneOf(['decision'], input.decision, ['SCALE', 'STOP'])
  const reason = checkLongText(['reason'], input.reason, MAX_REASON_LENGTH)
  const [{ coalition }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const today = localDateOf(now, coalition.timeZone)
  const pilot = await store.prisma.$transaction(async (transaction) => {
    const where = { coalitionId_id: { coalitionId, id } }
    const before = await transaction.pilot.findUnique({ where })
    if (!before || before.memberId !== memberId) throw new NotFoundError({ what: 'pilot' }, { path: ['id'] })
    if (before.decision === decision) return before
    const pilotStatus = statusOfPilot(before, today)
    if (pilotStatus === 'DECIDED' || (decision === 'SCALE' && pilotStatus !== 'OVER'))
      throw new PilotStatusError({ pilotStatus })
    // Of two who decide at once the first one has decided.
    const { count } = await transaction.pilot.updateMany({
      where: { coalitionId, id, decision: null },
      data: { decision, reason, decidedAt: now },
    })
    if (count === 0) {
      const first = await transaction.pilot.findUniqueOrThrow({ where })
      if (first.decision === decision) return first
      throw new PilotStatusError({ pilotStatus: 'DECIDED' })
    }
    await recordAct(context, transaction, {
      ...{ act: 'pilotDecide', coalitionId, memberId, subject: { type: 'pilot', id } },
      details: { decision: { before: null, after: decision } },
    })
    return transaction.pilot.findUniqueOrThrow({ where })
  })
  return { pilot }
}
