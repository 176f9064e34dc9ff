import type { ImportJob } from '@artel/store/prisma'
import { decodePublicId, encodePublicId, type ImportKind } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const KINDS = {
  CUSTOMERS: { description: 'Customers that the member had before, with their consent.' },
  OPENING_BALANCES: { description: 'Points that it owes them: lots of its own, with an end.' },
  PURCHASES: { description: 'Sales that are told late, through the rules of any sale.' },
} as const satisfies Record<ImportKind, { readonly description: string }>

const ImportKindType = builder.enumType('ImportKind', {
  description: 'What the rows of a file are.',
  values: KINDS,
})

const ImportState = builder.enumType('ImportState', {
  description: 'Where an import is.',
  values: {
    CHECKING: { description: 'Its rows are judged as if they were recorded; nothing is.' },
    CHECKED: { description: 'It says what would happen, and waits to be begun.' },
    RUNNING: { description: 'It is being recorded.' },
    DONE: { description: 'Every row is recorded, or has a reason why not.' },
    CANCELLED: {
      description: 'It was given up: by its owner, after a week of waiting, or when a customer was erased.',
    },
    FAILED: { description: 'It could not go on: `failure` says why.' },
  } as const,
})

interface Counts {
  readonly added: number
  readonly matched: number
  readonly faults: number
  readonly points: string
}

const ImportCounts = builder.objectRef<Counts>('ImportCounts').implement({
  description: 'What became of the rows of an import.',
  fields: (t) => ({
    added: t.exposeInt('added', { description: 'Rows that are new, or would be.' }),
    matched: t.exposeInt('matched', {
      description: 'Rows of what was there before: nothing of it is changed.',
    }),
    faults: t.exposeInt('faults', { description: 'Rows that are not taken; the file of errors says why.' }),
    points: t.string({
      description: 'Points that the new rows give, a decimal string.',
      resolve: ({ points }) => points,
    }),
  }),
})

export const Import = builder.prismaObject('ImportJob', {
  name: 'Import',
  description: 'A file that was handed in for a member with `POST /imports`, and what becomes of its rows.',
  fields: (t) => ({
    kind: t.field({
      type: ImportKindType,
      description: 'What its rows are.',
      resolve: ({ kind }) => kind as ImportKind,
    }),
    state: t.field({
      type: ImportState,
      description: 'Where it is.',
      resolve: ({ state }) => state as typeof ImportState.$inferType,
    }),
    isPaused: t.exposeBoolean('isPaused', { description: 'Whether it waits until it is resumed.' }),
    failure: t.exposeString('failure', {
      nullable: true,
      description: 'Why it could not go on: a code, such as FORBIDDEN for a key that has ended meanwhile.',
    }),
    rows: t.exposeInt('rowCount', { description: 'Rows of the file.' }),
    percent: t.int({
      description: 'How much of it is behind it in its state.',
      resolve: ({ position, rowCount }) => (rowCount === 0 ? 100 : Math.floor((position / rowCount) * 100)),
    }),
    counts: t.field({
      type: ImportCounts,
      description: 'What became of the rows so far: of one that is checked, what would.',
      resolve: ({ added, matched, faults, points }) => ({ added, matched, faults, points: String(points) }),
    }),
    checked: t.field({
      type: ImportCounts,
      nullable: true,
      description: 'What the check said would happen, once it has begun.',
      resolve: ({ checked }) => checked as Counts | null,
    }),
    errorsPath: t.string({
      description:
        'Where its rows that are not taken are read with the same key, as CSV with the reasons: `?lang=ru` or `en`. They are kept for a week after its end.',
      resolve: ({ id }: ImportJob) => `/imports/${encodePublicId('import', id)}/errors.csv`,
    }),
    handedInAt: t.expose('handedInAt', { type: 'DateTime', description: 'When it was handed in.' }),
    begunAt: t.expose('begunAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When somebody let it be recorded.',
    }),
    movedAt: t.expose('movedAt', { type: 'DateTime', description: 'When it last moved.' }),
  }),
})
publicNode(Import)

const ImportsConnection = builder.connectionObject(
  { type: Import, name: 'ImportsConnection' },
  { name: 'ImportsConnectionEdge' },
)

builder.queryFields((t) => ({
  import: t.field({
    type: Import,
    nullable: true,
    description: 'An import of the member, or of any member for administrators; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Id of the import.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('import', args.id)
      const where = visibleTo(context.principal).importJob
      return id && where
        ? storeOf(context).prisma.importJob.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
  imports: t.field({
    type: ImportsConnection,
    description: 'Imports, newest first, for a year after their end.',
    args: bothWaysArgs(),
    resolve: (_root, args, context) => {
      const where = visibleTo(context.principal).importJob
      return idPage(args, 'import', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.importJob.findMany({ ...range, where: { AND: [where, beyond] } })
          : [],
      )
    },
  }),
}))
