import { NotFoundError } from '@artel/ledger'
import { type DecidedRule, type LocalDate, localDateOf, type RuleStatus } from '@artel/rules'
import { coalitionNow, lockRule, type Store } from '@artel/store'
import type { Prisma, Rule } from '@artel/store/prisma'
import type { MemberPrincipal } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'

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

/** Locks a rule of the member until the transaction ends, and reads it. NotFoundError for all others. */
export async function ownRule(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: MemberPrincipal,
  ruleId: string,
): Promise<Rule> {
  const id = checkId('rule', ruleId, ['id'])
  await lockRule(transaction, { coalitionId, ruleId: id })
  const rule = await transaction.rule.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!rule || rule.memberId !== memberId) throw new NotFoundError({ what: 'rule' }, { path: ['id'] })
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
