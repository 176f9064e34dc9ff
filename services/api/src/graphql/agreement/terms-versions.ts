import {
  CoalitionWindingDownError,
  IdempotencyKeyMismatchError,
  NotFoundError,
  TermsNotOpenError,
} from '@artel/ledger'
import type { TermsAcceptance as AcceptanceRow, Revaluation as RevaluationRow } from '@artel/store/prisma'
import {
  proposeTerms,
  readTerms,
  revaluePoints,
  type TermsHistoryEntry,
  withdrawTerms,
} from '@artel/use-cases'
import { coalitionIdOf, storeOf, verbContext } from '../../context.ts'
import { Member, MemberSegment } from '../member/member.ts'
import { Terms, TermsInput } from '../terms/terms.ts'
import { CreditPolicy, RevaluationPayer } from '../terms/terms-vocabulary.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'

const TermsStanding = builder.enumType('TermsStanding', {
  description: 'Where a version of the terms stands.',
  values: {
    PROPOSED: { description: 'Active members have yet to accept it.' },
    ACCEPTED: { description: 'All have accepted it; it waits for its date.' },
    IN_FORCE: { description: 'It binds new points.' },
    SUPERSEDED: { description: 'A later version does.' },
    WITHDRAWN: { description: 'It was taken back before it bound anybody.' },
  } as const,
})

const TermsAcceptance = builder.objectRef<AcceptanceRow>('TermsAcceptance').implement({
  description: "A member's acceptance of a version, with the hash of the text that it read.",
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Who accepted.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    acceptedBy: t.exposeString('acceptedBy', { description: 'By name and office.' }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', description: 'When.' }),
    contractHash: t.exposeString('contractHash', { description: 'SHA-256 of the texts, hex.' }),
  }),
})

const TermsVersion = builder.objectRef<TermsHistoryEntry>('TermsVersion').implement({
  description: 'A version of the terms, who has accepted it and who is missing.',
  fields: (t) => ({
    terms: t.expose('terms', { type: Terms, description: 'The version.' }),
    overrides: t.field({
      type: [Terms],
      description:
        'What it is for segments and single members, where that differs; what is for one member, it and administrators see.',
      resolve: ({ variants }, _args, { principal }) =>
        variants.filter(
          ({ memberId }) =>
            memberId === null ||
            principal.kind === 'admin' ||
            (principal.kind === 'member' && principal.memberId === memberId),
        ),
    }),
    standing: t.expose('standing', { type: TermsStanding, description: 'Where it stands.' }),
    acceptances: t.field({
      type: [TermsAcceptance],
      description: 'In the order in which they came.',
      resolve: ({ acceptances }) => [...acceptances],
    }),
    missing: t.field({
      type: [Member],
      description: 'Active members that have not accepted it.',
      resolve: async ({ terms, missingMemberIds }, _args, { loaders }) =>
        Promise.all(
          missingMemberIds.map(async (id) =>
            present(await loaders.member({ coalitionId: terms.coalitionId, id })),
          ),
        ),
    }),
  }),
})

builder.prismaObjectField('Coalition', 'termsVersions', (t) =>
  t.field({
    type: [TermsVersion],
    nullable: true,
    description: 'All versions of the terms, newest first. For members and administrators; null for others.',
    resolve: async ({ id }, _args, context) => {
      const { kind } = context.principal
      return kind === 'admin' || kind === 'member' ? [...(await readTerms(storeOf(context), id))] : null
    },
  }),
)

const TermsOverrideInput = builder.inputType('TermsOverrideInput', {
  description:
    'What a version is for a segment or for one member: name one of the two. Fields left out are its.',
  fields: (t) => ({
    segment: t.field({ type: MemberSegment, description: 'The segment.' }),
    memberId: t.id({ description: 'The member.' }),
    issueFee: t.field({ type: 'Micros', description: 'fi of its points.' }),
    deposit: t.field({ type: 'Micros', description: 'D of its points; above R means R.' }),
    maxPointsShareBps: t.int({ description: 'Largest share of its bills payable in points.' }),
    creditLimit: t.field({ type: 'Micros', description: 'Most that it may owe.' }),
    creditPolicy: t.field({ type: CreditPolicy, description: 'What becomes of its sales above that.' }),
    lateDays: t.int({ description: 'Local days that its sales may be late.' }),
    minPayoutMinor: t.field({ type: 'Minor', description: 'Its nets below this are carried forward.' }),
  }),
})

const TermsProposeInput = builder.inputType('TermsProposeInput', {
  description: 'The next version of the terms, whole. Overrides of the version before do not carry over.',
  fields: (t) => ({
    startsAt: t.field({ type: 'DateTime', required: true, description: 'From when on. In the future.' }),
    terms: t.field({ type: TermsInput, required: true, description: 'The terms.' }),
    overrides: t.field({
      type: [TermsOverrideInput],
      required: true,
      defaultValue: [],
      description: 'What they are for segments and single members.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const TermsProposePayload = builder
  .objectRef<Awaited<ReturnType<typeof proposeTerms>>>('TermsProposePayload')
  .implement({
    description: 'The version as proposed.',
    fields: (t) => ({
      terms: t.expose('terms', { type: Terms, description: 'For members to accept.' }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('termsPropose', (t) =>
  t.field({
    type: TermsProposePayload,
    description: 'Proposes the next version of the terms. Administrators only.',
    errors: {
      types: [NotFoundError, IdempotencyKeyMismatchError, CoalitionWindingDownError],
    },
    args: { input: t.arg({ type: TermsProposeInput, required: true, description: 'The version.' }) },
    resolve: (_root, { input }, context) =>
      proposeTerms(verbContext(context), {
        ...given(input),
        overrides: given(input).overrides.map(({ memberId, ...override }, at) => ({
          ...override,
          memberId:
            memberId == null ? null : uuidOf('member', memberId, ['overrides', String(at), 'memberId']),
        })),
      }),
  }),
)

const TermsWithdrawInput = builder.inputType('TermsWithdrawInput', {
  description: 'A version to take back.',
  fields: (t) => ({ termsId: t.id({ required: true, description: 'The version.' }) }),
})

const TermsWithdrawPayload = builder
  .objectRef<Awaited<ReturnType<typeof withdrawTerms>>>('TermsWithdrawPayload')
  .implement({
    description: 'The version as withdrawn.',
    fields: (t) => ({ terms: t.expose('terms', { type: Terms, description: 'The version.' }) }),
  })

builder.mutationField('termsWithdraw', (t) =>
  t.field({
    type: TermsWithdrawPayload,
    description: 'Takes back a version that does not bind anybody yet. Administrators only.',
    errors: { types: [NotFoundError, TermsNotOpenError] },
    args: { input: t.arg({ type: TermsWithdrawInput, required: true, description: 'The version.' }) },
    resolve: (_root, { input }, context) =>
      withdrawTerms(verbContext(context), { termsId: uuidOf('terms', input.termsId, ['termsId']) }),
  }),
)

const Revaluation = builder.objectRef<RevaluationRow>('Revaluation').implement({
  description: 'What a changed R meant for the points that were out. Lots keep the R they were issued at.',
  fields: (t) => ({
    oldReservePrice: t.expose('oldReservePrice', { type: 'Micros', description: 'R before.' }),
    newReservePrice: t.expose('newReservePrice', { type: 'Micros', description: 'R since.' }),
    payer: t.field({
      type: RevaluationPayer,
      description: 'Who makes the difference good.',
      resolve: ({ payer }) => payer as typeof RevaluationPayer.$inferType,
    }),
    revaluedAt: t.expose('revaluedAt', { type: 'DateTime', description: 'When it was written down.' }),
    isBooked: t.boolean({
      description: 'Whether an entry booked it.',
      resolve: ({ entryId }) => entryId !== null,
    }),
  }),
})

const TermsRevaluePayload = builder
  .objectRef<{ revaluation: RevaluationRow | null }>('TermsRevaluePayload')
  .implement({
    description: 'What was written down.',
    fields: (t) => ({
      revaluation: t.expose('revaluation', {
        type: Revaluation,
        nullable: true,
        description: 'Null when R has not changed.',
      }),
    }),
  })

const TermsRevalueInput = builder.inputType('TermsRevalueInput', {
  description: 'A version is revalued once, whatever the key.',
  fields: (t) => ({ idempotencyKey: idempotencyKeyField(t) }),
})

builder.mutationField('termsRevalue', (t) =>
  t.field({
    type: TermsRevaluePayload,
    description:
      'Writes down, once, what a changed R of the terms in force does to the points that are out. The worker does so by itself. Administrators only.',
    args: { input: t.arg({ type: TermsRevalueInput, required: true, description: 'A key.' }) },
    resolve: async (_root, _args, context) => ({
      revaluation: await revaluePoints(verbContext(context), { coalitionId: coalitionIdOf(context) }),
    }),
  }),
)
