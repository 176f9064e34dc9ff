import { type AskedRule, askedRules, type PayerAnswer } from '@artel/store'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger, checkOneOf } from '../input/text.ts'

export interface ReadAskedRulesInput {
  /** Only those to which the caller said so; those that wait for its answer when left out. */
  readonly answer?: PayerAnswer | null
  /** Raw UUID of the rule that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

const ANSWERS = ['ASKED', 'ACCEPTED', 'DECLINED'] as const satisfies readonly PayerAnswer[]

/**
 * Rules of others that ask the caller to pay, newest first, with what it said: a member for itself, an administrator for the promo
 * fund. Throws PermissionError, InvalidInputError, MemberNotActiveError.
 */
export async function readAskedRules(
  { store, principal }: Context,
  { answer, after, limit }: ReadAskedRulesInput,
): Promise<readonly AskedRule[]> {
  const caller = requireMemberOrAdmin(principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readRules' },
  })
  const { coalitionId } = caller
  return askedRules(store, {
    ...{ coalitionId, payerId: caller.kind === 'member' ? caller.memberId : coalitionId },
    answers: [checkOneOf(['answer'], answer ?? 'ASKED', ANSWERS)],
    after: after ?? null,
    limit: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}
