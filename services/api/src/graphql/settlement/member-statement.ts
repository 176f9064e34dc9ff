import { IdempotencyKeyMismatchError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { sumOf } from '@artel/store'
import {
  acceptStatement,
  type ClearingLine,
  type DisputeWithOutcome,
  decodePublicId,
  encodePublicId,
  findWindow,
  memberLines,
  type RespondedStatement,
  statementStatus,
  WITH_ANSWERS,
} from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { documentPaths } from '../vocabulary/document-paths.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { currencyOf, ExactMoney, Money, moneyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs, pageOf, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { Dispute } from './dispute.ts'

const MemberStatementStatus = builder.enumType('MemberStatementStatus', {
  description: 'What a member has said to its statement.',
  values: {
    STATED: { description: 'Nothing yet.' },
    ACCEPTED: { description: 'Accepted, by word or by silence.' },
    DISPUTED: { description: 'Lines of it wait for a decision; no plan asks for them until then.' },
    RESOLVED: { description: 'Its disputes were decided.' },
  } as const,
})

interface LineShape extends ClearingLine {
  readonly coalitionId: string
  readonly no: number
}

const StatementLine = builder.objectRef<LineShape>('StatementLine').implement({
  description: "One leg of an entry on a member's clearing account.",
  fields: (t) => ({
    no: t.exposeInt('no', { description: 'Number of the line, from 1.' }),
    entryId: t.id({
      description: 'The entry; with `position` it names the line in a dispute.',
      resolve: ({ entryId }) => encodePublicId('entry', entryId),
    }),
    position: t.exposeInt('position', { description: 'Place of the leg in its entry.' }),
    kind: t.exposeString('kind', { description: 'What happened, for example EARN or PAYMENT.' }),
    counterparty: t.field({
      type: Member,
      nullable: true,
      description: "The member on the other side; null for the coalition's own accounts.",
      resolve: ({ coalitionId, counterparty }, _args, { loaders }) =>
        counterparty.kind === 'CLEARING' ? loaders.member({ coalitionId, id: counterparty.ownerId }) : null,
    }),
    account: t.string({
      description: 'The account on the other side: CLEARING, FEES, RESERVE, BANK and so on.',
      resolve: ({ counterparty }) => counterparty.kind,
    }),
    reference: t.exposeString('reference', {
      description:
        "The receipt of the member's own sale, or the reference of a payment; empty for what happened at another member.",
    }),
    points: t.expose('points', { type: 'Points', description: 'Signed points that the event moved.' }),
    postedAt: t.expose('postedAt', { type: 'DateTime', description: 'When it was booked.' }),
    amount: t.field({
      type: ExactMoney,
      description: 'Positive: the member owes more.',
      resolve: async ({ coalitionId, amount }, _args, context) => ({
        amountMicros: amount,
        currency: await currencyOf(context, coalitionId),
      }),
    }),
  }),
})

const StatementLinesConnection = builder.connectionObject(
  { type: StatementLine, name: 'StatementLinesConnection' },
  { name: 'StatementLinesConnectionEdge' },
)

const exact = (t: { coalitionId: string }, amountMicros: bigint, context: ApiContext) =>
  Promise.resolve(currencyOf(context, t.coalitionId)).then((currency) => ({ amountMicros, currency }))

export const MemberStatement = builder.prismaObject('Statement', {
  name: 'MemberStatement',
  description: "What one member's clearing account went through in a window. Positive: the member owes.",
  fields: (t) => ({
    windowNo: t.exposeInt('windowNo', { description: 'Number of the window.' }),
    member: t.field({
      type: Member,
      description: 'Whose it is.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    status: t.field({
      type: MemberStatementStatus,
      description: 'What the member has said to it.',
      resolve: async ({ coalitionId, id }, _args, context) =>
        statementStatus(
          await storeOf(context).prisma.statement.findUniqueOrThrow({
            where: { coalitionId_id: { coalitionId, id } },
            include: WITH_ANSWERS,
          }),
        ),
    }),
    opening: t.field({
      type: ExactMoney,
      description: 'The closing of the statement before.',
      resolve: (row, _args, context) => exact(row, sumOf(row.opening), context),
    }),
    net: t.field({
      type: ExactMoney,
      description: 'Sum of all lines but payments.',
      resolve: (row, _args, context) => exact(row, sumOf(row.net), context),
    }),
    payments: t.field({
      type: ExactMoney,
      description: 'What the member paid, less what it was paid.',
      resolve: (row, _args, context) => exact(row, sumOf(row.payments), context),
    }),
    closing: t.field({
      type: ExactMoney,
      description: 'opening + net - payments.',
      resolve: (row, _args, context) => exact(row, sumOf(row.closing), context),
    }),
    toPay: t.field({
      type: Money,
      description:
        'The closing in whole minor units, as it is printed; below 0 the member is owed. What of it is paid, the plan decides: small nets and kept deposits are carried forward.',
      resolve: ({ coalitionId, closingMinor }, _args, context) =>
        moneyOf(context, coalitionId, sumOf(closingMinor)),
    }),
    rounding: t.field({
      type: ExactMoney,
      description:
        'toPay less closing, below one minor unit: what stays in ROUNDING, or on the account of a net that is carried forward.',
      resolve: (row, _args, context) => exact(row, -row.residue, context),
    }),
    lineCount: t.exposeInt('lineCount', { description: 'How many lines it has.' }),
    lineHash: t.exposeString('lineHash', { description: 'Chained SHA-256 of its lines, hex.' }),
    disputeDeadline: t.expose('disputeDeadline', {
      type: 'DateTime',
      description: 'From then on silence is acceptance.',
    }),
    statedAt: t.expose('statedAt', { type: 'DateTime', description: 'When it was made.' }),
    disputes: t.field({
      type: [Dispute],
      description: 'Lines that the member does not agree with.',
      resolve: async ({ coalitionId, id }, _args, context): Promise<DisputeWithOutcome[]> => {
        const where = visibleTo(context.principal).dispute
        return where
          ? storeOf(context).prisma.dispute.findMany({
              where: { AND: [where, { coalitionId, statementId: id }] },
              include: { resolution: true },
              orderBy: { id: 'asc' },
            })
          : []
      },
    }),
    documents: t.stringList({
      description: 'Paths of the statement as PDF, CSV and JSON, for GET with the same Authorization.',
      resolve: ({ id }) => documentPaths(id),
    }),
    lines: t.field({
      type: StatementLinesConnection,
      description: 'Its lines, in the order of the register.',
      args: pageArgs(),
      resolve: async (statement, args, context) => {
        const after =
          readCursor(args, (cursor) => (/^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined)) ?? 0
        const first = pageSize(args)
        const store = storeOf(context)
        const window = await findWindow(store, statement.coalitionId, statement.windowNo)
        const lines: LineShape[] = []
        let no = 0
        const shown = { ...statement, namesForeignReceipts: false }
        for await (const line of memberLines(store, window, shown)) {
          no += 1
          if (no > after) lines.push({ ...line, coalitionId: statement.coalitionId, no })
          if (lines.length > first) break
        }
        return pageOf(lines.slice(0, first), {
          hasNextPage: lines.length > first,
          args,
          cursorOf: (line) => String(line.no),
        })
      },
    }),
  }),
})
publicNode(MemberStatement)

const MemberStatementsConnection = builder.connectionObject(
  { type: MemberStatement, name: 'MemberStatementsConnection' },
  { name: 'MemberStatementsConnectionEdge' },
)

builder.queryField('memberStatements', (t) =>
  t.field({
    type: MemberStatementsConnection,
    description: 'Statements, newest first: all for administrators and auditors, its own for a member.',
    args: {
      windowNo: t.arg.int({ description: 'Only those of this window.' }),
      memberId: t.arg.id({ description: 'Only those of this member.' }),
      ...pageArgs(),
    },
    resolve: async (_root, { windowNo, memberId, ...args }, context) => {
      const after = readCursor(args, (cursor) => decodePublicId('statement', cursor))
      const where = visibleTo(context.principal).statement
      const asked = {
        ...(windowNo == null ? {} : { windowNo }),
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
      }
      const rows = where
        ? await storeOf(context).prisma.statement.findMany({
            where: { AND: [where, asked, after ? { id: { lt: after } } : {}] },
            orderBy: { id: 'desc' },
            take: pageSize(args) + 1,
          })
        : []
      return toPage(rows, args, ({ id }) => encodePublicId('statement', id))
    },
  }),
)

const StatementAcceptInput = builder.inputType('StatementAcceptInput', {
  description: 'A statement to accept.',
  fields: (t) => ({
    statementId: t.id({ required: true, description: 'Id of the statement.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const StatementAcceptPayload = builder.objectRef<RespondedStatement>('StatementAcceptPayload').implement({
  description: 'The statement as it is now.',
  fields: (t) => ({
    statement: t.expose('statement', { type: MemberStatement, description: 'The statement.' }),
    replayed: replayedField(t),
  }),
})

builder.mutationField('statementAccept', (t) =>
  t.field({
    type: StatementAcceptPayload,
    description: "Accepts the caller's statement, or what it has not disputed of it.",
    errors: { types: [MemberNotActiveError, NotFoundError, IdempotencyKeyMismatchError] },
    args: { input: t.arg({ type: StatementAcceptInput, required: true, description: 'The statement.' }) },
    resolve: (_root, { input }, context) =>
      acceptStatement(verbContext(context), {
        ...given(input),
        statementId: uuidOf('statement', input.statementId, ['statementId']),
      }),
  }),
)
