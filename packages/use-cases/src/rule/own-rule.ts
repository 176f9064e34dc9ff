import { NotFoundError } from '@artel/ledger'
import { type DecidedRule, type LocalDate, localDateOf, type RuleStatus } from '@artel/rules'
import { coalitionNow, lockRule, type Store } from '@artel/store'
import type { Prisma, Rule } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, MemberPrincipal, Principal } from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'
import { checkId } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import type { RuleOwner } from './definition-input.ts'

/** When something is decided about a rule, by the coalition's clock. */
export interface DecidedAt {
  readonly now: Date
  readonly today: LocalDate
  /** ISO 4217, of the coalition. */
  readonly currency: string
}

/** Reads the coalition's clock and calendar. */
export async function decidedAt(store: Store, coalitionId: string): Promise<DecidedAt> {
  const [{ coalition }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  return { now, today: localDateOf(now, coalition.timeZone), currency: coalition.currency }
}

/**
 * Whoever may write rules: a member its own, an administrator the coalition's. Throws PermissionError, and MemberNotActiveError for
 * a member whose status does not allow the verb.
 */
export function requireRuleOwner(principal: Principal, verb: MemberVerb): RuleWriter {
  const by = requireMemberOrAdmin(principal, { member: 'rules:write', admin: 'coalition:write', verb })
  return { by, coalitionId: by.coalitionId, memberId: by.kind === 'member' ? by.memberId : null }
}

/** Who writes a rule, and whose it is. */
export interface RuleWriter extends RuleOwner {
  readonly by: MemberPrincipal | AdminPrincipal
}

/** Locks a rule of the owner until the transaction ends, and reads it. NotFoundError for all others. */
export async function ownRule(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: RuleOwner,
  ruleId: string,
): Promise<Rule> {
  const rule = await lockedRule(transaction, { coalitionId, ruleId })
  if (rule.memberId !== memberId) throw new NotFoundError({ what: 'rule' }, { path: ['id'] })
  return rule
}

/** Locks a rule of the coalition, whosever it is, until the transaction ends, and reads it. Throws NotFoundError. */
export async function lockedRule(
  transaction: Prisma.TransactionClient,
  { coalitionId, ruleId }: { readonly coalitionId: string; readonly ruleId: string },
): Promise<Rule> {
  const id = checkId('rule', ruleId, ['id'])
  await lockRule(transaction, { coalitionId, ruleId: id })
  const rule = await transaction.rule.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!rule) throw new NotFoundError({ what: 'rule' }, { path: ['id'] })
  return rule
}

/** A stored rule as the rules reckon with it. */
export const decidedRule = ({ status, firstDay, lastDay }: Rule): DecidedRule => ({
  status: status as RuleStatus,
  firstDay: dayOf(firstDay),
  lastDay: lastDay && dayOf(lastDay),
})

/** A day as its column holds it. */
export const columnOfDay = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (column: Date): LocalDate => column.toISOString().slice(0, 10) as LocalDate
