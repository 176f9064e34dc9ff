import { MemberNotActiveError, NotFoundError, type Refusal } from '@artel/ledger'
import { disputableLines, recordedSales } from '@artel/store'
import type { ReconciliationLine as LineRow } from '@artel/store/prisma'
import {
  decodePublicId,
  encodePublicId,
  type LateSale as LateSaleRead,
  recordLateSales,
} from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { Purchase } from '../purchase/purchase.ts'
import { builder } from '../vocabulary/builder.ts'
import { replayedField } from '../vocabulary/idempotency.ts'
import { ExactMoney, Money, moneyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { type Refused, UserError } from '../vocabulary/user-error.ts'

export const ReconciliationLineKind = builder.enumType('ReconciliationLineKind', {
  description: "What a row of a member's own sales file turned out to be.",
  values: {
    MATCHED: { description: 'The ledger has the same.' },
    MISSING_HERE: { description: 'The ledger lacks the receipt: `lateSalesRecord` can still record it.' },
    MISSING_THERE: { description: 'The file lacks a sale or a refund that the ledger has.' },
    AMOUNT_DIFFERS: { description: 'The ledger has the receipt with another amount.' },
    DATE_DIFFERS: {
      description: 'The ledger has the receipt and the amount more than two days before or after.',
    },
    DUPLICATE: { description: 'The receipt is in the file before.' },
    UNREADABLE: { description: 'The row cannot be read.' },
  } as const,
})

/** A line with the member whose file it is of. */
type LineShape = LineRow & { readonly memberId: string }

const StatementLineRef = builder
  .objectRef<{ coalitionId: string; entryId: string; position: number; amount: bigint; currency: string }>(
    'StatementLineRef',
  )
  .implement({
    description: "A line of the member's settlement statement, as a dispute names it.",
    fields: (t) => ({
      entryId: t.id({
        description: 'The entry.',
        resolve: ({ entryId }) => encodePublicId('entry', entryId),
      }),
      position: t.exposeInt('position', { description: 'Place of the transfer in its entry.' }),
      amount: t.field({
        type: ExactMoney,
        description: 'Positive when the member owes.',
        resolve: ({ amount, currency }) => ({ amountMicros: amount, currency }),
      }),
    }),
  })

const ReconciliationLine = builder.objectRef<LineShape>('ReconciliationLine').implement({
  description: 'A row of the file with what the ledger has for it, or what the file lacks.',
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'Place in the run, from 1.' }),
    kind: t.field({
      type: ReconciliationLineKind,
      description: 'What the row turned out to be.',
      resolve: ({ kind }) => kind as typeof ReconciliationLineKind.$inferType,
    }),
    fileLine: t.exposeInt('fileLine', {
      nullable: true,
      description: 'Line of the file, from 1; null for what the file lacks.',
    }),
    receiptRef: t.exposeString('receiptRef', { nullable: true, description: "The member's receipt." }),
    soldAt: t.expose('soldAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was sold: by the file, or by the ledger where the file lacks it.',
    }),
    total: t.field({
      type: Money,
      nullable: true,
      description: 'By the file; negative for a return.',
      resolve: ({ coalitionId, totalMinor }, _args, context) =>
        totalMinor === null ? null : moneyOf(context, coalitionId, totalMinor),
    }),
    recorded: t.field({
      type: Money,
      nullable: true,
      description: 'By the ledger when the two were compared; negative for what was refunded.',
      resolve: ({ coalitionId, recordedMinor }, _args, context) =>
        recordedMinor === null ? null : moneyOf(context, coalitionId, recordedMinor),
    }),
    firstLine: t.exposeInt('firstLine', {
      nullable: true,
      description: 'DUPLICATE: the line that has the receipt first.',
    }),
    problem: t.exposeString('problem', {
      nullable: true,
      description: 'UNREADABLE: the column and what is wrong with it.',
    }),
    purchase: t.field({
      type: Purchase,
      nullable: true,
      description: 'The purchase of the receipt, as of now: also one that was recorded since.',
      resolve: async ({ coalitionId, memberId, purchaseId, receiptRef }, _args, context) => {
        if (purchaseId !== null) return context.loaders.purchase({ coalitionId, id: purchaseId })
        if (receiptRef === null) return null
        const { pool } = storeOf(context)
        const since = await recordedSales(pool, { coalitionId, memberId, receiptRefs: [receiptRef] })
        const id = since.get(receiptRef)?.purchaseId
        return id === undefined ? null : context.loaders.purchase({ coalitionId, id })
      },
    }),
    disputable: t.field({
      type: [StatementLineRef],
      description: 'What the purchase and its refunds put on the statement: what a dispute is opened on.',
      resolve: async ({ coalitionId, memberId, purchaseId }, _args, context) => {
        if (purchaseId === null) return []
        const lines = await disputableLines(storeOf(context), {
          ...{ coalitionId, memberId, purchaseIds: [purchaseId] },
        })
        const { currency } = await moneyOf(context, coalitionId, 0n)
        return lines.map((line) => ({ ...line, coalitionId, currency }))
      },
    }),
  }),
})

const ReconciliationLinesConnection = builder.connectionObject(
  { type: ReconciliationLine, name: 'ReconciliationLinesConnection' },
  { name: 'ReconciliationLinesConnectionEdge' },
)

export const Reconciliation = builder.prismaObject('Reconciliation', {
  description:
    "A member's own sales file held against the ledger, once a file: `POST /reconciliations` hands one in.",
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Whose sales they are.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    fileHash: t.exposeString('fileHash', { description: 'SHA-256 of the file, hex.' }),
    from: t.expose('fromAt', {
      type: 'DateTime',
      nullable: true,
      description: 'First instant of the days that the file speaks of; null when no row could be read.',
    }),
    to: t.expose('toAt', {
      type: 'DateTime',
      nullable: true,
      description: 'First instant after them.',
    }),
    rowCount: t.exposeInt('rowCount', { description: 'Rows of the file.' }),
    matched: t.exposeInt('matched', { description: 'Rows that the ledger has the same.' }),
    missingHere: t.exposeInt('missingHere', { description: 'Rows that the ledger lacks.' }),
    missingThere: t.exposeInt('missingThere', { description: 'Sales and refunds that the file lacks.' }),
    amountDiffers: t.exposeInt('amountDiffers', { description: 'Rows with another amount in the ledger.' }),
    dateDiffers: t.exposeInt('dateDiffers', {
      description: 'Rows of the same amount more than two days off in the ledger.',
    }),
    duplicates: t.exposeInt('duplicates', { description: 'Rows that repeat a receipt.' }),
    unreadable: t.exposeInt('unreadable', { description: 'Rows that cannot be read.' }),
    madeAt: t.expose('madeAt', { type: 'DateTime', description: 'When the two were compared.' }),
    lines: t.field({
      type: ReconciliationLinesConnection,
      description: 'The lines in their order.',
      args: {
        kinds: t.arg({ type: [ReconciliationLineKind], description: 'Only these kinds; all, if left out.' }),
        ...pageArgs(),
      },
      resolve: async ({ coalitionId, id, memberId }, { kinds, ...args }, context) => {
        const after = readCursor(args, (cursor) => (/^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined))
        const rows = await storeOf(context).prisma.reconciliationLine.findMany({
          where: {
            ...{ coalitionId, reconciliationId: id, position: { gt: after ?? 0 } },
            ...(kinds ? { kind: { in: kinds } } : {}),
          },
          orderBy: { position: 'asc' },
          take: pageSize(args) + 1,
        })
        const lines = rows.map((row) => ({ ...row, memberId }))
        return toPage(lines, args, ({ position }) => String(position))
      },
    }),
  }),
})
publicNode(Reconciliation)

const ReconciliationsConnection = builder.connectionObject(
  { type: Reconciliation, name: 'ReconciliationsConnection' },
  { name: 'ReconciliationsConnectionEdge' },
)

builder.queryFields((t) => ({
  reconciliation: t.field({
    type: Reconciliation,
    nullable: true,
    description: 'A reconciliation by id; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the reconciliation.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('reconciliation', args.id)
      const where = visibleTo(context.principal).reconciliation
      return id && where
        ? storeOf(context).prisma.reconciliation.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
  reconciliations: t.field({
    type: ReconciliationsConnection,
    description: 'Reconciliations, newest first: all for administrators, its own for a member.',
    args: pageArgs(),
    resolve: async (_root, args, context) => {
      const after = readCursor(args, (cursor) => decodePublicId('reconciliation', cursor))
      const where = visibleTo(context.principal).reconciliation
      const rows = where
        ? await storeOf(context).prisma.reconciliation.findMany({
            where: { AND: [where, after ? { id: { lt: after } } : {}] },
            orderBy: { id: 'desc' },
            take: pageSize(args) + 1,
          })
        : []
      return toPage(rows, args, ({ id }) => encodePublicId('reconciliation', id))
    },
  }),
}))

const LateSaleRefusal = builder.objectRef<Refused>('LateSaleRefusal').implement({
  description: 'Why one line was not recorded.',
  interfaces: [UserError],
})

/** A refusal that is part of an answer: an Error that a resolver returns would fail the field. */
const asData = ({ code, message, path, retryable }: Refusal): Refused => ({ code, message, path, retryable })

const LateSale = builder.objectRef<LateSaleRead>('LateSale').implement({
  description: 'What became of one line.',
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'The line.' }),
    purchase: t.expose('purchase', {
      type: Purchase,
      nullable: true,
      description: 'The purchase; null when it was refused.',
    }),
    refusal: t.field({
      type: LateSaleRefusal,
      nullable: true,
      description: 'Why there is no purchase, such as NOT_FOUND for a customer that is not known.',
      resolve: ({ refusal }) => refusal && asData(refusal),
    }),
    replayed: replayedField(t),
  }),
})

const LateSalesRecordPayload = builder
  .objectRef<{ sales: readonly LateSaleRead[] }>('LateSalesRecordPayload')
  .implement({
    description: 'What became of each line.',
    fields: (t) => ({
      sales: t.field({
        type: [LateSale],
        description: 'The lines in their order.',
        resolve: ({ sales }) => [...sales],
      }),
    }),
  })

const LateSalesRecordInput = builder.inputType('LateSalesRecordInput', {
  description: 'Lines of a reconciliation to record as sales.',
  fields: (t) => ({
    reconciliationId: t.id({ required: true, description: 'Id of the reconciliation.' }),
    positions: t.intList({ required: true, description: 'Positions of MISSING_HERE lines, 1 to 100.' }),
  }),
})

builder.mutationField('lateSalesRecord', (t) =>
  t.field({
    type: LateSalesRecordPayload,
    description:
      'Records sales that a reconciliation found missing, at their own time, but for those whose fiscal receipt a customer claims. The line is the idempotency key: asking again changes nothing.',
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: { input: t.arg({ type: LateSalesRecordInput, required: true, description: 'The lines.' }) },
    resolve: async (_root, { input }, context) => {
      const sales = await recordLateSales(verbContext(context), {
        reconciliationId: uuidOf('reconciliation', input.reconciliationId, ['reconciliationId']),
        positions: input.positions,
      })
      return { sales }
    },
  }),
)
