import type { Rule } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { takeStep } from './take-step.ts'

/**
 * Stops a rule until it is resumed, in other processes within two seconds. Pausing twice changes nothing. Throws
 * NotFoundError, MemberNotActiveError, RuleStatusError.
 */
export async function pauseRule(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly rule: Rule }> {
  const caller = requireMember(context.principal, 'rules:write', 'pauseRule')
  return takeStep(context, caller, { id, step: 'PAUSE' })
}
