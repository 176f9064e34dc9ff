import { isOfReferral, type RuleDefinition, type RulePayer, type RuleTrigger } from '@artel/rules'
import { encodePublicId } from '@artel/use-cases'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { moneyIn, type PricedPart } from './priced-part.ts'
import { RuleConditionsType } from './rule-conditions.ts'
import { RuleEffectType } from './rule-effect.ts'
import { RuleLimitsType } from './rule-limits.ts'
import { RuleSchedule } from './rule-schedule.ts'
import { CombineMode, RuleTriggerKind } from './rule-words.ts'

const RuleName = builder.objectRef<RuleDefinition['name']>('RuleName').implement({
  description: 'What a member calls its rule.',
  fields: (t) => ({
    en: t.exposeString('en', { description: 'In English.' }),
    ru: t.exposeString('ru', { description: 'In Russian.' }),
  }),
})

const RuleTriggerType = builder.objectRef<PricedPart<RuleTrigger>>('RuleTrigger').implement({
  description: 'What a rule gives for that is no purchase.',
  fields: (t) => ({
    on: t.expose('on', { type: RuleTriggerKind, description: 'What must happen.' }),
    event: t.string({
      nullable: true,
      description: 'Of EVENT: its name.',
      resolve: ({ event }) => event ?? null,
    }),
    minTotal: t.field({
      type: Money,
      nullable: true,
      description: "Of REFERRER and REFERRED: what the friend's purchase comes to at least; null: any does.",
      resolve: ({ minTotalMinor, currency }) => moneyIn(minTotalMinor, currency),
    }),
    waitDays: t.int({
      nullable: true,
      description:
        "Of REFERRER and REFERRED: days of the coalition's calendar that pass after it; null: of others.",
      resolve: ({ on, waitDays }) => (isOfReferral({ on }) ? (waitDays ?? 0) : null),
    }),
  }),
})

const RuleCombination = builder.objectRef<RuleDefinition['combine']>('RuleCombination').implement({
  description: 'How a rule stands beside others.',
  fields: (t) => ({
    group: t.exposeString('group', {
      description: 'Rules of one group that are BEST compete; `base` is that of the earn rule.',
    }),
    mode: t.expose('mode', { type: CombineMode, description: 'Competes, or adds.' }),
    priority: t.exposeInt('priority', { description: 'Higher first.' }),
  }),
})

/** A definition with its coalition and the currency of it. */
export type DefinitionShape = PricedPart<RuleDefinition> & { readonly coalitionId: string }

interface PayerShape extends RulePayer {
  readonly coalitionId: string
}

const RulePayerType = builder.objectRef<PayerShape>('RulePayer').implement({
  description: 'Who pays for a share of what a rule gives.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: 'The member; null: the promo fund of the coalition.',
      resolve: ({ coalitionId, payerId }, _args, { loaders }) =>
        payerId === coalitionId ? null : loaders.member({ coalitionId, id: payerId }),
    }),
    shareBps: t.int({
      description: 'Basis points of what it gives.',
      resolve: ({ shareBps }) => Number(shareBps),
    }),
  }),
})

export const RuleDefinitionType = builder.objectRef<DefinitionShape>('RuleDefinition').implement({
  description: 'What a version of a rule says.',
  fields: (t) => ({
    name: t.expose('name', { type: RuleName, description: 'What the member calls it.' }),
    when: t.field({
      type: RuleTriggerType,
      nullable: true,
      description: 'What it gives for; null = purchases.',
      resolve: ({ when, currency }) => (when ? { ...when, currency } : null),
    }),
    if: t.field({
      type: RuleConditionsType,
      description: 'What must hold.',
      resolve: ({ if: wanted, currency }) => ({ ...wanted, currency }),
    }),
    schedule: t.expose('schedule', { type: RuleSchedule, description: 'When it holds.' }),
    give: t.field({
      type: [RuleEffectType],
      description: 'What it gives.',
      resolve: ({ give, currency, coalitionId }) =>
        give.map((effect) => ({ ...effect, currency, coalitionId })),
    }),
    limits: t.field({
      type: RuleLimitsType,
      description: 'What it gives at most.',
      resolve: ({ limits, currency }) => ({ ...limits, currency }),
    }),
    combine: t.expose('combine', { type: RuleCombination, description: 'How it stands beside others.' }),
    pilotId: t.id({
      nullable: true,
      description: 'Public id of the pilot that it is tried in; null = in none.',
      resolve: ({ pilot }) => (pilot ? encodePublicId('pilot', pilot.id) : null),
    }),
    at: t.field({
      type: [Member],
      nullable: true,
      description:
        'Of a rule of the coalition: the members whose sales it is for; null: of all, or of its own member.',
      resolve: async ({ coalitionId, at }, _args, { loaders }) =>
        at ? Promise.all(at.map(async (id) => present(await loaders.member({ coalitionId, id })))) : null,
    }),
    pays: t.field({
      type: [RulePayerType],
      description: 'Who pays; empty: the seller.',
      resolve: ({ coalitionId, pays = [] }) => pays.map((payer) => ({ ...payer, coalitionId })),
    }),
    maxPerPurchase: t.field({
      type: Money,
      nullable: true,
      description: 'One purchase gets no more of it, points at face value; null = not cut.',
      resolve: ({ maxMinor, currency }) => moneyIn(maxMinor, currency),
    }),
  }),
})
