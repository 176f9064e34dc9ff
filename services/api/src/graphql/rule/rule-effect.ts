import type { RuleEffect, VoucherEffect } from '@artel/rules'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { LineFilter } from './line-filter.ts'
import { moneyIn, type PricedPart } from './priced-part.ts'
import { RuleEffectKind } from './rule-words.ts'

const RuleVoucherType = builder
  .objectRef<PricedPart<VoucherEffect> & { readonly coalitionId: string }>('RuleVoucher')
  .implement({
    description: 'A voucher that a rule gives: money off one later bill.',
    fields: (t) => ({
      at: t.field({
        type: [Member],
        description: 'The members whose bills it takes something off.',
        resolve: ({ coalitionId, at }, _args, { loaders }) =>
          Promise.all(at.map(async (id) => present(await loaders.member({ coalitionId, id })))),
      }),
      validDays: t.exposeInt('validDays', {
        description: 'Local days after the one on which it is given.',
      }),
      discountPercentBps: t.int({
        nullable: true,
        description: 'A share off its lines, basis points; one of the three discounts is there.',
        resolve: ({ off }) => (off.kind === 'DISCOUNT_PERCENT' ? Number(off.percentBps) : null),
      }),
      discountFixed: t.field({
        type: Money,
        nullable: true,
        description: 'An amount off.',
        resolve: ({ off, currency }) =>
          moneyIn(off.kind === 'DISCOUNT_FIXED' ? off.amountMinor : null, currency),
      }),
      discountFreeLine: t.boolean({
        description: 'The cheapest of its lines costs nothing.',
        resolve: ({ off }) => off.kind === 'DISCOUNT_FREE_LINE',
      }),
      minTotal: t.field({
        type: Money,
        nullable: true,
        description: 'Of the whole bill before discounts; null = any.',
        resolve: ({ minTotalMinor, currency }) => moneyIn(minTotalMinor, currency),
      }),
      anyLine: t.field({
        type: LineFilter,
        nullable: true,
        description: 'The lines that it asks for and takes something off; null = all.',
        resolve: ({ anyLine }) => anyLine ?? null,
      }),
      maxPerUse: t.field({
        type: Money,
        nullable: true,
        description: 'It takes off no more; null where it is a fixed amount.',
        resolve: ({ maxMinor, currency }) => moneyIn(maxMinor, currency),
      }),
    }),
  })

export const RuleEffectType = builder
  .objectRef<PricedPart<RuleEffect> & { readonly coalitionId: string }>('RuleEffect')
  .implement({
    description: 'Something that a rule gives. Which fields are there, its kind says.',
    fields: (t) => ({
      kind: t.field({ type: RuleEffectKind, description: 'What it is.', resolve: ({ kind }) => kind }),
      percentBps: t.int({
        nullable: true,
        description: 'Share of what its lines cost, basis points; of the percentages.',
        resolve: (effect) => ('percentBps' in effect ? Number(effect.percentBps) : null),
      }),
      multiplyBps: t.int({
        nullable: true,
        description: 'To so much of the usual points: 20000 doubles them; of POINTS_MULTIPLY.',
        resolve: (effect) => ('multiplyBps' in effect ? Number(effect.multiplyBps) : null),
      }),
      points: t.field({
        type: 'Points',
        nullable: true,
        description: 'Points; of POINTS_FIXED and POINTS_PER_UNIT.',
        resolve: (effect) => ('points' in effect ? effect.points : null),
      }),
      amount: t.field({
        type: Money,
        nullable: true,
        description: 'Money off; of DISCOUNT_FIXED.',
        resolve: (effect) => moneyIn('amountMinor' in effect ? effect.amountMinor : null, effect.currency),
      }),
      voucher: t.field({
        type: RuleVoucherType,
        nullable: true,
        description: 'What the voucher says; of VOUCHER.',
        resolve: (effect) => (effect.kind === 'VOUCHER' ? effect : null),
      }),
    }),
  })
