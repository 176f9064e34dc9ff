import type { Rule } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { takeStep } from './take-step.ts'

/**
 * Goes on with a rule that was paused, as long as its last day is not past. Resuming twice changes nothing. Throws
 * NotFoundError, MemberNotActiveError, RuleStatusError.
 */
export async function resumeRule(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly rule: Rule }> {
  const caller = requireMember(context.principal, 'rules:write', 'resumeRule')
  return takeStep(context, caller, { id, step: 'RESUME' })
}
