import {
  EarlierWindowPendingError,
  IdempotencyKeyMismatchError,
  NotFoundError,
  WindowStepNotReadyError,
  WindowStepOutOfOrderError,
} from '@artel/ledger'
import type { SettlementWindow as WindowRow } from '@artel/store/prisma'
import { closeWindow, issueStatements, readWindows, settleWindow } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { pageArgs, pageOf, pageSize, readCursor } from '../vocabulary/page.ts'
import { MemberStatement } from './member-statement.ts'

const SettlementWindowStatus = builder.enumType('SettlementWindowStatus', {
  description:
    'Where a settlement window stands. It moves to the next; only SETTLED becomes APPROVED again, when a payment is taken back.',
  values: {
    OPEN: {
      description:
        'What is posted before its cut-off is in it. The newest window, or one that waits to be closed.',
    },
    CLOSED: { description: 'What is in it is written down, and can be stated.' },
    STATED: { description: 'Members have their statements, and days to dispute them.' },
    AGREED: { description: 'Everybody has answered, by word or by silence.' },
    APPROVED: { description: 'Two people agree who pays whom.' },
    SETTLED: { description: 'All is paid, or owed in a later window.' },
  } as const,
})

export const SettlementWindow = builder.objectRef<WindowRow>('SettlementWindow').implement({
  description: 'A settlement period.',
  fields: (t) => ({
    windowNo: t.exposeInt('windowNo', { description: 'Its number, from 1.' }),
    status: t.field({
      type: SettlementWindowStatus,
      description: 'Where it stands.',
      resolve: ({ status }) => status as typeof SettlementWindowStatus.$inferType,
    }),
    schedule: t.exposeString('schedule', {
      description: 'DAILY, WEEKLY:1 to WEEKLY:7 (Monday is 1), HALF_MONTH or MONTHLY.',
    }),
    opensAt: t.expose('opensAt', {
      type: 'DateTime',
      description: 'Its first instant: the cut-off of the one before.',
    }),
    cutOff: t.expose('cutOff', {
      type: 'DateTime',
      description: 'When it ends, or did, whenever it is closed: what is posted from then on is in the next.',
    }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was closed: no earlier than the cut-off.',
    }),
    disputeDeadline: t.expose('disputeDeadline', {
      type: 'DateTime',
      nullable: true,
      description: 'From then on silence is acceptance.',
    }),
    paymentDate: t.string({
      nullable: true,
      description: 'ISO date by which its payments are due, in the time zone of the coalition.',
      resolve: ({ paymentDate }) => paymentDate?.toISOString().slice(0, 10) ?? null,
    }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its settlement ended.',
    }),
    chainHead: t.string({
      nullable: true,
      description: 'Head of the ledger chain when it closed, hex: printed on every statement.',
      resolve: ({ chainHash }) => (chainHash === null ? null : Buffer.from(chainHash).toString('hex')),
    }),
  }),
})

const SettlementWindowsConnection = builder.connectionObject(
  { type: SettlementWindow, name: 'SettlementWindowsConnection' },
  { name: 'SettlementWindowsConnectionEdge' },
)

builder.queryField('settlementWindows', (t) =>
  t.field({
    type: SettlementWindowsConnection,
    description: 'Settlement windows, newest first: the one of the present instant is always there.',
    args: pageArgs(),
    resolve: async (_root, args, context) => {
      const after = readCursor(args, (cursor) => (/^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined))
      const page = await readWindows(verbContext(context), { first: pageSize(args), after })
      return pageOf(page.windows, {
        hasNextPage: page.hasNextPage,
        args,
        cursorOf: ({ windowNo }) => String(windowNo),
      })
    },
  }),
)

const WindowCloseInput = builder.inputType('WindowCloseInput', {
  description: 'A window, to be closed with those before it.',
  fields: (t) => ({
    windowNo: t.int({ required: true, description: 'Number of the window.' }),
    early: t.boolean({ description: 'End the open window before its cut-off, at this instant.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})
const StatementsIssueInput = builder.inputType('StatementsIssueInput', {
  description: 'A closed window, to be stated.',
  fields: (t) => ({
    windowNo: t.int({ required: true, description: 'Number of the window.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})
const WindowSettleInput = builder.inputType('WindowSettleInput', {
  description: 'An approved window, to be ended.',
  fields: (t) => ({
    windowNo: t.int({ required: true, description: 'Number of the window.' }),
    carryForwardUnpaid: t.boolean({
      description: 'Do not wait for payments past their day: they stay owed, and a later plan asks for them.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const windowPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly window: WindowRow; readonly replayed: boolean }>(name).implement({
    description,
    fields: (t) => ({
      window: t.expose('window', { type: SettlementWindow, description: 'The window as it is now.' }),
      replayed: replayedField(t),
    }),
  })
const WindowClosePayload = windowPayload('WindowClosePayload', 'The window that was closed.')
const WindowSettlePayload = windowPayload('WindowSettlePayload', 'The window that is settled.')

const StatementsIssuePayload = builder
  .objectRef<Awaited<ReturnType<typeof issueStatements>>>('StatementsIssuePayload')
  .implement({
    description: 'The statements of a window.',
    fields: (t) => ({
      windowNo: t.exposeInt('windowNo', { description: 'Number of the window.' }),
      statements: t.expose('statements', {
        type: [MemberStatement],
        description: 'One a member that moved, or stands anywhere but at zero.',
      }),
      replayed: replayedField(t),
    }),
  })

const STEP_ERRORS = [
  NotFoundError,
  WindowStepNotReadyError,
  WindowStepOutOfOrderError,
  IdempotencyKeyMismatchError,
]

builder.mutationFields((t) => ({
  windowClose: t.field({
    type: WindowClosePayload,
    description: 'Closes a settlement window that has ended. What is in it was settled by its cut-off.',
    errors: { types: STEP_ERRORS },
    args: { input: t.arg({ type: WindowCloseInput, required: true, description: 'The window.' }) },
    resolve: (_root, { input }, context) => closeWindow(verbContext(context), given(input)),
  }),
  statementsIssue: t.field({
    type: StatementsIssuePayload,
    description: 'Makes the statements of a closed window, one a member.',
    errors: { types: [...STEP_ERRORS, EarlierWindowPendingError] },
    args: { input: t.arg({ type: StatementsIssueInput, required: true, description: 'The window.' }) },
    resolve: (_root, { input }, context) => issueStatements(verbContext(context), given(input)),
  }),
  windowSettle: t.field({
    type: WindowSettlePayload,
    description: 'Settles a window whose payments are made, or carried forward as receivables.',
    errors: { types: STEP_ERRORS },
    args: { input: t.arg({ type: WindowSettleInput, required: true, description: 'The window.' }) },
    resolve: (_root, { input }, context) => settleWindow(verbContext(context), given(input)),
  }),
}))
