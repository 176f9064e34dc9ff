import type { Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { requireRuleOwner } from './own-rule.ts'
import { takeStep } from './take-step.ts'

/**
 * Starts a draft: from its first day on it gives, at once when that has come. Scheduling twice changes nothing. Throws
 * NotFoundError, MemberNotActiveError, RuleStatusError, RuleOverError when its last day is past.
 */
export async function scheduleRule(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly rule: Rule }> {
  const writer = requireRuleOwner(context.principal, 'scheduleRule')
  return takeStep(context, writer, { id, step: 'SCHEDULE' })
}
