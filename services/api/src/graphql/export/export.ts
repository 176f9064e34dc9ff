import type { RowFormat } from '@artel/documents'
import type { ListExport } from '@artel/store/prisma'
import { decodePublicId, type ExportKind, encodePublicId, exportLink, mayHaveExport } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const KINDS = {
  PURCHASES: { description: 'Sales: `purchases`.' },
  REFUNDS: { description: 'Refunds: `refunds`.' },
  CUSTOMERS: { description: 'Customers with their contacts, as far as the caller sees them: `customers`.' },
  ENTRIES: { description: "Entries of customers' points: `entries`." },
  TRANSFERS: { description: 'Debit and credit of every entry of both books. Administrators only.' },
  STATEMENTS: { description: 'Statements of closed windows, a row each: `memberStatements`.' },
  AUDIT: { description: 'The audit log: `auditEvents`.' },
} as const satisfies Record<ExportKind, { readonly description: string }>

export const ExportKindType = builder.enumType('ExportKind', {
  description: 'Which list a file is of: the rows are those that the list would answer.',
  values: KINDS,
})

const FORMATS = {
  CSV: { description: 'RFC 4180: commas, decimal points, instants in UTC.' },
  CSV_RU: {
    description:
      'What a Russian Excel opens: semicolons, decimal commas, days of the coalition as dd.mm.yyyy.',
  },
  JSONL: { description: 'A JSON object a line; amounts are decimal strings.' },
} as const satisfies Record<RowFormat, { readonly description: string }>

export const ExportFormat = builder.enumType('ExportFormat', {
  description: 'How the file is written.',
  values: FORMATS,
})

const ExportState = builder.enumType('ExportState', {
  description: 'Where a file is.',
  values: {
    QUEUED: { description: 'No row of it is written yet.' },
    RUNNING: { description: 'It is being written.' },
    READY: { description: 'It can be downloaded.' },
    FAILED: { description: 'It could not be written: `failure` says why.' },
    ENDED: { description: 'It was removed: its day is over, or a customer in it was erased.' },
  } as const,
})

type State = typeof ExportState.$inferType

export const Export = builder.prismaObject('ListExport', {
  name: 'Export',
  description: 'A list as a file. Whoever asked for it sees it, and nobody else.',
  fields: (t) => ({
    kind: t.field({
      type: ExportKindType,
      description: 'Which list.',
      resolve: ({ kind }) => kind as ExportKind,
    }),
    format: t.field({
      type: ExportFormat,
      description: 'How it is written.',
      resolve: ({ format }) => format as RowFormat,
    }),
    state: t.field({
      type: ExportState,
      description: 'Where it is.',
      resolve: ({ state }) => state as State,
    }),
    failure: t.exposeString('failure', {
      nullable: true,
      description:
        'Why it could not be written: a code, such as FORBIDDEN for a key that has ended meanwhile, TOO_LARGE beyond 1 GB, or GAVE_UP when it could not be written for a day.',
    }),
    rows: t.exposeInt('rows', { description: 'Rows that are written.' }),
    total: t.int({
      nullable: true,
      description: 'Rows of the whole file; null until it is ready, since nobody counts them beforehand.',
      resolve: ({ isRead, rows }) => (isRead ? rows : null),
    }),
    percent: t.exposeInt('percent', {
      description: 'About how much of it is written; 100 when it is ready.',
    }),
    bytes: t.int({ description: 'Bytes that are written.', resolve: ({ bytes }) => Number(bytes) }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'Of all its bytes, hexadecimal; null until it is ready.',
    }),
    through: t.string({
      description:
        'The end of the chain, `number:hash`, up to which the file goes: of purchases, refunds, entries and transfers every row up to it is there and no later one.',
      resolve: ({ throughBatchNo, throughHash }) => `${throughBatchNo}:${throughHash}`,
    }),
    askedAt: t.expose('askedAt', {
      type: 'DateTime',
      description:
        "When it was asked for, by the coalition's clock: customers and events of the audit log that are newer are not in it.",
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'The same by the real clock.' }),
    url: t.string({
      nullable: true,
      description:
        'Where it is downloaded without a key, for an hour from now; ask again for another. Null until it is ready, once it has ended, and for a caller who may read less than whoever asked for it.',
      resolve: urlOf,
    }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is removed; null until it is ready.',
    }),
  }),
})
publicNode(Export)

async function urlOf(file: ListExport, _args: object, context: ApiContext): Promise<string | null> {
  const { principal, publicUrl, sessionKey } = context
  const { id, state, endsAt } = file
  if (state !== 'READY' || endsAt === null || endsAt <= new Date()) return null
  if (!('scopes' in principal) || !mayHaveExport(principal, file)) return null
  const { token } = await exportLink({ ...file, endsAt }, sessionKey)
  return `${publicUrl}/exports/${encodePublicId('export', id)}?link=${token}`
}

const ExportsConnection = builder.connectionObject(
  { type: Export, name: 'ExportsConnection' },
  { name: 'ExportsConnectionEdge' },
)

builder.queryFields((t) => ({
  export: t.field({
    type: Export,
    nullable: true,
    description: 'A file that the caller asked for; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Id of the file.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('export', args.id)
      const where = visibleTo(context.principal).listExport
      return id && where
        ? storeOf(context).prisma.listExport.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
  exports: t.field({
    type: ExportsConnection,
    description:
      'Files that the caller asked for, newest first, as long as they are remembered: 30 days after their end.',
    args: bothWaysArgs(),
    resolve: (_root, args, context) => {
      const where = visibleTo(context.principal).listExport
      return idPage(args, 'export', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.listExport.findMany({ ...range, where: { AND: [where, beyond] } })
          : [],
      )
    },
  }),
}))
