import type { Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { requireRuleOwner } from './own-rule.ts'
import { takeStep } from './take-step.ts'

/**
 * Ends a rule for good, a draft too. Ending twice changes nothing. Throws NotFoundError, MemberNotActiveError.
 */
export async function endRule(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly rule: Rule }> {
  const writer = requireRuleOwner(context.principal, 'endRule')
  return takeStep(context, writer, { id, step: 'END' })
}
