import { AlreadyExistsError, CustomerClosedError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import type { Consent as ConsentRow } from '@artel/store/prisma'
import { publishConsentText, recordConsent, withdrawConsent } from '@artel/use-cases'
import { storeOf, verbContext } from '../../context.ts'
import { Customer, CustomerBy, customerBy } from '../customer/customer.ts'
import { builder } from '../vocabulary/builder.ts'
import { ConsentGivenInput, ConsentPurpose, ConsentSource } from '../vocabulary/consent.ts'
import { given } from '../vocabulary/given.ts'
import { Consent } from './consent.ts'
import { ConsentText } from './consent-text.ts'

const ConsentTextPublishInput = builder.inputType('ConsentTextPublishInput', {
  description: 'A version of what customers agree to.',
  fields: (t) => ({
    purpose: t.field({ type: ConsentPurpose, required: true, description: 'What it asks for.' }),
    version: t.string({ required: true, description: '1 to 100 characters, once a purpose.' }),
    textEn: t.string({ required: true, description: 'The English text, at most 50 000 characters.' }),
    textRu: t.string({ required: true, description: 'The Russian text, at most 50 000 characters.' }),
  }),
})

const ConsentTextPublishPayload = builder
  .objectRef<Awaited<ReturnType<typeof publishConsentText>>>('ConsentTextPublishPayload')
  .implement({
    description: 'The text as it is kept.',
    fields: (t) => ({ text: t.expose('text', { type: ConsentText, description: 'The text.' }) }),
  })

builder.mutationField('consentTextPublish', (t) =>
  t.field({
    type: ConsentTextPublishPayload,
    description:
      'Keeps a version of what customers agree to. The very same again answers with what is kept; another text takes another version.',
    errors: { types: [AlreadyExistsError] },
    args: { input: t.arg({ type: ConsentTextPublishInput, required: true, description: 'The text.' }) },
    resolve: (_root, { input }, context) => publishConsentText(verbContext(context), given(input)),
  }),
)

const ConsentRecordInput = builder.inputType('ConsentRecordInput', {
  description: 'A yes of a customer.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who said it.' }),
    consent: t.field({ type: ConsentGivenInput, required: true, description: 'What the customer said.' }),
  }),
})

const ConsentWithdrawInput = builder.inputType('ConsentWithdrawInput', {
  description: 'A no of a customer.',
  fields: (t) => ({
    customer: t.field({
      type: CustomerBy,
      description: "Who takes it back. A customer's token may leave itself out.",
    }),
    purpose: t.field({ type: ConsentPurpose, required: true, description: 'What is taken back.' }),
    source: t.field({ type: ConsentSource, required: true, description: 'How the customer said it.' }),
    proof: t.string({
      description: 'Where the proof is, such as the number of a form. 128 characters at most.',
    }),
    happenedAt: t.field({ type: 'DateTime', description: 'When the customer said it; now when left out.' }),
  }),
})

const ConsentPayload = builder
  .objectRef<{ readonly consent: ConsentRow; readonly customerId: string }>('ConsentPayload')
  .implement({
    description: 'What is written down.',
    fields: (t) => ({
      consent: t.expose('consent', {
        type: Consent,
        description: 'The record that says it; an earlier one that says the same, if there was one.',
      }),
      customer: t.field({
        type: Customer,
        description: 'The customer.',
        resolve: ({ consent: { coalitionId }, customerId: id }, _args, context) =>
          storeOf(context).prisma.customer.findUniqueOrThrow({
            where: { coalitionId_id: { coalitionId, id } },
          }),
      }),
    }),
  })

const CONSENT_REFUSALS = [NotFoundError, MemberNotActiveError, CustomerClosedError]

builder.mutationField('consentRecord', (t) =>
  t.field({
    type: ConsentPayload,
    description: 'Writes down that a customer agreed to a text. The same again writes nothing.',
    errors: { types: CONSENT_REFUSALS },
    args: { input: t.arg({ type: ConsentRecordInput, required: true, description: 'Who agreed to what.' }) },
    resolve: (_root, { input }, context) =>
      recordConsent(verbContext(context), {
        customer: customerBy(input.customer),
        consent: given(input.consent),
      }),
  }),
)

builder.mutationField('consentWithdraw', (t) =>
  t.field({
    type: ConsentPayload,
    description:
      "Writes down that a customer takes a consent back; a customer's token does it for itself. Twice writes nothing.",
    errors: { types: CONSENT_REFUSALS },
    args: {
      input: t.arg({ type: ConsentWithdrawInput, required: true, description: 'Who takes what back.' }),
    },
    resolve: (_root, { input }, context) =>
      withdrawConsent(verbContext(context), {
        ...given(input),
        customer: input.customer ? customerBy(input.customer) : null,
      }),
  }),
)
