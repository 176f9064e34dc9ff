import { BYTE_ORDER_MARK, csvRecord, neutralCell } from '@artel/documents'
import { openStore } from '@artel/store'
import { UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { WHOLE } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { LIST_KINDS, type ListColumn, type ListKind } from '../list/list-kinds.ts'
import { type ListNode, readList } from '../list/read-list.ts'
import { whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'

const KINDS = Object.keys(LIST_KINDS)

/** `artel list`: what a portal shows, as a table, CSV or JSON. */
export const list = defineCommand({
  meta: {
    name: 'list',
    description: 'List customers, purchases, holds, entries, events, staff or keys, newest first.',
    ru: 'Показать клиентов, покупки, холды, проводки, события, людей или ключи, новые сверху.',
  },
  args: {
    what: {
      type: 'positional',
      description: KINDS.join(', '),
      ru: KINDS.join(', '),
      required: true,
    },
    coalition: COALITION,
    search: {
      type: 'string',
      description: 'Of customers: beginnings of the name, a card, a telephone or its last four digits.',
      ru: 'Клиенты: начала слов имени, карта, телефон или его последние четыре цифры.',
    },
    member: { type: 'string', description: 'Id of a member (mbr_...).', ru: 'Номер участника (mbr_...).' },
    customer: { type: 'string', description: 'Id of a customer (cus_...).', ru: 'Номер клиента (cus_...).' },
    receipt: {
      type: 'string',
      description: 'Of purchases: the receipt, with --member.',
      ru: 'Покупки: чек, вместе с --member.',
    },
    person: {
      type: 'string',
      description: 'Of purchases: id of the person who recorded them (per_...).',
      ru: 'Покупки: номер человека, который их провёл (per_...).',
    },
    till: {
      type: 'string',
      description: 'Of purchases: id of the till (til_...).',
      ru: 'Покупки: номер кассы (til_...).',
    },
    status: {
      type: 'string',
      description:
        'Customers: ACTIVE, CLOSED; purchases: WHOLE, REFUNDED; holds: OPEN, ...; keys: LIVING, OVER.',
      ru: 'Клиенты: ACTIVE, CLOSED; покупки: WHOLE, REFUNDED; холды: OPEN, ...; ключи: LIVING, OVER.',
    },
    kind: {
      type: 'string',
      description: 'Of entries and events: kinds between commas.',
      ru: 'Проводки и события: виды через запятую.',
    },
    from: {
      type: 'string',
      description: 'From this instant on, such as 2026-11-01T00:00:00Z.',
      ru: 'С этого мгновения, например 2026-11-01T00:00:00Z.',
    },
    to: { type: 'string', description: 'Before this instant.', ru: 'До этого мгновения.' },
    limit: {
      type: 'string',
      description: 'How many at most.',
      ru: 'Не больше стольких.',
      default: '1000',
      form: WHOLE,
    },
    csv: {
      type: 'boolean',
      description: 'Print CSV; with --lang ru such as a Russian Excel opens.',
      ru: 'Печатать CSV; с --lang ru такой, какой открывает русский Excel.',
      default: false,
    },
    key: {
      type: 'string',
      description: "Whose eyes: an administrator's (ak_...) or a member's key (sk_...).",
      ru: 'Чьими глазами: ключ администратора (ak_...) или участника (sk_...).',
    },
    json: JSON_LINE,
  },
  run: ({ args, language }) => {
    const kind = LIST_KINDS[args.what]
    if (!kind)
      throw new UsageError(`There is no list "${args.what}": ${KINDS.join(', ')}.`, {
        ru: `Списка «${args.what}» нет: ${KINDS.join(', ')}.`,
      })
    const filter = filterOf(kind, args)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const context = await whoActs(store, coalition, args.key)
        const nodes = await readList(context, kind, { filter, limit: Number(args.limit) })
        process.stdout.write(
          args.json
            ? `${JSON.stringify({ [args.what]: nodes })}\n`
            : args.csv
              ? csvOf(kind, nodes, language)
              : tableOf(kind, nodes, language),
        )
        return 0
      } finally {
        await store.close()
      }
    })
  },
})

const FILTERS = [
  ...(['search', 'member', 'customer', 'receipt', 'person', 'till'] as const),
  ...(['status', 'kind', 'from', 'to'] as const),
]
type FilterArgs = Readonly<Partial<Record<(typeof FILTERS)[number], string | undefined>>> & {
  readonly what: string
}

/** What the options say, by the names of the list's filter; fails for an option that is none of its. */
function filterOf({ options }: ListKind, args: FilterArgs): ListNode {
  const filter: Record<string, unknown> = {}
  for (const option of FILTERS) {
    const value = args[option]
    if (value === undefined) continue
    const name = options[option]
    if (name === undefined)
      throw new UsageError(`--${option} is not for the list of ${args.what}.`, {
        ru: `--${option} не для списка ${args.what}.`,
      })
    filter[name] = option === 'kind' ? value.split(',').map((kind) => kind.trim()) : value
  }
  return filter
}

function cellOf(node: ListNode, { path }: ListColumn): string {
  let value: unknown = node
  for (const name of path) value = (value as ListNode | null | undefined)?.[name]
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const headsOf = ({ columns }: ListKind, language: Language) => columns.map((column) => column[language])

function csvOf(kind: ListKind, nodes: readonly ListNode[], language: Language): string {
  const dialect = language === 'ru' ? 'excel-ru' : 'rfc4180'
  const records = [
    headsOf(kind, language),
    ...nodes.map((node) => kind.columns.map((column) => cellOf(node, column))),
  ]
  const mark = language === 'ru' ? BYTE_ORDER_MARK : ''
  return mark + records.map((cells) => csvRecord(cells.map(neutralCell), dialect)).join('')
}

function tableOf(kind: ListKind, nodes: readonly ListNode[], language: Language): string {
  if (nodes.length === 0) return language === 'ru' ? 'Ничего нет.\n' : 'There is nothing.\n'
  return textTable(
    headsOf(kind, language).map((title) => ({ title, align: 'left' })),
    nodes.map((node) => kind.columns.map((column) => cellOf(node, column))),
  )
}
