import { RuleLimitReachedError } from '@artel/ledger'
import { RULE_TEMPLATES } from '@artel/rules'
import { lockRulesOf, newId } from '@artel/store'
import type { Rule } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkOneOf } from '../input/text.ts'
import { pilotOfRule } from '../pilot/pilot-of-rule.ts'
import { checkDefinition, type RuleDefinitionInput } from './definition-input.ts'
import { columnOfDay, decidedAt } from './own-rule.ts'
import { daysOf, versionRow } from './version-row.ts'

/** So many rules of a member may be open: every sale of it reads those that run. */
const MAX_OPEN_RULES = 200

export interface DraftRuleInput {
  readonly definition: RuleDefinitionInput
  /** The template that it was made of; null or left out: none. */
  readonly template?: string | null
}

/**
 * Writes a rule down as a draft, which gives nothing until it is scheduled. At most 200 rules of a member are open at once.
 * Throws InvalidInputError, MemberNotActiveError, RuleLimitReachedError.
 */
export async function draftRule(context: Context, input: DraftRuleInput): Promise<{ readonly rule: Rule }> {
  const { store } = context
  const caller = requireMember(context.principal, 'rules:write', 'draftRule')
  const { coalitionId, memberId } = caller
  const { now, today, currency } = await decidedAt(store, coalitionId)
  const pilot = await pilotOfRule(store.prisma, caller, input.definition.pilotId)
  const definition = checkDefinition(input.definition, currency, pilot)
  const template = input.template == null ? null : checkOneOf(['template'], input.template, RULE_TEMPLATES)
  const id = newId()
  const version = versionRow(caller, { ruleId: id, number: 1, definition, template, createdAt: now })
  const rule = await store.prisma.$transaction(async (transaction) => {
    await lockRulesOf(transaction, { coalitionId, memberId })
    // A last day that is null is compared with nothing: each way of being open is named.
    const isOpen = { OR: [{ status: 'DRAFT' }, { lastDay: null }, { lastDay: { gte: columnOfDay(today) } }] }
    const where = { coalitionId, memberId, status: { not: 'ENDED' }, AND: [isOpen] }
    const open = await transaction.rule.count({ where })
    if (open >= MAX_OPEN_RULES) throw new RuleLimitReachedError({ limit: MAX_OPEN_RULES })
    const data = { coalitionId, id, memberId, status: 'DRAFT', version: 1, createdAt: now, changedAt: now }
    const drafted = await transaction.rule.create({ data: { ...data, ...daysOf(definition) } })
    await transaction.ruleVersion.create({ data: version })
    await recordAct(context, transaction, {
      ...{ act: 'ruleDraft', coalitionId, memberId, subject: { type: 'rule', id } },
      details: { template, digest: version.digest },
    })
    return drafted
  })
  return { rule }
}
