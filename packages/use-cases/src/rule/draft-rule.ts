import { RuleLimitReachedError } from '@artel/ledger'
import { RULE_TEMPLATES } from '@artel/rules'
import { lockPilotOfRule, lockRulesOf, newId } from '@artel/store'
import type { Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkOneOf } from '../input/text.ts'
import { requireFreeForRule } from '../link/free-code.ts'
import { pilotOfRule } from '../pilot/pilot-of-rule.ts'
import { refuseBreakingPilot } from '../pilot/refuse-breaking-pilot.ts'
import { askPayers, refuseStrangers } from './ask-payers.ts'
import { checkDefinition } from './check-definition.ts'
import type { RuleDefinitionInput } from './definition-input.ts'
import { holdNamedGroups, loadNamedGroups } from './named-groups.ts'
import { columnOfDay, decidedAt, requireRuleOwner } from './own-rule.ts'
import { columnsOf, versionRow } from './version-row.ts'

/** So many rules of a member, and of the coalition, may be open: every sale reads those that run. */
const MAX_OPEN_RULES = 200

export interface DraftRuleInput {
  readonly definition: RuleDefinitionInput
  /** The template that it was made of; null or left out: none. */
  readonly template?: string | null
}

/**
 * Writes a rule down as a draft, which gives nothing until it is scheduled: of the calling member, or of the coalition for an
 * administrator. Others who are to pay for it are asked. At most 200 rules of a member, or of the coalition, are open at once.
 * Throws InvalidInputError, MemberNotActiveError, RuleLimitReachedError.
 */
export async function draftRule(context: Context, input: DraftRuleInput): Promise<{ readonly rule: Rule }> {
  const { store } = context
  const writer = requireRuleOwner(context.principal, 'draftRule')
  const { coalitionId, memberId } = writer
  const { now, today, currency } = await decidedAt(store, coalitionId)
  const groups = await loadNamedGroups(store.prisma, writer, input.definition)
  const pilot = await pilotOfRule(store.prisma, writer, input.definition.pilotId)
  const definition = checkDefinition(input.definition, currency, writer, groups, pilot)
  const template = input.template == null ? null : checkOneOf(['template'], input.template, RULE_TEMPLATES)
  const id = newId()
  const version = versionRow(writer, { ruleId: id, number: 1, definition, template, createdAt: now })
  const rule = await store.prisma.$transaction(async (transaction) => {
    await lockRulesOf(transaction, { coalitionId, memberId })
    await refuseStrangers(transaction, writer, definition)
    await holdNamedGroups(transaction, coalitionId, definition.if)
    await requireFreeForRule(transaction, { coalitionId, code: definition.if.code })
    // A last day that is null is compared with nothing: each way of being open is named.
    const isOpen = { OR: [{ status: 'DRAFT' }, { lastDay: null }, { lastDay: { gte: columnOfDay(today) } }] }
    const where = { coalitionId, memberId, status: { not: 'ENDED' }, AND: [isOpen] }
    const open = await transaction.rule.count({ where })
    if (open >= MAX_OPEN_RULES) throw new RuleLimitReachedError({ limit: MAX_OPEN_RULES })
    const data = { coalitionId, id, memberId, status: 'DRAFT', version: 1, createdAt: now, changedAt: now }
    const drafted = await transaction.rule.create({ data: { ...data, ...columnsOf(writer, definition) } })
    await transaction.ruleVersion.create({ data: version })
    await askPayers(transaction, writer, { id: version.id, definition, askedAt: now })
    const tries = await lockPilotOfRule(transaction, { coalitionId, ruleId: id })
    refuseBreakingPilot(undefined, tries, { today, schedule: definition.schedule })
    await recordAct(context, transaction, {
      ...{ act: 'ruleDraft', coalitionId, memberId, subject: { type: 'rule', id } },
      details: { template, digest: version.digest },
    })
    return drafted
  })
  return { rule }
}
