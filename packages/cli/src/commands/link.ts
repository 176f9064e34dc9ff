import { linkFigures, openStore } from '@artel/store'
import type { Coalition, Link } from '@artel/store/prisma'
import {
  archiveLink,
  type Context,
  createLink,
  decodePublicId,
  encodePublicId,
  linkAddress,
  linkQrSvg,
  PUBLIC_ID_PREFIXES,
  readLinks,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { WHOLE } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { memberIdOf } from '../find-member.ts'
import { whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { LINK_WORDS } from '../words/link-words.ts'

/** So many links are read at once. */
const PAGE = 100
const LOCAL_URL = 'http://localhost:4000'

/** `artel link`: links with codes, by which partners bring customers. */
export const link = defineCommand({
  meta: {
    name: 'link',
    description: 'Make links with codes, by which partners bring customers, list them, print their QR codes.',
    ru: 'Создавать ссылки с кодами, по которым участники и аффилиаты приводят покупателей, показывать их, печатать QR-коды.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'create, list, archive or qr',
      ru: 'create, list, archive или qr',
      required: true,
    },
    coalition: COALITION,
    member: {
      type: 'string',
      description: 'Handle of the member that customers are brought to; left out with its key.',
      ru: 'Имя участника, к которому приводят; с его ключом не нужно.',
    },
    source: {
      type: 'string',
      description: 'Handle of the member that brings them; the same member when left out.',
      ru: 'Имя участника, который приводит; без него - сам участник.',
    },
    name: { type: 'string', description: 'What the link is called.', ru: 'Как называется ссылка.' },
    code: {
      type: 'string',
      description: 'A code of your own; one is made when left out.',
      ru: 'Свой код; без него код создаётся.',
    },
    target: {
      type: 'string',
      description: 'Where it leads: a page that the member allows; the first of those when left out.',
      ru: 'Куда ведёт: страница, которую участник разрешил; без неё - первая из них.',
    },
    'window-days': {
      type: 'string',
      description: "Local days that a binding by it counts; the coalition's when left out.",
      ru: 'Сколько местных дней действует привязка по ней; без этого - как в коалиции.',
      form: WHOLE,
    },
    id: { type: 'string', description: 'Id of the link (lnk_...).', ru: 'Номер ссылки (lnk_...).' },
    key: {
      type: 'string',
      description:
        "Whose step it is: an administrator's (ak_...) or a member's key (sk_...). Default: ARTEL_KEY, which nobody sees in a list of processes, else whoever is signed in (artel login).",
      ru: 'Чей это шаг: ключ администратора (ak_...) или участника (sk_...). Без него - ARTEL_KEY, которого не видно в списке процессов, иначе тот, кто вошёл (artel login).',
    },
    json: JSON_LINE,
  },
  actions: {
    create: {
      description: 'Make a link.',
      ru: 'Создать ссылку.',
      needs: ['name'],
      takes: ['member', 'source', 'code', 'target', 'window-days', 'key'],
    },
    list: {
      description: 'The links, with what came of them.',
      ru: 'Ссылки и что они принесли.',
      takes: ['key'],
    },
    archive: {
      description: 'Archive a link: it leads on, and brings nobody any more.',
      ru: 'Убрать ссылку в архив: она ведёт туда же, но никого больше не приводит.',
      needs: ['id'],
      takes: ['key'],
    },
    qr: {
      description: 'Print the QR code of a link, SVG.',
      ru: 'Напечатать QR-код ссылки, SVG.',
      needs: ['id'],
      takes: ['key'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        // A key on the command line is seen by whoever lists the processes.
        const context = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        process.stdout.write(`${await told(context, coalition, { ...args, language })}\n`)
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface LinkArgs {
  readonly action: string
  readonly member?: string | undefined
  readonly source?: string | undefined
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly target?: string | undefined
  readonly 'window-days'?: string | undefined
  readonly id?: string | undefined
  readonly json?: boolean | undefined
  readonly language: Language
}

/** Does what was asked, and says what there is to say. */
async function told(context: Context, coalition: Coalition, args: LinkArgs): Promise<string> {
  if (args.action === 'create') await create(context, coalition, args)
  if (args.action === 'archive') await archiveLink(context, { id: rawId(args.id) })
  const links = await linksOf(context)
  if (args.action === 'qr') {
    const id = rawId(args.id)
    const found = links.find((one) => one.id === id)
    if (!found)
      throw new CliError(LINK_WORDS.en.noLink(args.id ?? ''), { ru: LINK_WORDS.ru.noLink(args.id ?? '') })
    return linkQrSvg(addressOf(found, coalition))
  }
  const rows = await shownLinks(context, coalition, links)
  return args.json ? JSON.stringify({ links: rows }) : table(rows, args.language)
}

async function create(context: Context, coalition: Coalition, args: LinkArgs): Promise<void> {
  const { store } = context
  await createLink(context, {
    memberId: await memberIdOf(store, coalition, args.member),
    sourceMemberId: await memberIdOf(store, coalition, args.source),
    ...{ name: args.name ?? '', code: args.code ?? null, targetUrl: args.target ?? null },
    windowDays: args['window-days'] === undefined ? null : Number(args['window-days']),
  })
}

/** The UUID of a link; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('link', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.link}_...`
  throw new UsageError(`--id must look like ${looks}; it is "${publicId}".`, {
    ru: `--id должен быть номером вида ${looks}; указано «${publicId}».`,
  })
}

/** The links of whoever acts, newest first. */
async function linksOf(context: Context): Promise<Link[]> {
  const links: Link[] = []
  for (;;) {
    const page = await readLinks(context, { after: links.at(-1)?.id ?? null, limit: PAGE })
    links.push(...page)
    if (page.length < PAGE) return links
  }
}

const addressOf = ({ code }: Link, { handle }: Coalition): string =>
  linkAddress(code, { publicUrl: (process.env.ARTEL_PUBLIC_URL ?? LOCAL_URL).replace(/\/+$/, ''), handle })

async function shownLinks({ store }: Context, coalition: Coalition, links: readonly Link[]) {
  const { id: coalitionId } = coalition
  const [members, figures] = await Promise.all([
    store.prisma.member.findMany({ where: { coalitionId } }),
    linkFigures(store, { coalitionId, ids: links.map(({ id }) => id) }),
  ])
  const handles = new Map(members.map(({ id, handle }) => [id, handle]))
  const figuresOf = new Map(figures.map((row) => [row.id, row]))
  return links.map((row) => {
    const { humanClicks = 0n, botClicks = 0n, bindings = 0n, purchases = 0n } = figuresOf.get(row.id) ?? {}
    return {
      ...{
        id: encodePublicId('link', row.id),
        name: row.name,
        code: row.code,
        url: addressOf(row, coalition),
      },
      ...{ source: handles.get(row.sourceId) ?? row.sourceKind, member: handles.get(row.memberId) ?? '' },
      ...{ clicks: Number(humanClicks), machineClicks: Number(botClicks), bindings: Number(bindings) },
      ...{ purchases: Number(purchases), status: row.status },
    }
  })
}

function table(rows: Awaited<ReturnType<typeof shownLinks>>, language: Language): string {
  const words = LINK_WORDS[language]
  if (rows.length === 0) return words.none
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    rows.map((row) => [
      ...[row.id, row.name, row.code, row.source, row.member],
      ...[row.clicks, row.machineClicks, row.bindings, row.purchases].map(String),
      words.status[row.status] ?? row.status,
    ]),
  ).trimEnd()
}
