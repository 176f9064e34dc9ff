import {
  EarlierWindowPendingError,
  IdempotencyKeyMismatchError,
  NotFoundError,
  PersonRequiredError,
  PlanApprovedAlreadyError,
  PlanApproverIsProposerError,
  PlanChangedError,
  WindowStepNotReadyError,
  WindowStepOutOfOrderError,
} from '@artel/ledger'
import { approvePlan, proposePlan } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { PaymentPlan, PlanMethod } from './payment-plan.ts'
import { SettlementWindow } from './settlement-window.ts'

const PlanProposeInput = builder.inputType('PlanProposeInput', {
  description: 'A window to make a plan for.',
  fields: (t) => ({
    windowNo: t.int({ required: true, description: 'Number of the window.' }),
    method: t.field({ type: PlanMethod, description: 'How money goes; HUB when left out.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})
const PlanProposePayload = builder
  .objectRef<Awaited<ReturnType<typeof proposePlan>>>('PlanProposePayload')
  .implement({
    description: 'The plan as proposed.',
    fields: (t) => ({
      plan: t.expose('plan', { type: PaymentPlan, description: 'The plan.' }),
      replayed: replayedField(t),
    }),
  })
const PlanApproveInput = builder.inputType('PlanApproveInput', {
  description: 'A yes to a plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Id of the plan.' }),
    planHash: t.string({ required: true, description: 'Hash of the plan that was read.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})
const PlanApprovePayload = builder
  .objectRef<Awaited<ReturnType<typeof approvePlan>>>('PlanApprovePayload')
  .implement({
    description: 'The plan with its approvals, and what became of its window.',
    fields: (t) => ({
      plan: t.expose('plan', { type: PaymentPlan, description: 'The plan.' }),
      window: t.expose('window', {
        type: SettlementWindow,
        description: 'APPROVED once the plan has the approvals that it needs.',
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationFields((t) => ({
  planPropose: t.field({
    type: PlanProposePayload,
    description: 'Computes who pays whom to settle a window, and proposes it.',
    errors: {
      types: [
        PersonRequiredError,
        NotFoundError,
        WindowStepNotReadyError,
        WindowStepOutOfOrderError,
        EarlierWindowPendingError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: PlanProposeInput, required: true, description: 'The window.' }) },
    resolve: (_root, { input }, context) => proposePlan(verbContext(context), given(input)),
  }),
  planApprove: t.field({
    type: PlanApprovePayload,
    description: 'Approves a plan, as another person than its proposer and for the very plan that was read.',
    errors: {
      types: [
        PersonRequiredError,
        NotFoundError,
        PlanChangedError,
        PlanApproverIsProposerError,
        PlanApprovedAlreadyError,
        WindowStepOutOfOrderError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: PlanApproveInput, required: true, description: 'The approval.' }) },
    resolve: (_root, { input }, context) =>
      approvePlan(verbContext(context), {
        ...given(input),
        planId: uuidOf('plan', input.planId, ['planId']),
      }),
  }),
}))
