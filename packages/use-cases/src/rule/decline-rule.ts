import type { Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { type AnswerRuleInput, answerAsk } from './answer-ask.ts'

/**
 * Says no to paying for a version of another's rule, or takes a yes back: later sales are not at the caller's cost, in other
 * processes from two seconds on. Throws as {@link answerAsk}.
 */
export async function declineRule(
  context: Context,
  input: AnswerRuleInput,
): Promise<{ readonly rule: Rule }> {
  return answerAsk(context, input, { answer: 'DECLINED', verb: 'declineRule', act: 'ruleDecline' })
}
