import type { Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { requireRuleOwner } from './own-rule.ts'
import { takeStep } from './take-step.ts'

/**
 * Stops a rule until it is resumed, in other processes within two seconds. Pausing twice changes nothing. Throws
 * NotFoundError, MemberNotActiveError, RuleStatusError.
 */
export async function pauseRule(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly rule: Rule }> {
  const writer = requireRuleOwner(context.principal, 'pauseRule')
  return takeStep(context, writer, { id, step: 'PAUSE' })
}
