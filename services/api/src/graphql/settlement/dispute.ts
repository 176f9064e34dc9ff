import {
  AlreadyExistsError,
  DisputeResolvedAlreadyError,
  DisputeTooLateError,
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NotFoundError,
} from '@artel/ledger'
import { type DisputeWithOutcome, encodePublicId, openDispute, resolveDispute } from '@artel/use-cases'
import { storeOf, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { currencyOf, ExactMoney } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const DisputeOutcome = builder.enumType('DisputeOutcome', {
  description: 'How a dispute ended.',
  values: {
    UPHELD: { description: 'The line was wrong: it is undone, in whole or in part, in the open window.' },
    REJECTED: { description: 'The line stands, and the next plan asks for it.' },
  } as const,
})

const DisputeResolution = builder.prismaObject('DisputeResolution', {
  description: 'The decision on a dispute.',
  fields: (t) => ({
    outcome: t.field({
      type: DisputeOutcome,
      description: 'How it ended.',
      resolve: ({ outcome }) => outcome as typeof DisputeOutcome.$inferType,
    }),
    amount: t.field({
      type: ExactMoney,
      description: 'Taken off the line, without sign.',
      resolve: async ({ coalitionId, amount }, _args, context) => ({
        amountMicros: amount,
        currency: await currencyOf(context, coalitionId),
      }),
    }),
    note: t.exposeString('note', { description: 'Why, in words.' }),
    entryId: t.id({
      nullable: true,
      description: 'The adjustment; null when the line stands.',
      resolve: ({ entryId }) => entryId && encodePublicId('entry', entryId),
    }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', description: 'When it was decided.' }),
  }),
})

export const Dispute = builder.prismaObject('Dispute', {
  name: 'StatementDispute',
  description: 'One line of a statement that its member does not agree with.',
  fields: (t) => ({
    windowNo: t.exposeInt('windowNo', { description: 'Number of the window.' }),
    statementId: t.id({
      description: 'The statement.',
      resolve: ({ statementId }) => encodePublicId('statement', statementId),
    }),
    member: t.field({
      type: Member,
      description: 'Who disputes.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    entryId: t.id({
      description: 'Entry of the line.',
      resolve: ({ entryId }) => encodePublicId('entry', entryId),
    }),
    position: t.exposeInt('position', { description: 'Place of the leg in its entry.' }),
    amount: t.field({
      type: ExactMoney,
      description: 'The line: positive, the member owes more.',
      resolve: async ({ coalitionId, amount }, _args, context) => ({
        amountMicros: amount,
        currency: await currencyOf(context, coalitionId),
      }),
    }),
    reason: t.exposeString('reason', { description: 'Why, in words.' }),
    evidence: t.exposeStringList('evidence', { description: 'Links and references.' }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was opened.' }),
    resolution: t.field({
      type: DisputeResolution,
      nullable: true,
      description: 'How it ended; null while it waits.',
      resolve: ({ coalitionId, id }, _args, context) =>
        storeOf(context).prisma.disputeResolution.findUnique({
          where: { coalitionId_disputeId: { coalitionId, disputeId: id } },
        }),
    }),
  }),
})
publicNode(Dispute)

const DisputePayload = builder
  .objectRef<{ readonly dispute: DisputeWithOutcome; readonly replayed: boolean }>('DisputePayload')
  .implement({
    description: 'The dispute as it is now.',
    fields: (t) => ({
      dispute: t.expose('dispute', { type: Dispute, description: 'The dispute.' }),
      replayed: replayedField(t),
    }),
  })

const DisputeOpenInput = builder.inputType('DisputeOpenInput', {
  description: 'A line to dispute.',
  fields: (t) => ({
    statementId: t.id({ required: true, description: 'Id of the statement.' }),
    entryId: t.id({ required: true, description: 'Entry of the line.' }),
    position: t.int({ required: true, description: 'Place of the leg in its entry.' }),
    reason: t.string({ required: true, description: 'Why, in words.' }),
    evidence: t.stringList({ description: 'Links and references, at most 20.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const DisputeResolveInput = builder.inputType('DisputeResolveInput', {
  description: 'A decision on a dispute.',
  fields: (t) => ({
    disputeId: t.id({ required: true, description: 'Id of the dispute.' }),
    outcome: t.field({ type: DisputeOutcome, required: true, description: 'How it ends.' }),
    amountMicros: t.field({
      type: 'Micros',
      description: 'How much is taken off an upheld line, without sign; all of it when left out.',
    }),
    note: t.string({ required: true, description: 'Why, for both sides.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

builder.mutationFields((t) => ({
  disputeOpen: t.field({
    type: DisputePayload,
    description: "Disputes one line of the caller's statement; no plan asks for it until it is decided.",
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        AlreadyExistsError,
        DisputeTooLateError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: DisputeOpenInput, required: true, description: 'The line.' }) },
    resolve: (_root, { input }, context) =>
      openDispute(verbContext(context), {
        ...given(input),
        statementId: uuidOf('statement', input.statementId, ['statementId']),
        entryId: uuidOf('entry', input.entryId, ['entryId']),
      }),
  }),
  disputeResolve: t.field({
    type: DisputePayload,
    description:
      'Decides on a dispute. What was wrong is undone in the open window: a closed one never changes.',
    errors: {
      types: [NotFoundError, DisputeResolvedAlreadyError, IdempotencyKeyMismatchError],
    },
    args: { input: t.arg({ type: DisputeResolveInput, required: true, description: 'The decision.' }) },
    resolve: (_root, { input }, context) =>
      resolveDispute(verbContext(context), {
        ...given(input),
        disputeId: uuidOf('dispute', input.disputeId, ['disputeId']),
      }),
  }),
}))
