import { type LocalDate, type RuleStatus, ruleStatusOn } from '@artel/rules'
import type { Store } from '@artel/store'
import type { Prisma, Rule } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { decidedAt, decidedRule } from './own-rule.ts'

export interface ReadRulesInput {
  /** Only those of this member. Raw UUID. */
  readonly memberId?: string | null
  /** Raw UUID of the rule that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/**
 * Rules, newest first: all for administrators; for a member its own and, once scheduled, those that hold at it or that it is to pay for. Throws PermissionError, InvalidInputError,
 * MemberNotActiveError.
 */
export async function readRules(
  { store, principal }: Context,
  { memberId, after, limit }: ReadRulesInput,
): Promise<readonly Rule[]> {
  const caller = requireMemberOrAdmin(principal, {
    member: 'rules:read',
    admin: 'coalition:read',
    verb: 'readRules',
  })
  const { coalitionId } = caller
  return store.prisma.rule.findMany({
    where: {
      AND: [
        caller.kind === 'member' ? { coalitionId, OR: rulesOf(caller.memberId) } : { coalitionId },
        memberId == null ? {} : { memberId },
        after == null ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}

/** Rules of others that a member sees: once they are scheduled, those that hold at it, and those that it is to pay for. */
const shownTo = (memberId: string) => ({
  status: { not: 'DRAFT' },
  OR: [{ shownToAll: true }, { shownTo: { has: memberId } }],
})

/** Rules that a member sees: its own, and of others what concerns it. */
export const rulesOf = (memberId: string): Prisma.RuleWhereInput[] => [{ memberId }, shownTo(memberId)]

/** Versions that a member sees: of its own rules, of the coalition's that concern it, and those that it was asked to pay for. */
export const ruleVersionsOf = (memberId: string): Prisma.RuleVersionWhereInput[] => [
  { rule: { memberId } },
  { rule: { memberId: null, ...shownTo(memberId) } },
  { rule: { status: { not: 'DRAFT' } }, acceptances: { some: { payerId: memberId } } },
]

/** The day that a coalition's calendar shows now. Throws NotFoundError. */
export async function todayOf(store: Store, coalitionId: string): Promise<LocalDate> {
  return (await decidedAt(store, coalitionId)).today
}

/** Where a stored rule is on a local day of its coalition. */
export const statusOfRule = (rule: Rule, today: LocalDate): RuleStatus =>
  ruleStatusOn(decidedRule(rule), today)
