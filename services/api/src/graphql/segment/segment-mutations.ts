import {
  MemberNotActiveError,
  NotFoundError,
  SegmentInUseError,
  SegmentLimitReachedError,
} from '@artel/ledger'
import {
  type AddedToSegment,
  addToSegment,
  createSegment,
  deleteSegment,
  type RemovedFromSegment,
  removeFromSegment,
} from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { CustomerBy, customerBy } from '../customer/customer.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Segment } from './segment.ts'

const SegmentPayload = builder
  .objectRef<Awaited<ReturnType<typeof createSegment>>>('SegmentPayload')
  .implement({
    description: 'The segment.',
    fields: (t) => ({ segment: t.expose('segment', { type: Segment, description: 'The segment.' }) }),
  })

const SegmentNameInput = builder.inputType('SegmentNameInput', {
  description: 'What a segment is called, 1 to 80 characters each. It stays.',
  fields: (t) => ({
    en: t.string({ required: true, description: 'In English.' }),
    ru: t.string({ required: true, description: 'In Russian.' }),
  }),
})

const SegmentCreateInput = builder.inputType('SegmentCreateInput', {
  description: 'A segment to make.',
  fields: (t) => ({
    name: t.field({ type: SegmentNameInput, required: true, description: 'What it is called.' }),
  }),
})

const SegmentDeleteInput = builder.inputType('SegmentDeleteInput', {
  description: 'A segment to delete.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the segment.' }) }),
})

const SegmentCustomersInput = builder.inputType('SegmentCustomersInput', {
  description: 'Customers to add to a segment, or to take out of it.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the segment.' }),
    customers: t.field({ type: [CustomerBy], required: true, description: 'Who: 1 to 500.' }),
  }),
})

const NOT_FOUND = 'Places in `customers`, counted from 0, of those that nobody was found by.'

const SegmentAddPayload = builder.objectRef<AddedToSegment>('SegmentAddPayload').implement({
  description: 'What was added.',
  fields: (t) => ({
    segment: t.expose('segment', { type: Segment, description: 'The segment.' }),
    added: t.exposeInt('added', { description: 'Customers that were not in it before.' }),
    notFound: t.intList({ description: NOT_FOUND, resolve: ({ notFound }) => [...notFound] }),
  }),
})

const SegmentRemovePayload = builder.objectRef<RemovedFromSegment>('SegmentRemovePayload').implement({
  description: 'What was taken out.',
  fields: (t) => ({
    segment: t.expose('segment', { type: Segment, description: 'The segment.' }),
    removed: t.exposeInt('removed', { description: 'Customers that were in it.' }),
    notFound: t.intList({ description: NOT_FOUND, resolve: ({ notFound }) => [...notFound] }),
  }),
})

const listed = (input: typeof SegmentCustomersInput.$inferInput) => ({
  id: uuidOf('segment', input.id, ['id']),
  customers: input.customers.map((by, at) => customerBy(by, ['customers', String(at), 'id'])),
})

builder.mutationFields((t) => ({
  segmentCreate: t.field({
    type: SegmentPayload,
    description: 'Makes an empty segment: of the calling member, or of the coalition for an administrator.',
    errors: { types: [MemberNotActiveError, SegmentLimitReachedError] },
    args: { input: t.arg({ type: SegmentCreateInput, required: true, description: 'The segment.' }) },
    resolve: (_root, { input }, context) => createSegment(verbContext(context), input),
  }),
  segmentDelete: t.field({
    type: SegmentPayload,
    description: 'Deletes a segment of the caller, unless a rule that is not over asks for it.',
    errors: { types: [NotFoundError, MemberNotActiveError, SegmentInUseError] },
    args: { input: t.arg({ type: SegmentDeleteInput, required: true, description: 'The segment.' }) },
    resolve: (_root, { input }, context) =>
      deleteSegment(verbContext(context), { id: uuidOf('segment', input.id, ['id']) }),
  }),
  segmentAdd: t.field({
    type: SegmentAddPayload,
    description:
      'Adds customers to a segment of the caller: those that are found. Adding twice changes nothing.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: SegmentCustomersInput, required: true, description: 'Who.' }) },
    resolve: (_root, { input }, context) => addToSegment(verbContext(context), listed(input)),
  }),
  segmentRemove: t.field({
    type: SegmentRemovePayload,
    description: 'Takes customers out of a segment of the caller. Taking out twice changes nothing.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: SegmentCustomersInput, required: true, description: 'Who.' }) },
    resolve: (_root, { input }, context) => removeFromSegment(verbContext(context), listed(input)),
  }),
}))
