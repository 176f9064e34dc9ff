import { minor, points } from '@artel/ledger'
import {
  describeOffer,
  describeRule,
  describeSkip,
  isPaidByOthers,
  type SkipReason,
  splitGift,
} from '@artel/rules'
import type { Purchase } from '@artel/store/prisma'
import { type AppliedRule as AppliedRuleRead, type PurchaseQuote, readAppliedRules } from '@artel/use-cases'
import { seesAffairsOf } from '../../auth/visible.ts'
import type { ApiContext } from '../../context.ts'
import { RulePayment } from '../rule/rule-payment.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money } from '../vocabulary/money.ts'

export const RuleSkipReason = builder.enumType('RuleSkipReason', {
  description: 'Why a rule gave nothing on a bill.',
  values: {
    NOT_STARTED: { description: 'It had not begun.' },
    ENDED: { description: 'It was over.' },
    OTHER_DAY: { description: 'Not on this day of the week or at this hour.' },
    NOT_THIS_CUSTOMER: { description: 'What it asks of the customer was not met.' },
    NO_CODE: { description: 'Its code was not named.' },
    BELOW_MINIMUM: { description: 'The bill was below its minimum.' },
    NO_LINE: { description: 'The bill lacked lines that it asks for, or had one that it rules out.' },
    LIMIT_REACHED: { description: 'The customer had had it as often as one may.' },
    BUDGET_ENDED: { description: 'What was left of its budget did not cover the whole of it.' },
    PAYER_LIMIT: {
      description:
        'Whoever pays for it could pay no more: a credit limit, the promo fund, or, where there is no bill, what one member may give the customer in a day.',
    },
    LATE_SALE: {
      description:
        'Another than the seller pays for it, and the sale was handed in on a later day than its own.',
    },
    LOST_TO: { description: 'Another rule of its group was worth more to the customer.' },
    GIVES_NOTHING: { description: 'It came to less than one point or minor unit.' },
    CONTROL_GROUP: { description: 'The customer is held out of the pilot that it is tried in.' },
  } as const satisfies Record<SkipReason, object>,
})

interface AppliedRuleShape extends AppliedRuleRead {
  readonly coalitionId: string
  readonly currency: string
  /** Of the coalition's or the member's own: others do not see how much a rule gives in all. */
  readonly isOwn: boolean
}

const languageArg = { type: Language, description: 'Russian when left out.' } as const

export const AppliedRule = builder.objectRef<AppliedRuleShape>('AppliedRule').implement({
  description: 'What became of one rule of the member on one bill.',
  fields: (t) => ({
    version: t.int({
      description: 'The version of the rule that was looked at.',
      resolve: ({ rule }) => rule.version,
    }),
    name: t.string({
      description: 'What the member calls it.',
      args: { language: t.arg(languageArg) },
      resolve: ({ rule }, { language }) => rule.name[languageOf(language)],
    }),
    sentence: t.string({
      description:
        'What it says, as one sentence; without its budget for who is not of the member or an administrator.',
      args: { language: t.arg(languageArg) },
      resolve: ({ rule, currency, isOwn }, { language }) =>
        (isOwn ? describeRule : describeOffer)(rule, languageOf(language), currency),
    }),
    points: t.expose('points', { type: 'Points', description: 'Points that it gave.' }),
    discount: t.field({
      type: Money,
      description: 'What it took off the bill.',
      resolve: ({ discountMinor, currency }) => ({ amountMinor: discountMinor, currency }),
    }),
    paidBy: t.field({
      type: [RulePayment],
      description:
        'Who pays for it, where another than the seller does too; empty otherwise, and for who is not of the member or an administrator.',
      resolve: ({ paidBy, isOwn, coalitionId, currency }) =>
        isOwn ? paidBy.map((part) => ({ ...part, coalitionId, currency })) : [],
    }),
    reason: t.expose('reason', {
      type: RuleSkipReason,
      nullable: true,
      description: 'Why it gave nothing; null when it gave.',
    }),
    explanation: t.string({
      nullable: true,
      description: 'The reason in words; null when it gave.',
      args: { language: t.arg(languageArg) },
      resolve: ({ reason }, { language }) => reason && describeSkip(reason, languageOf(language)),
    }),
  }),
})

const NOTHING = { points: points(0n), discountMinor: minor(0n), paidBy: [] }

/** What rules would do on a quoted bill: those that give, then the others where the caller may know. */
export const rulesOfQuote = (
  { given, skipped, currency, member }: PurchaseQuote,
  _args: object,
  { principal }: ApiContext,
): AppliedRuleShape[] => {
  const isOwn = seesAffairsOf(principal, member)
  const of = { coalitionId: member.coalitionId, currency, isOwn }
  return [
    ...given.map(({ rule, points, discountMinor }) => ({
      ...{ rule, points, discountMinor, reason: null, ...of },
      paidBy: isPaidByOthers(rule, member.id) ? splitGift(rule, { points, discountMinor }, member.id) : [],
    })),
    ...skipped.map(({ rule, reason }) => ({ ...NOTHING, rule, reason, ...of })),
  ]
}

/** Why a purchase earned what it did. Customers see what gave; what gave nothing is the member's affair. */
export async function rulesOfPurchase(
  purchase: Purchase,
  _args: object,
  { loaders, principal }: ApiContext,
): Promise<AppliedRuleShape[]> {
  const { coalitionId, memberId } = purchase
  const applied = await readAppliedRules(purchase, (id) => loaders.ruleVersion({ coalitionId, id }))
  if (applied.length === 0) return []
  const isOwn = seesAffairsOf(principal, { coalitionId, id: memberId })
  const coalition = await loaders.coalition({ coalitionId, id: coalitionId })
  const seen = isOwn ? applied : applied.filter(({ reason }) => reason === null)
  return seen.map((each) => ({ ...each, coalitionId, currency: coalition?.currency ?? '', isOwn }))
}
