import { InvalidInputError, RuleChangedError, RuleOverError, RuleStatusError } from '@artel/ledger'
import { budgetLimit, type LocalDate, periodOf, type RuleDefinition, ruleStatusOn } from '@artel/rules'
import { lastBudgetUnit, lockPilotOfRule } from '@artel/store'
import type { Prisma, Rule } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { requireFreeForRule } from '../link/free-code.ts'
import { pilotOfRule } from '../pilot/pilot-of-rule.ts'
import { refuseBreakingPilot } from '../pilot/refuse-breaking-pilot.ts'
import { forgetRulesOf } from '../terms/agreement.ts'
import { ruleVersionOf } from '../terms/running-rules.ts'
import { askPayers, refuseStrangers } from './ask-payers.ts'
import { checkDefinition } from './check-definition.ts'
import type { RuleDefinitionInput } from './definition-input.ts'
import { holdNamedGroups, loadNamedGroups } from './named-groups.ts'
import { decidedAt, decidedRule, ownRule, requireRuleOwner } from './own-rule.ts'
import { columnsOf, versionRow } from './version-row.ts'

export interface EditRuleInput {
  /** Raw UUID. */
  readonly id: string
  /** The version that was edited: another one by now is RULE_CHANGED. */
  readonly version: number
  readonly definition: RuleDefinitionInput
}

export interface EditedRule {
  readonly rule: Rule
  /** The budget of the period that runs is less than what the rule gave in it: until the next one it gives nothing more. */
  readonly isBudgetUsedUp: boolean
}

/**
 * Gives a rule its next version, which holds from the next sale on; in other processes within two seconds. Versions before
 * stay as they are. Where others pay, it gives nothing until they have accepted the new version. Throws NotFoundError, InvalidInputError, MemberNotActiveError, RuleChangedError, RuleStatusError for one
 * that has ended, RuleOverError for days that are past.
 */
export async function editRule(context: Context, input: EditRuleInput): Promise<EditedRule> {
  const { store } = context
  const writer = requireRuleOwner(context.principal, 'editRule')
  const { coalitionId, memberId } = writer
  const { now, today, currency } = await decidedAt(store, coalitionId)
  const groups = await loadNamedGroups(store.prisma, writer, input.definition)
  const pilot = await pilotOfRule(store.prisma, writer, input.definition.pilotId)
  const definition = checkDefinition(input.definition, currency, writer, groups, pilot)
  const edited = await store.prisma.$transaction(async (transaction) => {
    const before = await ownRule(transaction, writer, input.id)
    await refuseStrangers(transaction, writer, definition)
    await holdNamedGroups(transaction, coalitionId, definition.if)
    const status = ruleStatusOn(decidedRule(before), today)
    if (status === 'ENDED') throw new RuleStatusError({ ruleStatus: status })
    await requireFreeForRule(transaction, { coalitionId, code: definition.if.code })
    if (before.version !== input.version) throw new RuleChangedError({ currentVersion: before.version })
    const { toDay } = definition.schedule
    if (status !== 'DRAFT' && toDay !== null && toDay < today) throw new RuleOverError({ lastDay: toDay })
    if (status !== 'DRAFT') await refuseOtherTrigger(transaction, before, definition)
    if (status !== 'DRAFT') await refuseOtherUnit(transaction, before, definition)
    const tried = await lockPilotOfRule(transaction, { coalitionId, ruleId: before.id })
    const number = before.version + 1
    const row = { ruleId: before.id, number, definition, template: null, createdAt: now }
    const version = versionRow(writer, row)
    await transaction.ruleVersion.create({ data: version })
    await askPayers(transaction, writer, { id: version.id, definition, askedAt: now })
    const rule = await transaction.rule.update({
      where: { coalitionId_id: { coalitionId, id: before.id } },
      data: { version: number, changedAt: now, ...columnsOf(writer, definition) },
    })
    const tries = await lockPilotOfRule(transaction, { coalitionId, ruleId: rule.id })
    refuseBreakingPilot(tried, tries, { today, schedule: definition.schedule })
    await recordAct(context, transaction, {
      ...{ act: 'ruleEdit', coalitionId, memberId, subject: { type: 'rule', id: rule.id } },
      details: { version: { before: before.version, after: number }, digest: version.digest },
    })
    return { rule, isBudgetUsedUp: await isUsedUp(transaction, rule, { definition, today }) }
  })
  forgetRulesOf(store, { coalitionId, memberId })
  return edited
}

/** What a live rule gave for one thing is not counted with what it gives for another. */
async function refuseOtherTrigger(
  transaction: Prisma.TransactionClient,
  { coalitionId, id: ruleId, version }: Rule,
  { when }: RuleDefinition,
): Promise<void> {
  const row = await transaction.ruleVersion.findUniqueOrThrow({
    where: { coalitionId_ruleId_version: { coalitionId, ruleId, version } },
  })
  const before = ruleVersionOf(row).when
  if (before?.on !== when?.on || before?.event !== when?.event)
    throw new InvalidInputError({
      path: ['definition', 'when'],
      problem: 'Must stay what the rule gives for. End the rule and draft another.',
    })
}

/** What a live rule gave is counted in one counter a period: points and money would be added up in it. */
async function refuseOtherUnit(
  transaction: Prisma.TransactionClient,
  { coalitionId, id: ruleId }: Rule,
  { limits: { budget } }: RuleDefinition,
): Promise<void> {
  if (budget === null) return
  const unit = await lastBudgetUnit(transaction, { coalitionId, ruleId })
  if (unit !== undefined && unit !== budget.unit)
    throw new InvalidInputError({
      path: ['definition', 'limits', 'budget'],
      problem: 'Must stay in points, or in money. End the rule and draft another.',
    })
}

async function isUsedUp(
  transaction: Prisma.TransactionClient,
  { coalitionId, id }: Rule,
  { definition, today }: { readonly definition: RuleDefinition; readonly today: LocalDate },
): Promise<boolean> {
  const { budget } = definition.limits
  if (budget === null) return false
  const of = { coalitionId, ownerId: id, customerId: coalitionId, period: periodOf(budget.per, today) }
  const counter = await transaction.counter.findUnique({
    where: { coalitionId_ownerId_customerId_period: of },
  })
  return counter !== null && counter.used > budgetLimit(budget)
}
