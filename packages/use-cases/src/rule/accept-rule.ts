import type { Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { type AnswerRuleInput, answerAsk } from './answer-ask.ts'

/**
 * Says yes to paying for a version of another's rule: a member for itself, an administrator for the promo fund. It runs once all
 * who are asked have. A yes is to this version alone. Throws as {@link answerAsk}.
 */
export async function acceptRule(context: Context, input: AnswerRuleInput): Promise<{ readonly rule: Rule }> {
  return answerAsk(context, input, { answer: 'ACCEPTED', verb: 'acceptRule', act: 'ruleAccept' })
}
