import { MemberNotActiveError, NotFoundError, TermsNotOpenError } from '@artel/ledger'
import { acceptTerms } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { Terms } from '../terms/terms.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'

const TermsAcceptInput = builder.inputType('TermsAcceptInput', {
  description: 'The acceptance of terms by the calling member.',
  fields: (t) => ({
    termsId: t.id({ required: true, description: 'The terms to accept.' }),
    contractHash: t.string({
      required: true,
      description: 'Hash of the text that was read; must be that of the terms.',
    }),
    acceptedBy: t.string({ required: true, description: 'Who accepts, by name and office.' }),
  }),
})

const TermsAcceptPayload = builder
  .objectRef<Awaited<ReturnType<typeof acceptTerms>>>('TermsAcceptPayload')
  .implement({
    description: 'The acceptance as recorded.',
    fields: (t) => ({
      member: t.expose('member', {
        type: Member,
        description: 'The member, ACTIVE once the terms in force are accepted.',
      }),
      terms: t.expose('terms', { type: Terms, description: 'The terms accepted.' }),
      acceptedAt: t.field({
        type: 'DateTime',
        description: 'When they were accepted.',
        resolve: ({ acceptance }) => acceptance.acceptedAt,
      }),
    }),
  })

builder.mutationField('termsAccept', (t) =>
  t.field({
    type: TermsAcceptPayload,
    description: 'Accepts the terms as the calling member; an INVITED member becomes ACTIVE.',
    errors: { types: [MemberNotActiveError, NotFoundError, TermsNotOpenError] },
    args: {
      input: t.arg({ type: TermsAcceptInput, required: true, description: 'What is accepted, and by whom.' }),
    },
    resolve: (_root, { input }, context) =>
      acceptTerms(verbContext(context), { ...input, termsId: uuidOf('terms', input.termsId, ['termsId']) }),
  }),
)
