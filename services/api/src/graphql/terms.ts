import { micros, minor } from '@artel/ledger'
import { builder } from './builder.ts'
import { publicNode } from './public-node.ts'

export const RefundPolicy = builder.enumType('RefundPolicy', {
  description: 'Who pays for points that were earned by a refunded sale and spent already.',
  values: {
    ISSUER_BEARS: { description: 'The issuer stays charged for them.' },
    CUSTOMER_DEBT: { description: 'The customer owes them; later earnings pay the debt.' },
  } as const,
})

export const ExpiryKind = builder.enumType('ExpiryKind', {
  description: 'When points expire.',
  values: {
    NONE: { description: 'Never.' },
    ROLLING_MONTHS: { description: 'A number of months after they were earned.' },
    END_OF_YEAR: { description: "At the end of the coalition's year, a number of months later." },
  } as const,
})

export const Terms = builder.prismaObject('Terms', {
  description:
    'The dated agreement of the members: prices, funding, caps. Each lot keeps the terms it was issued under.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Counts up from 1.' }),
    startsAt: t.expose('startsAt', { type: 'DateTime', description: 'When the version came into force.' }),
    reservePrice: t.expose('reservePrice', {
      type: 'Micros',
      description: 'R: worth of a point to the member that redeems it.',
    }),
    issueFee: t.expose('issueFee', {
      type: 'Micros',
      description: 'fi: paid by the issuer when a point is given.',
    }),
    redeemFee: t.expose('redeemFee', {
      type: 'Micros',
      description: 'fr: kept from the redeemer when a point is spent.',
    }),
    deposit: t.expose('deposit', {
      type: 'Micros',
      description: 'D: paid into RESERVE when a point is given; 0 = burn-funded, R = issue-funded.',
    }),
    faceValueMinor: t.expose('faceValueMinor', {
      type: 'Minor',
      description: 'What a point pays at the till, minor units.',
    }),
    breakageIssuerBps: t.exposeInt('breakageIssuerBps', {
      description: "The issuer's share of a forfeited reserve, basis points.",
    }),
    breakagePromoFundBps: t.exposeInt('breakagePromoFundBps', {
      description: "The promo fund's share, basis points.",
    }),
    breakageOperatorBps: t.exposeInt('breakageOperatorBps', {
      description: "The operator's share, basis points.",
    }),
    refundPolicy: t.field({
      type: RefundPolicy,
      description: 'What becomes of points already spent when their sale is refunded.',
      resolve: (terms) => terms.refundPolicy as typeof RefundPolicy.$inferType,
    }),
    expiryKind: t.field({
      type: ExpiryKind,
      description: 'When points expire.',
      resolve: (terms) => terms.expiryKind as typeof ExpiryKind.$inferType,
    }),
    expiryMonths: t.exposeInt('expiryMonths', { description: 'Months of the expiry rule.' }),
    refundGraceDays: t.exposeInt('refundGraceDays', {
      description: 'Days left to spend points that a refund gave back after their lot had expired.',
    }),
    activationDelaySeconds: t.exposeInt('activationDelaySeconds', {
      description: 'Seconds until earned points can be spent.',
    }),
    maxPointsShareBps: t.exposeInt('maxPointsShareBps', {
      description: 'Largest share of a bill payable in points, basis points.',
    }),
    selfRedemptionFeeWaived: t.exposeBoolean('selfRedemptionFeeWaived', {
      description: 'Whether a member that redeems its own points pays no redeem fee.',
    }),
    holdTtlSeconds: t.exposeInt('holdTtlSeconds', { description: 'Time-out of a hold, seconds.' }),
    contractTextEn: t.exposeString('contractTextEn', { description: 'Text of the agreement in English.' }),
    contractTextRu: t.exposeString('contractTextRu', { description: 'Text of the agreement in Russian.' }),
    contractHash: t.exposeString('contractHash', {
      description: 'SHA-256 of both texts, hex: what `termsAccept` must name.',
    }),
  }),
})
publicNode(Terms)

export const TermsInput = builder.inputType('TermsInput', {
  description: 'Terms to open a coalition with. Prices are micros a point, shares are basis points.',
  fields: (t) => ({
    reservePrice: t.field({
      type: 'Micros',
      required: true,
      description: 'R: worth of a point to the member that redeems it.',
    }),
    issueFee: t.field({
      type: 'Micros',
      required: true,
      description: 'fi: paid by the issuer when a point is given.',
    }),
    redeemFee: t.field({
      type: 'Micros',
      required: true,
      description: 'fr: kept from the redeemer when a point is spent.',
    }),
    deposit: t.field({
      type: 'Micros',
      required: true,
      defaultValue: micros(0n),
      description: 'D, 0 to R: 0 = burn-funded, R = issue-funded, between = hybrid.',
    }),
    faceValueMinor: t.field({
      type: 'Minor',
      required: true,
      defaultValue: minor(100n),
      description: 'What a point pays at the till, minor units.',
    }),
    breakageIssuerBps: t.int({
      required: true,
      defaultValue: 5000,
      description: "The issuer's share of a forfeited reserve.",
    }),
    breakagePromoFundBps: t.int({
      required: true,
      defaultValue: 3000,
      description: "The promo fund's share.",
    }),
    breakageOperatorBps: t.int({
      required: true,
      defaultValue: 2000,
      description: "The operator's share; the three sum to 10000.",
    }),
    refundPolicy: t.field({
      type: RefundPolicy,
      required: true,
      defaultValue: 'ISSUER_BEARS',
      description: 'What becomes of points already spent when their sale is refunded.',
    }),
    expiryKind: t.field({
      type: ExpiryKind,
      required: true,
      defaultValue: 'ROLLING_MONTHS',
      description: 'When points expire.',
    }),
    expiryMonths: t.int({ required: true, defaultValue: 12, description: 'Months of the expiry rule.' }),
    refundGraceDays: t.int({
      required: true,
      defaultValue: 14,
      description: 'Days left to spend points that a refund gave back late.',
    }),
    activationDelaySeconds: t.int({
      required: true,
      defaultValue: 0,
      description: 'Seconds until earned points can be spent.',
    }),
    maxPointsShareBps: t.int({
      required: true,
      defaultValue: 5000,
      description: 'Largest share of a bill payable in points.',
    }),
    selfRedemptionFeeWaived: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether a member that redeems its own points pays no redeem fee.',
    }),
    holdTtlSeconds: t.int({
      required: true,
      defaultValue: 604_800,
      description: 'Time-out of a hold, seconds.',
    }),
    contractTextEn: t.string({ required: true, description: 'Text of the agreement in English.' }),
    contractTextRu: t.string({ required: true, description: 'Text of the agreement in Russian.' }),
  }),
})
