import { InvalidInputError, RuleOverError, RuleStatusError } from '@artel/ledger'
import { afterStep, type RuleStep, ruleStatusOn } from '@artel/rules'
import { lockPilotOfRule } from '@artel/store'
import type { Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import type { ActName } from '../audit/acts.ts'
import { recordAct } from '../audit/record-act.ts'
import { forgetRulesOf } from '../terms/agreement.ts'
import { decidedAt, decidedRule, ownRule, type RuleWriter } from './own-rule.ts'

const ACTS = {
  SCHEDULE: 'ruleSchedule',
  PAUSE: 'rulePause',
  RESUME: 'ruleResume',
  END: 'ruleEnd',
} as const satisfies Record<RuleStep, ActName>

/**
 * Takes a rule of the member, or of the coalition, a step on; one that was taken before changes nothing. Throws NotFoundError, RuleStatusError where
 * the step does not begin, RuleOverError for a draft whose last day is past, InvalidInputError to start one whose pilot has been decided.
 */
export async function takeStep(
  context: Context,
  writer: RuleWriter,
  { id, step }: { readonly id: string; readonly step: RuleStep },
): Promise<{ readonly rule: Rule }> {
  const { store } = context
  const { coalitionId, memberId } = writer
  const { now, today } = await decidedAt(store, coalitionId)
  const rule = await store.prisma.$transaction(async (transaction) => {
    const before = await ownRule(transaction, writer, id)
    const decided = decidedRule(before)
    const status = afterStep(decided, step, today)
    if (status === undefined) throw new RuleStatusError({ ruleStatus: ruleStatusOn(decided, today) })
    const { lastDay } = decided
    if (step === 'SCHEDULE' && lastDay !== null && lastDay < today) throw new RuleOverError({ lastDay })
    if (status === before.status) return before
    const isStart = step === 'SCHEDULE' || step === 'RESUME'
    if (isStart && (await lockPilotOfRule(transaction, { coalitionId, ruleId: before.id }))?.isDecided)
      throw new InvalidInputError({
        ...{ path: ['id'], problem: 'Is tried in a pilot that has been decided: edit it without pilotId.' },
      })
    const where = { coalitionId_id: { coalitionId, id: before.id } }
    const after = await transaction.rule.update({ where, data: { status, changedAt: now } })
    await recordAct(context, transaction, {
      ...{ act: ACTS[step], coalitionId, memberId, subject: { type: 'rule', id: before.id } },
      details: { status: { before: before.status, after: status } },
    })
    return after
  })
  forgetRulesOf(store, { coalitionId, memberId })
  return { rule }
}
