import { micros, minor } from '@artel/ledger'
import { encodePublicId } from '@artel/use-cases'
import { builder } from '../vocabulary/builder.ts'
import { LONG_TEXT } from '../vocabulary/price.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { CreditPolicy, ExpiryKind, RefundPolicy, RevaluationPayer, WindowKind } from './terms-vocabulary.ts'

export const Terms = builder.prismaObject('Terms', {
  description:
    'The dated agreement of the members: prices, funding, caps. Each lot keeps the terms it was issued under.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Counts up from 1.' }),
    startsAt: t.expose('startsAt', {
      type: 'DateTime',
      description: 'From when on the version binds, once every active member has accepted it.',
    }),
    reservePrice: t.expose('reservePrice', {
      type: 'Micros',
      description: 'R: worth of a point to the member that redeems it.',
    }),
    issueFee: t.expose('issueFee', {
      type: 'Micros',
      description: 'fi: paid by the issuer when a point is issued.',
    }),
    redeemFee: t.expose('redeemFee', {
      type: 'Micros',
      description: 'fr: kept from the redeemer when a point is spent.',
    }),
    deposit: t.expose('deposit', {
      type: 'Micros',
      description: 'D: paid into RESERVE when a point is issued; 0 = burn-funded, R = issue-funded.',
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
      description: 'Days left to spend points that a refund returned after their lot had expired.',
    }),
    activationDelayDays: t.exposeInt('activationDelayDays', {
      description: 'Days of the local calendar until earned points can be spent; 0: at once.',
    }),
    maxPointsShareBps: t.exposeInt('maxPointsShareBps', {
      description: 'Largest share of a bill payable in points, basis points.',
    }),
    selfRedemptionFeeWaived: t.exposeBoolean('selfRedemptionFeeWaived', {
      description: 'Whether a member that redeems its own points pays no redeem fee.',
    }),
    holdTtlSeconds: t.exposeInt('holdTtlSeconds', { description: 'Time-out of a hold, seconds.' }),
    segment: t.exposeString('segment', {
      nullable: true,
      description:
        'The segment that these are for; null when they are the version itself, or for one member.',
    }),
    memberId: t.id({
      nullable: true,
      description: 'The member that these are for; null when they are the version itself, or for a segment.',
      resolve: ({ memberId }) => memberId && encodePublicId('member', memberId),
    }),
    creditLimit: t.expose('creditLimit', {
      type: 'Micros',
      nullable: true,
      description: 'Most that a member may owe before it issues no more points; null: without limit.',
    }),
    creditPolicy: t.field({
      type: CreditPolicy,
      description: 'What becomes of a sale above the limit.',
      resolve: (terms) => terms.creditPolicy as typeof CreditPolicy.$inferType,
    }),
    missedPaymentStopsCredit: t.exposeBoolean('missedPaymentStopsCredit', {
      description: 'Whether a missed payment drops the limit to zero until it is made.',
    }),
    lateDays: t.exposeInt('lateDays', {
      description: 'Local days after its own that a sale may be handed in.',
    }),
    minPayoutMinor: t.expose('minPayoutMinor', {
      type: 'Minor',
      description: 'Nets below this are carried forward.',
    }),
    windowKind: t.field({
      type: WindowKind,
      description: 'When settlement windows end.',
      resolve: (terms) => terms.windowKind as typeof WindowKind.$inferType,
    }),
    windowWeekday: t.exposeInt('windowWeekday', {
      nullable: true,
      description: '1 Monday to 7 Sunday, of WEEKLY windows; null of others.',
    }),
    disputeDays: t.exposeInt('disputeDays', { description: 'Local days to dispute a statement.' }),
    paymentDays: t.exposeInt('paymentDays', {
      description: 'Days from the cut-off to the payment, then on to a business day.',
    }),
    secondApproverAboveMinor: t.expose('secondApproverAboveMinor', {
      type: 'Minor',
      nullable: true,
      description: 'Plans that move more need two approvals; null: one always does.',
    }),
    revaluation: t.field({
      type: RevaluationPayer,
      description: 'Who makes good what a changed R does to points that are out.',
      resolve: (terms) => terms.revaluation as typeof RevaluationPayer.$inferType,
    }),
    contractTextEn: t.exposeString('contractTextEn', {
      description: 'Text of the agreement in English.',
      extensions: LONG_TEXT,
    }),
    contractTextRu: t.exposeString('contractTextRu', {
      description: 'Text of the agreement in Russian.',
      extensions: LONG_TEXT,
    }),
    contractHash: t.exposeString('contractHash', {
      description: 'SHA-256 of both texts, hex: what `termsAccept` must name.',
    }),
  }),
})
publicNode(Terms)

export const TermsInput = builder.inputType('TermsInput', {
  description:
    'Terms to open a coalition with, or to propose. Prices are micros a point, shares are basis points.',
  fields: (t) => ({
    reservePrice: t.field({
      type: 'Micros',
      required: true,
      description: 'R: worth of a point to the member that redeems it.',
    }),
    issueFee: t.field({
      type: 'Micros',
      required: true,
      description: 'fi: paid by the issuer when a point is issued.',
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
      description: 'Days left to spend points that a refund returned late.',
    }),
    activationDelayDays: t.int({
      required: true,
      defaultValue: 0,
      description: 'Days of the local calendar until earned points can be spent; 0: at once.',
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
    creditLimit: t.field({
      type: 'Micros',
      description: 'Most that a member may owe before it issues no more points; null: without limit.',
    }),
    creditPolicy: t.field({
      type: CreditPolicy,
      required: true,
      defaultValue: 'REFUSE',
      description: 'What becomes of a sale above the limit.',
    }),
    missedPaymentStopsCredit: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether a missed payment drops the limit to zero until it is made.',
    }),
    lateDays: t.int({
      required: true,
      defaultValue: 30,
      description: 'Local days after its own that a sale may be handed in.',
    }),
    minPayoutMinor: t.field({
      type: 'Minor',
      required: true,
      defaultValue: minor(0n),
      description: 'Nets below this are carried forward.',
    }),
    windowKind: t.field({
      type: WindowKind,
      required: true,
      defaultValue: 'MONTHLY',
      description: 'When settlement windows end.',
    }),
    windowWeekday: t.int({ description: '1 Monday to 7 Sunday; for WEEKLY alone.' }),
    disputeDays: t.int({
      required: true,
      defaultValue: 5,
      description: 'Local days to dispute a statement.',
    }),
    paymentDays: t.int({
      required: true,
      defaultValue: 10,
      description: 'Days from the cut-off to the payment.',
    }),
    secondApproverAboveMinor: t.field({
      type: 'Minor',
      description: 'Plans that move more need two approvals; null: one always does.',
    }),
    revaluation: t.field({
      type: RevaluationPayer,
      required: true,
      defaultValue: 'NONE',
      description: 'Who makes good what a changed R does to points that are out.',
    }),
    contractTextEn: t.string({ required: true, description: 'Text of the agreement in English.' }),
    contractTextRu: t.string({ required: true, description: 'Text of the agreement in Russian.' }),
  }),
})
