import { NotFoundError, RuleChangedError, RuleStatusError } from '@artel/ledger'
import { ruleStatusOn } from '@artel/rules'
import type { Rule } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import type { Context } from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkInteger } from '../input/text.ts'
import { forgetRulesOf } from '../terms/agreement.ts'
import { decidedAt, decidedRule, lockedRule, requireRuleOwner } from './own-rule.ts'

/** Which version of whose rule a payer speaks of. */
export interface AnswerRuleInput {
  /** Raw UUID of the rule. */
  readonly id: string
  /** The version that the payer read: another one by now is RULE_CHANGED. */
  readonly version: number
}

const MAX_VERSION = 1_000_000

/**
 * Writes down what a payer says to the version of a rule that holds: a member for itself, an administrator for the promo fund. The
 * same answer twice changes nothing. Throws NotFoundError for a rule that does not ask the caller, InvalidInputError,
 * MemberNotActiveError, RuleChangedError, RuleStatusError for one that has ended.
 */
export async function answerAsk(
  context: Context,
  { id, version: read }: AnswerRuleInput,
  said: {
    readonly answer: 'ACCEPTED' | 'DECLINED'
    readonly verb: MemberVerb
    readonly act: 'ruleAccept' | 'ruleDecline'
  },
): Promise<{ readonly rule: Rule }> {
  const { store } = context
  const { by, coalitionId, memberId } = requireRuleOwner(context.principal, said.verb)
  const payerId = memberId ?? coalitionId
  const version = checkInteger(['version'], read, { min: 1, max: MAX_VERSION })
  const { now, today } = await decidedAt(store, coalitionId)
  const rule = await store.prisma.$transaction(async (transaction) => {
    const found = await lockedRule(transaction, { coalitionId, ruleId: id })
    const newest = await transaction.ruleVersion.findUniqueOrThrow({
      where: { coalitionId_ruleId_version: { coalitionId, ruleId: found.id, version: found.version } },
      include: { acceptances: { where: { payerId } } },
    })
    const asked = newest.acceptances[0]
    if (!asked) throw new NotFoundError({ what: 'rule' }, { path: ['id'] })
    if (found.version !== version) throw new RuleChangedError({ currentVersion: found.version })
    const status = ruleStatusOn(decidedRule(found), today)
    // What its owner still writes at asks nobody yet.
    if (status === 'DRAFT') throw new NotFoundError({ what: 'rule' }, { path: ['id'] })
    if (status === 'ENDED') throw new RuleStatusError({ ruleStatus: status })
    if (asked.answer === said.answer) return found
    await transaction.ruleAcceptance.update({
      where: { coalitionId_versionId_payerId: { coalitionId, versionId: newest.id, payerId } },
      data: { answer: said.answer, answeredAt: now, answeredById: actorOf(by) },
    })
    await recordAct(context, transaction, {
      ...{ act: said.act, coalitionId, memberId, subject: { type: 'rule', id: found.id } },
      details: { version, answer: { before: asked.answer, after: said.answer } },
    })
    return found
  })
  forgetRulesOf(store, { coalitionId, memberId: rule.memberId })
  return { rule }
}
