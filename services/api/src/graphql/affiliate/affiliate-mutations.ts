import {
  AffiliateApplicationsFullError,
  AffiliateStatusError,
  AffiliateTermsChangedError,
  NotFoundError,
} from '@artel/ledger'
import type { Affiliate as AffiliateRow } from '@artel/store/prisma'
import {
  admitAffiliate,
  applyAsAffiliate,
  closeAffiliate,
  nameOwnCustomer,
  publishAffiliateTerms,
  suspendAffiliate,
} from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { MoneyInput } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Affiliate, AffiliateKind, AffiliateTerms } from './affiliate.ts'

const AffiliateTermsPublishInput = builder.inputType('AffiliateTermsPublishInput', {
  description: 'What affiliates agree to.',
  fields: (t) => ({
    textEn: t.string({ required: true, description: 'The English text, at most 50 000 characters.' }),
    textRu: t.string({ required: true, description: 'The Russian text, at most 50 000 characters.' }),
  }),
})

const AffiliateTermsPublishPayload = builder
  .objectRef<Awaited<ReturnType<typeof publishAffiliateTerms>>>('AffiliateTermsPublishPayload')
  .implement({
    description: 'The terms as they are kept.',
    fields: (t) => ({ terms: t.expose('terms', { type: AffiliateTerms, description: 'The terms.' }) }),
  })

builder.mutationField('affiliateTermsPublish', (t) =>
  t.field({
    type: AffiliateTermsPublishPayload,
    description:
      'Keeps the next version of what affiliates agree to. The texts of the newest one again make no other.',
    errors: { types: [] },
    args: { input: t.arg({ type: AffiliateTermsPublishInput, required: true, description: 'The texts.' }) },
    resolve: (_root, { input }, context) => publishAffiliateTerms(verbContext(context), given(input)),
  }),
)

const AffiliateApplyInput = builder.inputType('AffiliateApplyInput', {
  description: 'An application.',
  fields: (t) => ({
    coalitionId: t.id({ required: true, description: 'The coalition that it wants to bring customers to.' }),
    name: t.string({ required: true, description: 'What members and customers will read.' }),
    legalName: t.string({ required: true, description: 'Who is paid.' }),
    kind: t.field({ type: AffiliateKind, required: true, description: 'What it is.' }),
    email: t.string({ required: true, description: 'Where it is reached.' }),
    termsVersion: t.int({ required: true, description: 'The version of the terms that it accepts.' }),
  }),
})

const AffiliateApplyPayload = builder
  .objectRef<{ readonly termsVersion: number }>('AffiliateApplyPayload')
  .implement({
    description: 'The coalition has the application. Nobody learns who has applied before.',
    fields: (t) => ({
      termsVersion: t.exposeInt('termsVersion', { description: 'The terms that were accepted.' }),
    }),
  })

builder.mutationField('affiliateApply', (t) =>
  t.field({
    type: AffiliateApplyPayload,
    description:
      'Applies to be an affiliate, by anybody. One of an address that has an application waiting changes nothing.',
    errors: { types: [NotFoundError, AffiliateTermsChangedError, AffiliateApplicationsFullError] },
    args: { input: t.arg({ type: AffiliateApplyInput, required: true, description: 'The application.' }) },
    resolve: (_root, { input }, context) =>
      applyAsAffiliate(verbContext(context), {
        ...given(input),
        coalitionId: uuidOf('coalition', input.coalitionId, ['coalitionId']),
      }),
  }),
)

const AffiliatePayload = builder
  .objectRef<{ readonly affiliate: AffiliateRow }>('AffiliatePayload')
  .implement({
    description: 'The affiliate as it is now.',
    fields: (t) => ({ affiliate: t.expose('affiliate', { type: Affiliate, description: 'The affiliate.' }) }),
  })

const AffiliateAdmitInput = builder.inputType('AffiliateAdmitInput', {
  description: 'An affiliate to admit.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the affiliate.' }),
    minPayout: t.field({
      type: MoneyInput,
      description: 'Less than this is carried forward; as it is when left out, at first nothing.',
    }),
  }),
})

const AffiliateStepInput = builder.inputType('AffiliateStepInput', {
  description: 'An affiliate to take a step on.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the affiliate.' }) }),
})

const AffiliateCustomerNameInput = builder.inputType('AffiliateCustomerNameInput', {
  description: 'A customer that is the affiliate itself, or works for it.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the affiliate.' }),
    customerId: t.id({ required: true, description: 'Id of the customer.' }),
  }),
})

const stepArg = { type: AffiliateStepInput, required: true, description: 'The affiliate.' } as const
const STEP_REFUSALS = [NotFoundError, AffiliateStatusError]

builder.mutationFields((t) => ({
  affiliateAdmit: t.field({
    type: AffiliatePayload,
    description:
      'Admits an affiliate that applied or was suspended; of an active one it sets the smallest payment.',
    errors: { types: STEP_REFUSALS },
    args: { input: t.arg({ type: AffiliateAdmitInput, required: true, description: 'The affiliate.' }) },
    resolve: (_root, { input }, context) =>
      admitAffiliate(verbContext(context), { ...given(input), id: uuidOf('affiliate', input.id, ['id']) }),
  }),
  affiliateSuspend: t.field({
    type: AffiliatePayload,
    description: 'Suspends an affiliate: what is sold from now on earns it nothing. Twice changes nothing.',
    errors: { types: STEP_REFUSALS },
    args: { input: t.arg(stepArg) },
    resolve: (_root, { input }, context) =>
      suspendAffiliate(verbContext(context), { id: uuidOf('affiliate', input.id, ['id']) }),
  }),
  affiliateClose: t.field({
    type: AffiliatePayload,
    description: 'Closes an affiliate for good, an application too. Twice changes nothing.',
    errors: { types: STEP_REFUSALS },
    args: { input: t.arg(stepArg) },
    resolve: (_root, { input }, context) =>
      closeAffiliate(verbContext(context), { id: uuidOf('affiliate', input.id, ['id']) }),
  }),
  affiliateCustomerName: t.field({
    type: AffiliatePayload,
    description:
      'Says that a customer is the affiliate itself: what it and its household buy earns nothing from the next sale on.',
    errors: { types: [NotFoundError] },
    args: {
      input: t.arg({ type: AffiliateCustomerNameInput, required: true, description: 'The customer.' }),
    },
    resolve: (_root, { input }, context) =>
      nameOwnCustomer(verbContext(context), {
        id: uuidOf('affiliate', input.id, ['id']),
        customerId: uuidOf('customer', input.customerId, ['customerId']),
      }),
  }),
}))
