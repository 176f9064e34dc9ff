import { addDays, type FigurePart, periodDay } from '@artel/rules'
import { foldFigures, forgetFigures, openStore, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { type Context, todayOf } from '@artel/use-cases'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { NUMBER, oneOfWords, WHOLE } from '../command/value-forms.ts'
import { sheetCsv, sheetTable, sheetWorkbook } from '../figures/figure-sheet.ts'
import { readSheet } from '../figures/read-sheet.ts'
import { writeNamedFile } from '../file/write-named-file.ts'
import { findCoalition } from '../find-coalition.ts'
import { memberIdOf } from '../find-member.ts'
import { withDatabase } from '../with-database.ts'
import { FIGURE_WORDS } from '../words/figure-words.ts'
import type { Language } from '../words/language.ts'

/** Days of a period that nobody named. */
const DAYS = 30
const PERIOD = ['from', 'to', 'member', 'csv', 'xlsx', 'json'] as const
const COHORTS = ['months', 'csv', 'xlsx', 'json'] as const

/** `artel figures`: what a period came to, as a table with bars, CSV, a workbook or JSON. */
export const figures = defineCommand({
  meta: {
    name: 'figures',
    description: 'Show what a period came to: sales, points and customers, by day or by what they were.',
    ru: 'Показать, что дал период: продажи, баллы и клиентов, по дням или по тому, чем они были.',
  },
  args: {
    what: { type: 'positional', description: 'Which table.', ru: 'Какая таблица.', required: true },
    coalition: COALITION,
    from: {
      type: 'string',
      description: 'First day, such as 2026-08-01; 30 days up to --to if left out.',
      ru: 'Первый день, например 2026-08-01; иначе 30 дней до --to.',
    },
    to: {
      type: 'string',
      description: 'Last day, included; today if left out.',
      ru: 'Последний день, включительно; иначе сегодня.',
    },
    by: {
      type: 'string',
      description: 'Parts of the period: day, week or month.',
      ru: 'Части периода: day, week или month.',
      default: 'day',
      form: oneOfWords('day', 'week', 'month'),
    },
    member: { type: 'string', description: 'Handle of a member.', ru: 'Имя участника.' },
    margin: {
      type: 'string',
      description: 'Per cent of turnover that are left before the programme: adds what it costs and returns.',
      ru: 'Сколько процентов оборота остаётся до затрат программы: добавит её стоимость и окупаемость.',
      form: WHOLE,
    },
    months: {
      type: 'string',
      description: 'Months of cohorts.',
      ru: 'За сколько месяцев.',
      default: '12',
      form: NUMBER,
    },
    csv: { type: 'boolean', description: 'Print CSV.', ru: 'Печатать CSV.', default: false },
    xlsx: {
      type: 'string',
      description: 'Write a workbook to this file.',
      ru: 'Записать книгу Excel в этот файл.',
    },
    json: JSON_LINE,
  },
  actions: {
    period: {
      description: 'By days, weeks or months, in all, and of the period before.',
      ru: 'По дням, неделям или месяцам, всего и за период до этого.',
      takes: [...PERIOD, 'by', 'margin'],
    },
    members: { description: 'By member.', ru: 'По участникам.', takes: PERIOD },
    rules: { description: 'By rule.', ru: 'По правилам.', takes: PERIOD },
    products: { description: 'By article of a member.', ru: 'По артикулам участника.', takes: PERIOD },
    categories: { description: 'By category.', ru: 'По категориям.', takes: PERIOD },
    tills: { description: 'By till of a member.', ru: 'По кассам участника.', takes: PERIOD },
    people: { description: 'By person at a member.', ru: 'По людям участника.', takes: PERIOD },
    visits: {
      description: 'Who brought customers to whom.',
      ru: 'Кто привёл клиентов к кому.',
      takes: PERIOD,
    },
    customers: {
      description: 'Which customers stay, by the month they began.',
      ru: 'Какие клиенты остаются, по месяцу начала.',
      takes: [...COHORTS, 'member'],
    },
    partners: {
      description: 'Which members go on selling, by the month they began.',
      ru: 'Какие участники продолжают продавать, по месяцу начала.',
      takes: COHORTS,
    },
    rebuild: {
      description: 'Throw all figures away and count them anew from the books.',
      ru: 'Забыть все показатели и посчитать их заново по книгам.',
      takes: ['json'],
    },
  },
  run({ args, language }) {
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        process.stdout.write(
          args.what === 'rebuild'
            ? await rebuild(store, coalition, { language, json: args.json })
            : await show(store, coalition, { ...args, language }),
        )
        return 0
      } finally {
        await store.close()
      }
    })
  },
})

async function rebuild(
  store: Store,
  { id }: Coalition,
  { language, json }: { readonly language: Language; readonly json: boolean },
): Promise<string> {
  await forgetFigures(store, id)
  let batches = 0n
  for (let more = true; more; ) {
    const folded = await foldFigures(store, id)
    batches += folded.batches
    more = folded.more
  }
  return json
    ? `${JSON.stringify({ batches: String(batches) })}\n`
    : `${FIGURE_WORDS[language].forgotten(String(batches))}\n`
}

interface ShowArgs {
  readonly what: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly by: string
  readonly member?: string | undefined
  readonly margin?: string | undefined
  readonly months: string
  readonly csv: boolean
  readonly xlsx?: string | undefined
  readonly json: boolean
  readonly language: Language
}

/** Who runs this command holds the database, so it acts as an administrator. */
async function show(store: Store, coalition: Coalition, args: ShowArgs): Promise<string> {
  const { id: coalitionId, currency } = coalition
  const { language } = args
  const scopes = new Set(['coalition:read'])
  const context: Context = { store, principal: { kind: 'admin', coalitionId, keyId: coalitionId, scopes } }
  const members = await store.prisma.member.findMany({ where: { coalitionId } })
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const today = await todayOf(store, coalitionId)
  const to = args.to === undefined ? today : periodDay(args.to, ['to'])
  const { data, sheets } = await readSheet(context, args.what, {
    ...{ coalitionId, language, to, memberId: await memberIdOf(store, coalition, args.member) },
    from: args.from ?? addDays(to, 1 - DAYS),
    by: args.by.toUpperCase() as FigurePart,
    marginBps: args.margin === undefined ? null : Number(args.margin) * 100,
    months: Number(args.months),
    nameOf: (id) => names.get(id) ?? id,
  })
  const [first] = sheets
  if (args.xlsx !== undefined && first) await writeNamedFile(args.xlsx, sheetWorkbook(first))
  if (args.json) return `${jsonOf(data)}\n`
  if (args.xlsx !== undefined) return ''
  const written = { currency, language }
  return args.csv && first
    ? sheetCsv(first, written)
    : sheets.map((sheet) => sheetTable(sheet, written)).join('\n')
}

/** Amounts as decimal strings. */
const jsonOf = (data: object): string =>
  JSON.stringify(data, (_name, value) => (typeof value === 'bigint' ? value.toString() : value))
