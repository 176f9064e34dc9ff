import type { Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { requireRuleOwner } from './own-rule.ts'
import { takeStep } from './take-step.ts'

/**
 * Goes on with a rule that was paused, as long as its last day is not past. Resuming twice changes nothing. Throws
 * NotFoundError, MemberNotActiveError, RuleStatusError.
 */
export async function resumeRule(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly rule: Rule }> {
  const writer = requireRuleOwner(context.principal, 'resumeRule')
  return takeStep(context, writer, { id, step: 'RESUME' })
}
