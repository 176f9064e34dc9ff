import { openStore, segmentSizes } from '@artel/store'
import type { Coalition, Segment } from '@artel/store/prisma'
import {
  addToSegment,
  type Context,
  createSegment,
  decodePublicId,
  deleteSegment,
  encodePublicId,
  PUBLIC_ID_PREFIXES,
  readSegments,
  removeFromSegment,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { customerNamed } from '../customer/customer-named.ts'
import { readNamedFile } from '../file/read-named-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { actingMember, whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { SEGMENT_WORDS } from '../words/segment-words.ts'

/** So many segments are read at once. */
const PAGE = 100
/** So many customers go into one step. */
const STEP = 500

/** `artel segment`: named lists of customers that rules may ask for. */
export const segment = defineCommand({
  meta: {
    name: 'segment',
    description: 'Make named lists of customers that rules may ask for, fill them, delete them.',
    ru: 'Составлять списки покупателей для правил, пополнять их, удалять.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list, create, add, remove or delete',
      ru: 'list, create, add, remove или delete',
      required: true,
    },
    what: {
      type: 'positional',
      description: 'Id of the segment (seg_...).',
      ru: 'Номер списка (seg_...).',
      required: false,
    },
    coalition: COALITION,
    'name-en': { type: 'string', description: 'Its name in English.', ru: 'Название по-английски.' },
    'name-ru': { type: 'string', description: 'Its name in Russian.', ru: 'Название по-русски.' },
    customer: {
      type: 'string',
      description: 'Who: id (cus_...), phone or number of the card.',
      ru: 'Кто: номер покупателя (cus_...), телефон или номер карты.',
    },
    file: {
      type: 'string',
      description: 'Many: a text or CSV file, one a line in its first column.',
      ru: 'Многие: текстовый файл или CSV, по одному в строке, в первой колонке.',
    },
    key: {
      type: 'string',
      description:
        "Whose segments: a member's key (sk_...), or an administrator's (ak_...) for the coalition's. Default: ARTEL_KEY.",
      ru: 'Чьи списки: ключ участника (sk_...) или администратора (ak_...) для списков коалиции. Без него - ARTEL_KEY.',
    },
    json: JSON_LINE,
  },
  actions: {
    list: { description: 'The segments.', ru: 'Списки.', takes: ['key', 'json'] },
    create: {
      description: 'Make an empty segment.',
      ru: 'Завести пустой список.',
      needs: ['name-en', 'name-ru'],
      takes: ['key', 'json'],
    },
    add: {
      description: 'Add one customer, or those of a file.',
      ru: 'Добавить покупателя или всех из файла.',
      needs: ['what'],
      takes: ['customer', 'file', 'key', 'json'],
    },
    remove: {
      description: 'Take out one customer, or those of a file.',
      ru: 'Убрать покупателя или всех из файла.',
      needs: ['what'],
      takes: ['customer', 'file', 'key', 'json'],
    },
    delete: {
      description: 'Delete a segment that no rule asks for.',
      ru: 'Удалить список, который не нужен ни одному правилу.',
      needs: ['what'],
      takes: ['key', 'json'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        // A key on the command line is seen by whoever lists the processes.
        const context = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        process.stdout.write(await answer({ context, coalition, language }, args))
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface SegmentArgs {
  readonly action: string
  readonly what?: string | undefined
  readonly 'name-en'?: string | undefined
  readonly 'name-ru'?: string | undefined
  readonly customer?: string | undefined
  readonly file?: string | undefined
  readonly json?: boolean | undefined
}

/** Who looks, at which coalition, in which language. */
interface Looking {
  readonly context: Context
  readonly coalition: Coalition
  readonly language: Language
}

async function answer(looking: Looking, args: SegmentArgs): Promise<string> {
  const { context, language } = looking
  const words = SEGMENT_WORDS[language]
  if (args.action === 'list') return shown(looking, await allSegments(context), args.json)
  if (args.action === 'create') {
    const name = { en: args['name-en'] ?? '', ru: args['name-ru'] ?? '' }
    return shown(looking, [(await createSegment(context, { name })).segment], args.json)
  }
  const id = rawId(args.what)
  if (args.action === 'delete') {
    const deleted = encodePublicId('segment', (await deleteSegment(context, { id })).segment.id)
    return args.json ? `${JSON.stringify({ deleted })}\n` : `${words.deleted(deleted)}\n`
  }
  return changed(looking, id, args)
}

/** The UUID of a segment; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('segment', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.segment}_...`
  throw new UsageError(`The id of a segment looks like ${looks}; it is "${publicId}".`, {
    ru: `Номер списка имеет вид ${looks}; указано «${publicId}».`,
  })
}

async function changed({ context, language }: Looking, id: string, args: SegmentArgs): Promise<string> {
  const named = await namesIn(args)
  const words = SEGMENT_WORDS[language]
  const isAdding = args.action === 'add'
  const notFound: string[] = []
  let count = 0
  for (let from = 0; from < named.length; from += STEP) {
    const part = named.slice(from, from + STEP)
    const input = { id, customers: part.map(customerNamed) }
    const done = isAdding ? await addToSegment(context, input) : await removeFromSegment(context, input)
    count += 'added' in done ? done.added : done.removed
    notFound.push(...done.notFound.map((at) => part[at] ?? ''))
  }
  if (args.json) return `${JSON.stringify({ [isAdding ? 'added' : 'removed']: count, notFound })}\n`
  const line = isAdding ? words.added(count) : words.removed(count)
  return notFound.length === 0 ? `${line}\n` : `${line}\n${words.notFound(notFound)}\n`
}

/** Whom the command names: one, or those in the first column of a file. Blank lines name nobody. */
async function namesIn({ customer, file }: SegmentArgs): Promise<readonly string[]> {
  if ((customer === undefined) === (file === undefined))
    throw new UsageError('Say --customer or --file.', { ru: 'Укажите --customer или --file.' })
  if (customer !== undefined) return [customer]
  const text = (await readNamedFile(file ?? '')).toString('utf8').replace(/^\uFEFF/, '')
  const names = text.split(/\r?\n/).map((line) => (line.split(/[;,\t]/)[0] ?? '').replaceAll('"', '').trim())
  return names.filter((name) => name !== '')
}

async function allSegments(context: Context): Promise<Segment[]> {
  const segments: Segment[] = []
  for (;;) {
    const page = await readSegments(context, { after: segments.at(-1)?.id ?? null, limit: PAGE })
    segments.push(...page)
    if (page.length < PAGE) return segments
  }
}

async function shown(looking: Looking, segments: readonly Segment[], json?: boolean): Promise<string> {
  const { context, coalition, language } = looking
  const { store } = context
  const words = SEGMENT_WORDS[language]
  const ids = segments.map(({ id }) => id)
  const [sizes, members] = await Promise.all([
    segmentSizes(store, coalition.id, ids),
    store.prisma.member.findMany({ where: { coalitionId: coalition.id } }),
  ])
  const handles = new Map(members.map(({ id, handle }) => [id, handle]))
  const rows = segments.map((one) => ({
    id: encodePublicId('segment', one.id),
    member: one.memberId === null ? null : (handles.get(one.memberId) ?? ''),
    name: language === 'en' ? one.nameEn : one.nameRu,
    // Who is in the coalition's segments a member does not see.
    customers: isOthers(context, one) ? null : (sizes.get(one.id) ?? 0),
  }))
  if (json) return `${JSON.stringify({ segments: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    rows.map(({ id, member, name, customers }) => [
      ...[id, member ?? words.coalition, name, customers === null ? '' : String(customers)],
    ]),
  )
}

const isOthers = (context: Context, { memberId }: Segment): boolean => {
  const own = actingMember(context)
  return own !== undefined && own !== memberId
}
