import { type Estimate, type GroupSums, meanSpend, type PilotDecision, shareReturned } from '@artel/rules'
import { openStore } from '@artel/store'
import type { Coalition, Pilot } from '@artel/store/prisma'
import {
  type Context,
  daysOfPilot,
  decidePilot,
  decodePublicId,
  encodePublicId,
  PUBLIC_ID_PREFIXES,
  planPilot,
  readPilotResult,
  readPilots,
  statusOfPilot,
  todayOf,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { NUMBER } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'
import { PILOT_WORDS } from '../words/pilot-words.ts'

/** So many pilots are read at once. */
const PAGE = 100

/** `artel pilot`: trials of rules with customers held out. */
export const pilot = defineCommand({
  meta: {
    name: 'pilot',
    description: 'Plan a trial of rules on some customers, see what it came to, and decide about it.',
    ru: 'Назначить пробу правил на части покупателей, увидеть, что она дала, и решить.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'list, show, plan, scale or stop',
      ru: 'list, show, plan, scale или stop',
      required: true,
    },
    what: {
      type: 'positional',
      description: 'Id of the pilot (plt_...).',
      ru: 'Номер пилота (plt_...).',
      required: false,
    },
    coalition: { ...COALITION, required: false },
    from: { type: 'string', description: 'First day, ISO date.', ru: 'Первый день, дата ISO.' },
    to: { type: 'string', description: 'Last day, included, ISO date.', ru: 'Последний день включительно.' },
    control: {
      type: 'string',
      description: 'Share held out, basis points: 500 to 5000. 2000 when left out.',
      ru: 'Доля в контроле, базисные пункты: от 500 до 5000; без него 2000.',
      form: NUMBER,
    },
    base: {
      type: 'string',
      description: 'Measured are those that bought in so many days before. 90 when left out.',
      ru: 'Считаются те, кто покупал за столько дней до начала; без него 90.',
      form: NUMBER,
    },
    uplift: {
      type: 'string',
      description: 'Difference of spend to find, basis points of the mean. 1000 when left out.',
      ru: 'Какую разницу в тратах найти, базисные пункты от средней; без него 1000.',
      form: NUMBER,
    },
    'name-en': { type: 'string', description: 'Name in English.', ru: 'Название по-английски.' },
    'name-ru': { type: 'string', description: 'Name in Russian.', ru: 'Название по-русски.' },
    reason: { type: 'string', description: 'Why it is decided so.', ru: 'Почему решено так.' },
    key: {
      type: 'string',
      description:
        "Whose step it is: an administrator's key (ak_...) for all members, a member's (sk_...) for its own purchases. Default: ARTEL_KEY.",
      ru: 'Чей это шаг: ключ администратора (ak_...) - для всех участников, ключ участника (sk_...) - для его покупок. Без него - ARTEL_KEY.',
    },
    json: JSON_LINE,
  },
  actions: {
    list: {
      description: 'The pilots.',
      ru: 'Пилоты.',
      needs: ['coalition'],
      takes: ['key', 'json'],
    },
    show: {
      description: 'What a pilot came to so far.',
      ru: 'Что пилот показал к этому дню.',
      needs: ['what', 'coalition'],
      takes: ['key', 'json'],
    },
    plan: {
      description: 'Plan one; how many customers it needs is told. Rules join it by pilotId.',
      ru: 'Назначить; сразу видно, сколько нужно покупателей. Правила входят в него полем pilotId.',
      needs: ['coalition', 'from', 'to', 'name-en', 'name-ru'],
      takes: ['control', 'base', 'uplift', 'key', 'json'],
    },
    scale: {
      description: 'Decide to give its rules to all, once it is over.',
      ru: 'Решить дать его правила всем, когда он закончился.',
      needs: ['what', 'coalition', 'reason'],
      takes: ['key', 'json'],
    },
    stop: {
      description: 'Decide to stop it.',
      ru: 'Решить остановить.',
      needs: ['what', 'coalition', 'reason'],
      takes: ['key', 'json'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition ?? '')
        // A key on the command line is seen by whoever lists the processes.
        const context = await whoActs(store, coalition, args.key || process.env.ARTEL_KEY)
        process.stdout.write(await answer({ context, coalition, language }, args))
        return 0
      } finally {
        await store.close()
      }
    }),
})

interface PilotArgs {
  readonly action: string
  readonly what?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly control?: string | undefined
  readonly base?: string | undefined
  readonly uplift?: string | undefined
  readonly 'name-en'?: string | undefined
  readonly 'name-ru'?: string | undefined
  readonly reason?: string | undefined
  readonly json?: boolean | undefined
}

/** Who looks, at which coalition, in which language. */
interface Looking {
  readonly context: Context
  readonly coalition: Coalition
  readonly language: Language
}

const USUAL_CONTROL_BPS = 2_000
const DECISIONS: Readonly<Record<string, PilotDecision>> = { scale: 'SCALE', stop: 'STOP' }

async function answer(looking: Looking, args: PilotArgs): Promise<string> {
  const { context } = looking
  if (args.action === 'list') return shown(looking, await everyPilot(context), args.json)
  if (args.action === 'plan') {
    const planned = await planPilot(context, {
      name: { en: args['name-en'] ?? '', ru: args['name-ru'] ?? '' },
      controlBps: args.control === undefined ? USUAL_CONTROL_BPS : Number(args.control),
      ...{ fromDay: args.from ?? '', toDay: args.to ?? '' },
      ...(args.base === undefined ? {} : { baseDays: Number(args.base) }),
      ...(args.uplift === undefined ? {} : { upliftBps: Number(args.uplift) }),
    })
    return result(looking, planned.pilot, args.json)
  }
  const id = rawId(args.what)
  const decision = DECISIONS[args.action]
  if (decision) {
    const decided = await decidePilot(context, { id, decision, reason: args.reason ?? '' })
    return shown(looking, [decided.pilot], args.json)
  }
  const found = (await everyPilot(context)).find((one) => one.id === id)
  if (!found) throw new CliError('There is no such pilot.', { ru: 'Такого пилота нет.' })
  return result(looking, found, args.json)
}

/** The UUID of a pilot; fails with a line for an id of anything else. */
function rawId(publicId = ''): string {
  const id = decodePublicId('pilot', publicId)
  if (id !== undefined) return id
  const looks = `${PUBLIC_ID_PREFIXES.pilot}_...`
  throw new UsageError(`The id of a pilot looks like ${looks}; it is "${publicId}".`, {
    ru: `Номер пилота имеет вид ${looks}; указано «${publicId}».`,
  })
}

/** The pilots that whoever looks may see, newest first. */
async function everyPilot(context: Context): Promise<Pilot[]> {
  const pilots: Pilot[] = []
  for (;;) {
    const page = await readPilots(context, { after: pilots.at(-1)?.id ?? null, limit: PAGE })
    pilots.push(...page)
    if (page.length < PAGE) return pilots
  }
}

async function shown({ context, coalition, language }: Looking, pilots: readonly Pilot[], json?: boolean) {
  const { store } = context
  const words = PILOT_WORDS[language]
  const [today, members] = await Promise.all([
    todayOf(store, coalition.id),
    store.prisma.member.findMany({ where: { coalitionId: coalition.id } }),
  ])
  const handles = new Map(members.map(({ id, handle }) => [id, handle]))
  const rows = pilots.map((one) => ({
    id: encodePublicId('pilot', one.id),
    member: one.memberId === null ? null : (handles.get(one.memberId) ?? null),
    status: statusOfPilot(one, today),
    ...daysOfPilot(one),
    controlBps: one.controlBps,
    name: language === 'ru' ? one.nameRu : one.nameEn,
    ...{ decision: one.decision, reason: one.reason },
  }))
  if (json) return `${JSON.stringify({ pilots: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    rows.map(({ id, member, status, fromDay, toDay, controlBps, name }) => [
      ...[id, member ?? words.all, words.status[status], fromDay, toDay, share(controlBps), name],
    ]),
  )
}

async function result(looking: Looking, one: Pilot, json?: boolean): Promise<string> {
  const { context, language } = looking
  const words = PILOT_WORDS[language]
  const found = await readPilotResult(context, one)
  const { treatment, control, spend, returning, proposal, currency } = found
  const group = (sums: GroupSums, needs: bigint | null) => ({
    ...{ customers: String(sums.customers), needs: needs === null ? null : String(needs) },
    ...{ returnedBps: shareReturned(sums), meanSpendMinor: String(meanSpend(sums)) },
  })
  const groups = {
    treatment: group(treatment, one.needsTreatment),
    control: group(control, one.needsControl),
  }
  if (json) {
    const digits = spend && { estimate: `${spend.estimate}`, low: `${spend.low}`, high: `${spend.high}` }
    const id = encodePublicId('pilot', one.id)
    return `${JSON.stringify({ id, ...groups, spendMinor: digits, returningBps: returning, proposal })}\n`
  }
  const money = (minor: bigint) => `${decimal(minor)} ${currency}`
  const table = textTable(
    words.groupColumns.map((title, index) => ({ title, align: index === 0 ? 'left' : 'right' })),
    [[words.treatment, groups.treatment] as const, [words.control, groups.control] as const].map(
      ([name, { customers, needs, returnedBps, meanSpendMinor }]) => [
        ...[name, customers, needs ?? '-', share(returnedBps), money(BigInt(meanSpendMinor))],
      ],
    ),
  )
  const told = <Value>(
    say: (a: string, b: string, c: string) => string,
    bounds: Estimate<Value> | null,
    of: (value: Value) => string,
  ) => (bounds ? say(of(bounds.estimate), of(bounds.low), of(bounds.high)) : words.tooFew)
  const lines = [
    told(words.spend, spend, money),
    told(words.returning, returning, share),
    words.proposal[proposal],
  ]
  return `${await shown(looking, [one])}\n${table}\n${[...new Set(lines)].join('\n')}\n`
}

const decimal = (minor: bigint): string => {
  const size = minor < 0n ? -minor : minor
  return `${minor < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}
const share = (bps: number): string => `${decimal(BigInt(bps))} %`
