import { MemberNotActiveError, NotFoundError, TermsNotAcceptedError } from '@artel/ledger'
import { describeRule } from '@artel/rules'
import { type DryRun, dryRunRule } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { REPLAY } from '../vocabulary/price.ts'
import { definitionGiven, RuleDefinitionInput } from './rule-definition-input.ts'
import { RulePayment } from './rule-payment.ts'

const RuleDryRun = builder.objectRef<DryRun>('RuleDryRun').implement({
  description:
    "What a rule would have done on the member's purchases of the last whole month: by its hours, conditions and limits, not its days, and without other rules.",
  fields: (t) => ({
    sentence: t.string({
      description: 'What the rule says, as one sentence.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: ({ definition, currency }, { language }) =>
        describeRule(definition, languageOf(language), currency),
    }),
    fromDay: t.exposeString('fromDay', { description: 'First day of the month, ISO date.' }),
    toDay: t.exposeString('toDay', { description: 'Last day of it, ISO date.' }),
    purchases: t.exposeInt('purchases', { description: 'Purchases that were replayed.' }),
    touched: t.exposeInt('touched', {
      description: 'Of them, those on which it would have given something.',
    }),
    points: t.expose('points', { type: 'Points', description: 'Points that it would have given.' }),
    discount: t.field({
      type: Money,
      description: 'What it would have taken off bills.',
      resolve: ({ discountMinor, currency }) => ({ amountMinor: discountMinor, currency }),
    }),
    vouchers: t.exposeInt('vouchers', { description: 'Vouchers that it would have given.' }),
    cost: t.field({
      type: Money,
      description:
        "What that would have cost at most, all payers together: the discounts, what the vouchers may take off, and R and the issue fee of each point by today's terms.",
      resolve: ({ costMinor, currency }) => ({ amountMinor: costMinor, currency }),
    }),
    paidBy: t.field({
      type: [RulePayment],
      description: 'Who would have paid for it, the member first; empty where that is the member alone.',
      resolve: ({ paidBy, coalitionId, currency }) =>
        paidBy.map((part) => ({ ...part, coalitionId, currency })),
    }),
    isStopped: t.exposeBoolean('isStopped', {
      description: 'There were more purchases: the first 50 000 were replayed.',
    }),
  }),
})

const RuleDryRunInput = builder.inputType('RuleDryRunInput', {
  description: 'A rule to try out.',
  fields: (t) => ({
    memberId: t.id({ description: 'Administrators name the member; a member tries out its own.' }),
    definition: t.field({ type: RuleDefinitionInput, required: true, description: 'What it says.' }),
  }),
})

builder.queryField('ruleDryRun', (t) =>
  t.field({
    type: RuleDryRun,
    description: "Replays the member's purchases of the last whole month against a rule. Nothing is written.",
    extensions: REPLAY,
    errors: { types: [NotFoundError, MemberNotActiveError, TermsNotAcceptedError] },
    args: { input: t.arg({ type: RuleDryRunInput, required: true, description: 'The rule.' }) },
    resolve: (_root, { input: { memberId, definition } }, context) =>
      dryRunRule(verbContext(context), {
        definition: definitionGiven(definition),
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
      }),
  }),
)
