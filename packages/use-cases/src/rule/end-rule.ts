import type { Rule } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { takeStep } from './take-step.ts'

/**
 * Ends a rule for good, a draft too. Ending twice changes nothing. Throws NotFoundError, MemberNotActiveError.
 */
export async function endRule(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly rule: Rule }> {
  const caller = requireMember(context.principal, 'rules:write', 'endRule')
  return takeStep(context, caller, { id, step: 'END' })
}
