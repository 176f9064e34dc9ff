import { encodePublicId } from '@artel/use-cases'
import { CoalitionWindingDownError, CreditLimitReachedError, ExitNoticeStandsError, MemberExitIncompleteError, SaleNeedsApprovalError, SaleTooLateError, TermsNotAcceptedError, TermsNotOpenError } from '@artel/ledger'
import { coalitionIdOf } from '../../context.ts'
import { builder } from './builder.ts'
import { currencyOf, ExactMoney } from './money.ts'
import { UserError } from './user-error.ts'

builder.objectType(TermsNotOpenError, {
  name: 'TermsNotOpenError',
  description: 'TERMS_NOT_OPEN: the version is withdrawn, or binds already.',
  interfaces: [UserError],
  fields: (t) => ({
    reason: t.exposeString('reason', {
      description: 'WITHDRAWN, IN_FORCE, ABOUT_TO_START or SUPERSEDED.',
    }),
  }),
})

builder.objectType(TermsNotAcceptedError, {
  name: 'TermsNotAcceptedError',
  description: 'TERMS_NOT_ACCEPTED: the member has to accept the terms in force first.',
  interfaces: [UserError],
  fields: (t) => ({
    termsId: t.id({
      description: 'The version to accept.',
      resolve: ({ termsId }) => encodePublicId('terms', termsId),
    }),
  }),
})

builder.objectType(CreditLimitReachedError, {
  name: 'CreditLimitReachedError',
  description:
    'CREDIT_LIMIT_REACHED: the member gives no more points until it pays; spending is not affected.',
  interfaces: [UserError],
  fields: (t) => ({
    owed: t.field({
      type: ExactMoney,
      description: 'What the member owes.',
      resolve: async ({ owedMicros }, _args, context) => ({
        amountMicros: owedMicros,
        currency: await currencyOf(context, coalitionIdOf(context)),
      }),
    }),
    limit: t.field({
      type: ExactMoney,
      description: 'What it may owe now: 0 while a payment is missed, where the terms say so.',
      resolve: async ({ limitMicros }, _args, context) => ({
        amountMicros: limitMicros,
        currency: await currencyOf(context, coalitionIdOf(context)),
      }),
    }),
  }),
})

builder.objectType(SaleNeedsApprovalError, {
  name: 'SaleNeedsApprovalError',
  description:
    'SALE_NEEDS_APPROVAL: the coalition was asked; once it agrees, send the sale again with a new key.',
  interfaces: [UserError],
  fields: (t) => ({
    receiptRef: t.exposeString('receiptRef', { description: 'The receipt that waits.' }),
  }),
})

builder.objectType(SaleTooLateError, {
  name: 'SaleTooLateError',
  description: 'SALE_TOO_LATE: the sale is handed in after the days agreed.',
  interfaces: [UserError],
  fields: (t) => ({
    soldOn: t.exposeString('soldOn', { description: 'Local day of the sale, ISO 8601.' }),
    lastDay: t.exposeString('lastDay', { description: 'Last local day on which it was welcome, ISO 8601.' }),
  }),
})

builder.objectType(MemberExitIncompleteError, {
  name: 'MemberExitIncompleteError',
  description:
    "MEMBER_EXIT_INCOMPLETE: closing now would strand customers' points or leave them without cover.",
  interfaces: [UserError],
  fields: (t) => ({
    missing: t.stringList({
      description:
        'What is missing, in order: NOTICE, REDEMPTION_WINDOW, OPEN_HOLDS, POINTS_TO_EXPIRE, FINAL_ESTIMATE, GUARANTEE.',
      resolve: ({ missing }) => [...missing],
    }),
    guaranteeNeeded: t.field({
      type: ExactMoney,
      description: 'Security that is missing.',
      resolve: async ({ guaranteeNeededMicros }, _args, context) => ({
        amountMicros: guaranteeNeededMicros,
        currency: await currencyOf(context, coalitionIdOf(context)),
      }),
    }),
    redemptionEndsAt: t.expose('redemptionEndsAt', {
      type: 'DateTime',
      nullable: true,
      description: "When its customers' time to spend its points ends.",
    }),
  }),
})

builder.objectType(ExitNoticeStandsError, {
  name: 'ExitNoticeStandsError',
  description:
    'EXIT_NOTICE_STANDS: the notice of a member cannot be taken back any more, or not by this caller.',
  interfaces: [UserError],
  fields: (t) => ({
    because: t.exposeString('because', {
      description: 'Why: FINAL_ESTIMATE, CLOSED, WIND_DOWN or GIVEN_BY_COALITION.',
    }),
  }),
})

builder.objectType(CoalitionWindingDownError, {
  name: 'CoalitionWindingDownError',
  description: 'COALITION_WINDING_DOWN: nothing new is agreed any more.',
  interfaces: [UserError],
  fields: (t) => ({
    endsAt: t.expose('endsAt', { type: 'DateTime', description: 'Until when points can be spent.' }),
  }),
})
