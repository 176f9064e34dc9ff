import { LadderInUseError, LadderOpenError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import type { TierLadder as LadderRow } from '@artel/store/prisma'
import { createTierLadder, endTierLadder, WITH_TIERS } from '@artel/use-cases'
import { storeOf, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { MoneyInput } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { TierLadder, TierMeasureType } from './tier.ts'

const TierLadderPayload = builder.objectRef<{ readonly ladder: LadderRow }>('TierLadderPayload').implement({
  description: 'The ladder.',
  fields: (t) => ({
    ladder: t.field({
      type: TierLadder,
      description: 'The ladder.',
      resolve: ({ ladder: { coalitionId, id } }, _args, context) =>
        storeOf(context).prisma.tierLadder.findUniqueOrThrow({
          where: { coalitionId_id: { coalitionId, id } },
          include: WITH_TIERS,
        }),
    }),
  }),
})

const TierNameInput = builder.inputType('TierNameInput', {
  description: 'What a tier is called, 1 to 80 characters each.',
  fields: (t) => ({
    en: t.string({ required: true, description: 'In English.' }),
    ru: t.string({ required: true, description: 'In Russian.' }),
  }),
})

const TierInput = builder.inputType('TierInput', {
  description: 'A tier and what reaches it.',
  fields: (t) => ({
    name: t.field({ type: TierNameInput, required: true, description: 'What it is called.' }),
    spend: t.field({ type: MoneyInput, description: 'With SPEND: so much paid in the window.' }),
    visits: t.int({ description: 'With VISITS: on so many days of the window.' }),
  }),
})

const TierLadderCreateInput = builder.inputType('TierLadderCreateInput', {
  description: 'A ladder to make.',
  fields: (t) => ({
    measure: t.field({ type: TierMeasureType, required: true, description: 'What it counts.' }),
    windowDays: t.int({ required: true, description: 'Days that are looked back over: 1 to 3660.' }),
    graceDays: t.int({
      required: true,
      description: 'So many days longer a tier holds than its window: 0 to 366.',
    }),
    tiers: t.field({
      type: [TierInput],
      required: true,
      description: 'Lowest first, 1 to 10, each higher than the one before.',
    }),
  }),
})

const TierLadderEndInput = builder.inputType('TierLadderEndInput', {
  description: 'A ladder to end.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the ladder.' }) }),
})

builder.mutationFields((t) => ({
  tierLadderCreate: t.field({
    type: TierLadderPayload,
    description:
      'Makes the ladder of the calling member, or of the coalition for an administrator. It never changes; purchases from then on prove its tiers.',
    errors: { types: [MemberNotActiveError, LadderOpenError] },
    args: { input: t.arg({ type: TierLadderCreateInput, required: true, description: 'The ladder.' }) },
    resolve: (_root, { input }, context) => createTierLadder(verbContext(context), given(input)),
  }),
  tierLadderEnd: t.field({
    type: TierLadderPayload,
    description:
      'Ends a ladder of the caller for good, unless a rule that is not over asks for a tier of it.',
    errors: { types: [NotFoundError, MemberNotActiveError, LadderInUseError] },
    args: { input: t.arg({ type: TierLadderEndInput, required: true, description: 'The ladder.' }) },
    resolve: (_root, { input }, context) =>
      endTierLadder(verbContext(context), { id: uuidOf('tierLadder', input.id, ['id']) }),
  }),
}))
