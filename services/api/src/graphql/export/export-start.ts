import {
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NotFoundError,
  TooManyExportsError,
} from '@artel/ledger'
import { type StartedExport, startExport } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Export, ExportFormat, ExportKindType } from './export.ts'

const ExportFilters = builder.inputType('ExportFilters', {
  description: 'Which rows: those that meet all that is given. What a list has no such thing of is refused.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'Only rows of then or later; not of statements.' }),
    to: t.field({ type: 'DateTime', description: 'Only rows of before then; not of statements.' }),
    memberId: t.id({
      description: 'Only rows of this member; of customers, those that enrolled at it. Not of transfers.',
    }),
    customerId: t.id({ description: 'Only rows of this customer: of purchases and entries.' }),
    windowNo: t.int({ description: 'Only those of this window: of statements.' }),
  }),
})

const ExportStartInput = builder.inputType('ExportStartInput', {
  description: 'A list to write as a file.',
  fields: (t) => ({
    kind: t.field({ type: ExportKindType, required: true, description: 'Which list.' }),
    format: t.field({ type: ExportFormat, required: true, description: 'How it is written.' }),
    filters: t.field({ type: ExportFilters, description: 'Which rows; all when left out.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const ExportStartPayload = builder.objectRef<StartedExport>('ExportStartPayload').implement({
  description: 'The file that is being written.',
  fields: (t) => ({
    export: t.field({
      type: Export,
      description: 'The file: ask for it by its id until it is ready.',
      resolve: ({ listExport }) => listExport,
    }),
    replayed: replayedField(t),
  }),
})

builder.mutationField('exportStart', (t) =>
  t.field({
    type: ExportStartPayload,
    description:
      'Asks for a list as a file, as far as the books go now. It is written in the background, kept for a day, and downloaded from an address that ends.',
    errors: {
      types: [NotFoundError, MemberNotActiveError, TooManyExportsError, IdempotencyKeyMismatchError],
    },
    args: { input: t.arg({ type: ExportStartInput, required: true, description: 'The list.' }) },
    resolve: (_root, { input }, context) => {
      const { kind, format, filters, idempotencyKey } = input
      const { from, to, memberId, customerId, windowNo } = filters ?? {}
      return startExport(verbContext(context), {
        ...{ kind, format, idempotencyKey },
        filters: {
          ...{ from: from ?? null, to: to ?? null, windowNo: windowNo ?? null },
          memberId: memberId == null ? null : uuidOf('member', memberId, ['filters', 'memberId']),
          customerId: customerId == null ? null : uuidOf('customer', customerId, ['filters', 'customerId']),
        },
      })
    },
  }),
)
