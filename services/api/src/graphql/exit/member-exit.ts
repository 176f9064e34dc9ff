import { IdempotencyKeyMismatchError, NotFoundError } from '@artel/ledger'
import { coalitionNow, sumOf } from '@artel/store'
import type {
  ExitLot as ExitLotRow,
  ExitGuarantee as GuaranteeRow,
  ExitEstimate as StatementRow,
} from '@artel/store/prisma'
import {
  decodePublicId,
  type ExitReport,
  encodePublicId,
  estimateExit,
  readExit,
  recordExitGuarantee,
} from '@artel/use-cases'
import { seesPositionOf } from '../../auth/visible.ts'
import { type ApiContext, storeOf, verbContext } from '../../context.ts'
import { requestError } from '../../errors/request-error.ts'
import { builder } from '../vocabulary/builder.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { currencyOf, ExactMoney } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { firstArg, pageSize } from '../vocabulary/page.ts'

function lotAfter(after: string): string {
  const id = decodePublicId('lot', after)
  if (id === undefined) throw requestError('BAD_USER_INPUT', 'after is not a lot of this list.')
  return id
}

async function exact(context: ApiContext, row: { readonly coalitionId: string }, amountMicros: bigint) {
  return { amountMicros, currency: await currencyOf(context, row.coalitionId) }
}

const ExitLot = builder.objectRef<ExitLotRow>('ExitLot').implement({
  description: 'A lot of a leaving member that is still out.',
  fields: (t) => ({
    lotId: t.id({ description: 'The lot.', resolve: ({ lotId }) => encodePublicId('lot', lotId) }),
    points: t.expose('points', { type: 'Points', description: 'Points that are left.' }),
    liability: t.field({
      type: ExactMoney,
      description: 'What they cost the member when all are spent.',
      resolve: (row, _args, context) => exact(context, row, row.liability),
    }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When they end; null: never.',
    }),
  }),
})

const ExitEstimate = builder.objectRef<StatementRow>('ExitEstimate').implement({
  description: "What a leaving member's outstanding points may still cost, as stated once.",
  fields: (t) => ({
    estimateNo: t.exposeInt('estimateNo', { description: 'Counts up from 1; the newest counts.' }),
    estimatedAt: t.expose('estimatedAt', { type: 'DateTime', description: 'When it was stated.' }),
    points: t.field({
      type: 'Points',
      description: 'Points that are out.',
      resolve: ({ points }) => sumOf(points),
    }),
    position: t.field({
      type: ExactMoney,
      description: 'What the member owed; below 0: what it was owed. Deposits are in it.',
      resolve: (row, _args, context) => exact(context, row, sumOf(row.position)),
    }),
    liability: t.field({
      type: ExactMoney,
      description: 'Most that the points can cost.',
      resolve: (row, _args, context) => exact(context, row, sumOf(row.liability)),
    }),
    guaranteeNeeded: t.field({
      type: ExactMoney,
      description: 'Security that was missing.',
      resolve: (row, _args, context) => exact(context, row, sumOf(row.guaranteeNeeded)),
    }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last of them end; null without points, or when some never do.',
    }),
    lotCount: t.exposeInt('lotCount', { description: 'Lots that are out.' }),
    lotHash: t.exposeString('lotHash', { description: "SHA-256 of the lots' lines, hex." }),
    lots: t.field({
      type: [ExitLot],
      description: 'The first of its lots, by id; `after` goes on with those behind a lot.',
      args: {
        ...firstArg(),
        after: t.arg.id({ description: 'The last lot of those before.' }),
      },
      resolve: ({ coalitionId, exitId, estimateNo }, { first, after }, context) =>
        storeOf(context).prisma.exitLot.findMany({
          where: {
            ...{ coalitionId, exitId, estimateNo },
            ...(after == null ? {} : { lotId: { gt: lotAfter(after) } }),
          },
          orderBy: { lotId: 'asc' },
          take: pageSize({ first }),
        }),
    }),
  }),
})

const ExitGuaranteeKind = builder.enumType('ExitGuaranteeKind', {
  description: "Security for what a leaving member's points may still cost.",
  values: {
    DEPOSIT: { description: "Money paid in, booked to the member's position." },
    GUARANTEE: { description: "Somebody else's promise, recorded alone." },
  } as const,
})

const ExitGuarantee = builder.objectRef<GuaranteeRow>('ExitGuarantee').implement({
  description: 'Security as recorded.',
  fields: (t) => ({
    kind: t.field({
      type: ExitGuaranteeKind,
      description: 'What it is.',
      resolve: ({ kind }) => kind as typeof ExitGuaranteeKind.$inferType,
    }),
    amount: t.field({
      type: ExactMoney,
      description: 'How much.',
      resolve: (row, _args, context) => exact(context, row, row.amount),
    }),
    reference: t.exposeString('reference', { description: 'Number of the payment or of the guarantee.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
  }),
})

const MemberExit = builder.objectRef<ExitReport>('MemberExit').implement({
  description: 'The exit of a member: notice, guarantees, estimates, and what is missing now.',
  fields: (t) => ({
    reason: t.string({ description: 'Why it leaves.', resolve: ({ exit }) => exit.reason }),
    noticedAt: t.field({
      type: 'DateTime',
      description: 'Since when it issues no points.',
      resolve: ({ exit }) => exit.noticedAt,
    }),
    redemptionEndsAt: t.field({
      type: 'DateTime',
      description: "When its customers' time to spend its points ends.",
      resolve: ({ exit }) => exit.redemptionEndsAt,
    }),
    closedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it closed.',
      resolve: ({ exit }) => exit.closedAt,
    }),
    missing: t.stringList({
      description:
        'What is missing before it can close: REDEMPTION_WINDOW, OPEN_HOLDS, POINTS_TO_EXPIRE, FINAL_ESTIMATE, GUARANTEE.',
      resolve: ({ missing }) => [...missing],
    }),
    points: t.field({
      type: 'Points',
      description: 'Its points that are out.',
      resolve: ({ tail }) => tail.points,
    }),
    liability: t.field({
      type: ExactMoney,
      description: 'Most that they can cost it.',
      resolve: ({ exit, tail }, _args, context) => exact(context, exit, tail.liability),
    }),
    guaranteeNeeded: t.field({
      type: ExactMoney,
      description: 'Security that is missing.',
      resolve: ({ exit, tail }, _args, context) => exact(context, exit, tail.guaranteeNeeded),
    }),
    guarantees: t.field({
      type: [ExitGuarantee],
      description: 'Security recorded.',
      resolve: ({ guarantees }) => [...guarantees],
    }),
    estimates: t.field({
      type: [ExitEstimate],
      description: 'Newest first.',
      resolve: ({ estimates }) => [...estimates],
    }),
  }),
})

builder.prismaObjectField('Member', 'exit', (t) =>
  t.field({
    type: MemberExit,
    nullable: true,
    description: 'Its exit. For itself and administrators; null for others, and without notice.',
    resolve: async (member, _args, context) => {
      if (!seesPositionOf(context.principal, member)) return null
      const store = storeOf(context)
      const now = await coalitionNow(store, member.coalitionId)
      return readExit(store, { coalitionId: member.coalitionId, memberId: member.id }, now)
    },
  }),
)

const MemberExitGuaranteeInput = builder.inputType('MemberExitGuaranteeInput', {
  description: "Security for what a leaving member's points may still cost.",
  fields: (t) => ({
    memberId: t.id({ required: true, description: 'The member.' }),
    kind: t.field({ type: ExitGuaranteeKind, required: true, description: 'What it is.' }),
    amountMicros: t.field({ type: 'Micros', required: true, description: 'How much.' }),
    reference: t.string({ required: true, description: 'Number of the payment or of the guarantee.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const MemberExitGuaranteePayload = builder
  .objectRef<Awaited<ReturnType<typeof recordExitGuarantee>>>('MemberExitGuaranteePayload')
  .implement({
    description: 'The security as recorded.',
    fields: (t) => ({
      guarantee: t.expose('guarantee', { type: ExitGuarantee, description: 'The security.' }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('memberExitGuarantee', (t) =>
  t.field({
    type: MemberExitGuaranteePayload,
    description: 'Records a deposit or a guarantee of a leaving member. Administrators only.',
    errors: { types: [NotFoundError, IdempotencyKeyMismatchError] },
    args: { input: t.arg({ type: MemberExitGuaranteeInput, required: true, description: 'The security.' }) },
    resolve: (_root, { input: { memberId, amountMicros, ...rest } }, context) =>
      recordExitGuarantee(verbContext(context), {
        ...rest,
        amount: amountMicros,
        memberId: uuidOf('member', memberId, ['memberId']),
      }),
  }),
)

const MemberExitEstimateInput = builder.inputType('MemberExitEstimateInput', {
  description: 'A leaving member to state.',
  fields: (t) => ({
    memberId: t.id({ required: true, description: 'The member.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const MemberExitEstimatePayload = builder
  .objectRef<Awaited<ReturnType<typeof estimateExit>>>('MemberExitEstimatePayload')
  .implement({
    description: 'The estimate as made.',
    fields: (t) => ({
      estimate: t.expose('estimate', { type: ExitEstimate, description: 'The estimate.' }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('memberExitEstimate', (t) =>
  t.field({
    type: MemberExitEstimatePayload,
    description: "States what a leaving member's points may still cost, lot by lot. Administrators only.",
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: MemberExitEstimateInput, required: true, description: 'The member.' }) },
    resolve: (_root, { input }, context) =>
      estimateExit(verbContext(context), {
        ...input,
        memberId: uuidOf('member', input.memberId, ['memberId']),
      }),
  }),
)
