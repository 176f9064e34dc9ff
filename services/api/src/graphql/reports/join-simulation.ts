import { basisPoints, InvalidInputError, points } from '@artel/ledger'
import {
  DEFAULT_JOIN_ASSUMPTIONS,
  type FundingForecast,
  type JoinAssumptions,
  type JoinSimulation as JoinSimulationRead,
  type SimulatedMonth,
} from '@artel/rules'
import { simulateJoin } from '@artel/use-cases'
import { EarnRuleInput } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { ExactMoney, Money } from '../vocabulary/money.ts'
import { REPORT } from '../vocabulary/price.ts'

type InCurrency<Shape> = Shape & { readonly currency: string }

const JoinMonth = builder.objectRef<InCurrency<SimulatedMonth>>('JoinSimulationMonth').implement({
  description: 'What one month would bring. Points do not depend on how they are funded.',
  fields: (t) => ({
    month: t.exposeString('month', { description: 'Such as 2026-03.' }),
    sales: t.field({
      type: Money,
      description: 'Sales less returns.',
      resolve: ({ salesMinor, currency }) => ({ amountMinor: salesMinor, currency }),
    }),
    issued: t.expose('issued', { type: 'Points', description: 'Issued to its customers.' }),
    spentHere: t.expose('spentHere', { type: 'Points', description: 'Its own points, spent with it.' }),
    spentElsewhere: t.expose('spentElsewhere', {
      type: 'Points',
      description: 'Its own points, spent at other members.',
    }),
    inbound: t.expose('inbound', { type: 'Points', description: "Others' points, spent with it." }),
    expired: t.expose('expired', { type: 'Points', description: 'Its own points that run out.' }),
    outstanding: t.expose('outstanding', {
      type: 'Points',
      description: "Its own points that customers hold at the month's end.",
    }),
    goodsForPoints: t.field({
      type: Money,
      description: 'Goods and services sold for points, at face value; not part of the money figures.',
      resolve: ({ tillMinor, currency }) => ({ amountMinor: tillMinor, currency }),
    }),
  }),
})

const JoinFunding = builder.objectRef<InCurrency<FundingForecast>>('JoinSimulationFunding').implement({
  description:
    'Money between the business and the coalition under one deposit; positive: the business gets it.',
  fields: (t) => ({
    deposit: t.expose('deposit', { type: 'Micros', description: 'D, micros a point, 0 to R.' }),
    netCash: t.field({
      type: [ExactMoney],
      description: 'By month.',
      resolve: ({ netCash, currency }) => netCash.map((amountMicros) => ({ amountMicros, currency })),
    }),
    total: t.field({
      type: ExactMoney,
      description: 'Sum of all months.',
      resolve: ({ total, currency }) => ({ amountMicros: total, currency }),
    }),
    deepest: t.field({
      type: ExactMoney,
      description: 'Lowest that the running sum gets, 0 at most.',
      resolve: ({ deepest, currency }) => ({ amountMicros: deepest, currency }),
    }),
  }),
})

const JoinSimulation = builder.objectRef<InCurrency<JoinSimulationRead>>('JoinSimulation').implement({
  description: 'What joining would bring, from the first sale until the last point is spent or has run out.',
  fields: (t) => ({
    months: t.field({
      type: [JoinMonth],
      description: 'Month by month.',
      resolve: ({ months, currency }) => months.map((month) => ({ ...month, currency })),
    }),
    fundings: t.field({
      type: [JoinFunding],
      description: 'The money, a deposit each.',
      resolve: ({ fundings, currency }) => fundings.map((funding) => ({ ...funding, currency })),
    }),
    outstanding: t.expose('outstanding', {
      type: 'Points',
      description: 'Points that never run out and are not spent either.',
    }),
  }),
})

const JoinSaleInput = builder.inputType('JoinSaleInput', {
  description: 'A sale of the past.',
  fields: (t) => ({
    soldAt: t.field({ type: 'DateTime', required: true, description: 'When.' }),
    totalMinor: t.field({
      type: 'Minor',
      required: true,
      description: 'Minor units; negative for a return.',
    }),
  }),
})

const JoinMonthInput = builder.inputType('JoinMonthInput', {
  description: 'A month of which only the sum is known.',
  fields: (t) => ({
    month: t.string({ required: true, description: 'Such as 2026-03; months follow each other.' }),
    salesCount: t.int({ required: true, description: 'Sales in it.' }),
    totalMinor: t.field({ type: 'Minor', required: true, description: 'Sales less returns, minor units.' }),
  }),
})

const JoinAssumptionsInput = builder.inputType('JoinAssumptionsInput', {
  description:
    'What is assumed; what is left out is assumed as the demo town has it. Shares are basis points.',
  fields: (t) => ({
    earnRule: t.field({ type: EarnRuleInput, description: 'How its sales would earn.' }),
    reservePrice: t.field({ type: 'Micros', description: 'R, micros a point.' }),
    issueFee: t.field({ type: 'Micros', description: 'fi, micros a point.' }),
    redeemFee: t.field({ type: 'Micros', description: 'fr, micros a point.' }),
    faceValueMinor: t.field({ type: 'Minor', description: 'What a point pays at the till, minor units.' }),
    selfRedemptionFeeWaived: t.boolean({ description: 'No redeem fee on its own points.' }),
    participationBps: t.int({ description: 'Share of sales whose customers take part.' }),
    redemptionBps: t.int({ description: 'Share of points that are ever spent.' }),
    redemptionLagMonths: t.int({ description: 'Months until the first are spent.' }),
    redemptionSpreadMonths: t.int({ description: 'Months over which they are then spent, evenly.' }),
    elsewhereBps: t.int({ description: 'Share of spent points that goes to other members.' }),
    inboundBps: t.int({ description: "Share of its sales that is paid in others' points." }),
    expiryMonths: t.int({ description: 'Months until points run out; 0: never.' }),
  }),
})

const JoinSimulationInput = builder.inputType('JoinSimulationInput', {
  description: 'Past sales, either one by one (10 000 at most) or by month (120 at most), and assumptions.',
  fields: (t) => ({
    currency: t.string({
      required: true,
      defaultValue: 'RUB',
      description: 'ISO 4217; counts in hundredths.',
    }),
    timeZone: t.field({
      type: 'TimeZone',
      required: true,
      defaultValue: 'Europe/Moscow',
      description: 'Whose months they are.',
    }),
    sales: t.field({ type: [JoinSaleInput], description: 'Sales one by one.' }),
    months: t.field({ type: [JoinMonthInput], description: 'Sums of months.' }),
    assumptions: t.field({ type: JoinAssumptionsInput, description: 'What is assumed.' }),
    deposits: t.field({
      type: ['Micros'],
      description: 'Deposits a point to compare, 10 at most; 0, R / 2 and R, if left out.',
    }),
  }),
})

builder.queryField('joinSimulation', (t) =>
  t.field({
    type: JoinSimulation,
    extensions: REPORT,
    description: 'What joining would bring a business, played on its own sales. Nothing is read or written.',
    errors: {},
    args: {
      input: t.arg({ type: JoinSimulationInput, required: true, description: 'Sales and assumptions.' }),
    },
    resolve: (_root, { input }) => {
      const { currency, timeZone, sales, months, deposits } = input
      if (!/^[A-Z]{3}$/.test(currency))
        throw new InvalidInputError({ path: ['currency'], problem: 'Must be an ISO 4217 code.' })
      const assumptions = assumed(input.assumptions ?? {})
      const simulation = simulateJoin({
        ...{ timeZone, assumptions, sales: sales ?? null, months: months ?? null },
        deposits: deposits ?? null,
      })
      return { ...simulation, currency }
    },
  }),
)

/** The defaults, and over them what the caller says. */
function assumed(said: Partial<typeof JoinAssumptionsInput.$inferInput>): JoinAssumptions {
  const usual = DEFAULT_JOIN_ASSUMPTIONS
  const share = (given: number | null | undefined, otherwise: bigint) =>
    basisPoints(given == null ? otherwise : BigInt(given))
  const { earnRule, expiryMonths } = said
  return {
    ...usual,
    earnRule: earnRule ? earnRuleOf(earnRule) : usual.earnRule,
    prices: {
      reservePrice: said.reservePrice ?? usual.prices.reservePrice,
      issueFee: said.issueFee ?? usual.prices.issueFee,
      redeemFee: said.redeemFee ?? usual.prices.redeemFee,
    },
    faceValueMinor: said.faceValueMinor ?? usual.faceValueMinor,
    selfRedemptionFeeWaived: said.selfRedemptionFeeWaived ?? usual.selfRedemptionFeeWaived,
    participationBps: share(said.participationBps, usual.participationBps),
    redemptionBps: share(said.redemptionBps, usual.redemptionBps),
    redemptionLagMonths: said.redemptionLagMonths ?? usual.redemptionLagMonths,
    redemptionSpreadMonths: said.redemptionSpreadMonths ?? usual.redemptionSpreadMonths,
    elsewhereBps: share(said.elsewhereBps, usual.elsewhereBps),
    inboundBps: share(said.inboundBps, usual.inboundBps),
    expiryMonths: expiryMonths === 0 ? null : (expiryMonths ?? usual.expiryMonths),
  }
}

function earnRuleOf(rule: typeof EarnRuleInput.$inferInput): JoinAssumptions['earnRule'] {
  const minTotalMinor = rule.minTotalMinor ?? DEFAULT_JOIN_ASSUMPTIONS.earnRule.minTotalMinor
  return rule.kind === 'FIXED'
    ? { kind: 'FIXED', fixedPoints: rule.fixedPoints ?? points(0n), minTotalMinor }
    : { kind: 'PERCENT', percentBps: basisPoints(BigInt(rule.percentBps ?? 0)), minTotalMinor }
}
