import { type BasisPoints, InvalidInputError } from '@artel/ledger'
import {
  type RuleDefinition,
  type RulePayer,
  type RulePilot,
  type RuleTrigger,
  type TriggerKind,
  validateOwner,
  validateRule,
  WHOLE_BPS,
} from '@artel/rules'
import { checkMoney } from '../input/money.ts'
import { checkId, checkOneOf, checkText } from '../input/text.ts'
import { bpsOf } from './basis-points.ts'
import { conditionsOf } from './conditions-of.ts'
import type { RuleDefinitionInput, RuleOwner } from './definition-input.ts'
import { effectOf, FIELD_OF_EFFECT } from './effect-of.ts'
import { limitsOf } from './limits-of.ts'
import { groupsOf, type NamedGroups, NO_GROUPS } from './named-groups.ts'
import { scheduleOf } from './schedule-of.ts'

/** A member whom nobody has asked for: of a file that is only read. */
const NOBODY: RuleOwner = { coalitionId: '', memberId: '' }

/** The group of a rule that names none. */
const USUAL_GROUP = 'extra'
const MAX_NAME_LENGTH = 80
const TRIGGERS = [
  'ENROL',
  'BIRTHDAY',
  'VISIT',
  'EVENT',
  'REFERRER',
  'REFERRED',
] as const satisfies readonly TriggerKind[]

/** The rule that an input describes, of the groups that it may name; InvalidInputError at the field below `definition` that cannot be. */
export function checkDefinition(
  input: RuleDefinitionInput,
  currency: string,
  owner: RuleOwner = NOBODY,
  groups: NamedGroups = NO_GROUPS,
  pilot?: RulePilot,
): RuleDefinition {
  const root = ['definition']
  const { combine, at, maxPerPurchase } = input
  const pays = payersOf(input.pays, owner, [...root, 'pays'])
  const definition: RuleDefinition = {
    name: {
      en: checkText([...root, 'name', 'en'], input.name.en, MAX_NAME_LENGTH),
      ru: checkText([...root, 'name', 'ru'], input.name.ru, MAX_NAME_LENGTH),
    },
    ...(input.when ? { when: triggerOf(input.when, [...root, 'when'], currency) } : {}),
    if: {
      ...conditionsOf(input.if ?? {}, [...root, 'if'], currency),
      ...groupsOf(input.if?.customer ?? {}, [...root, 'if', 'customer'], groups),
    },
    schedule: scheduleOf(input.schedule, [...root, 'schedule']),
    give: input.give.map((effect, index) => effectOf(effect, [...root, 'give', String(index)], currency)),
    limits: limitsOf(input.limits ?? {}, [...root, 'limits'], currency),
    combine: {
      group: combine?.group ?? USUAL_GROUP,
      mode: checkOneOf([...root, 'combine', 'mode'], combine?.mode ?? 'ADD', ['BEST', 'ADD']),
      priority: combine?.priority ?? 0,
    },
    ...(pilot && { pilot }),
    ...(at ? { at: at.map((id, index) => checkId('member', id, [...root, 'at', String(index)])) } : {}),
    ...(pays ? { pays } : {}),
    ...(maxPerPurchase
      ? { maxMinor: checkMoney([...root, 'maxPerPurchase'], maxPerPurchase, currency) }
      : {}),
  }
  checkByRules(root, definition, owner)
  return definition
}

const triggerOf = (
  { on, event, minTotal, waitDays }: NonNullable<RuleDefinitionInput['when']>,
  path: readonly string[],
  currency: string,
): RuleTrigger => ({
  on: checkOneOf([...path, 'on'], on, TRIGGERS),
  ...(event == null ? {} : { event }),
  ...(minTotal ? { minTotalMinor: checkMoney([...path, 'minTotal'], minTotal, currency) } : {}),
  ...(waitDays == null ? {} : { waitDays }),
})

/** Who pays, as the rules have it: the promo fund is the coalition. Undefined: the seller. */
function payersOf(
  input: RuleDefinitionInput['pays'],
  { coalitionId, memberId: ownerId }: RuleOwner,
  path: readonly string[],
): readonly RulePayer[] | undefined {
  if (!input)
    return ownerId === null ? [{ payerId: coalitionId, shareBps: WHOLE_BPS as BasisPoints }] : undefined
  return input.map(({ memberId, isPromoFund, shareBps }, index) => {
    const own = [...path, String(index)]
    if ((memberId == null) !== (isPromoFund === true))
      throw new InvalidInputError({ path: own, problem: 'Must name a member or the promo fund, not both.' })
    const payerId = memberId == null ? coalitionId : checkId('member', memberId, [...own, 'memberId'])
    return { payerId, shareBps: bpsOf(shareBps, [...own, 'shareBps']) }
  })
}

/** Lets the rules judge; where they speak of a field of an effect, the input has it under the effect's name. */
function checkByRules(root: readonly string[], definition: RuleDefinition, owner: RuleOwner): void {
  try {
    validateRule(definition)
    const { memberId } = owner
    validateOwner(definition, { ownerId: memberId ?? owner.coalitionId, isCoalition: memberId === null })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const [part, index, field] = error.path
    const effect = part === 'give' && field !== undefined ? definition.give[Number(index)] : undefined
    const named = effect && ['give', `${index}`, FIELD_OF_EFFECT.get(effect.kind) ?? '']
    const path = named ? [...named, ...(effect.kind === 'VOUCHER' ? error.path.slice(2) : [])] : error.path
    throw new InvalidInputError({ path: [...root, ...path], problem: error.problem })
  }
}
