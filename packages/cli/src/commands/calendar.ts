import { localDateOf } from '@artel/rules'
import { coalitionNow, openStore, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { type BusinessDay, readBusinessDays, setBusinessDays } from '@artel/use-cases'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { YEAR } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { adminActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'

/** `artel calendar show|set`: the days of a year on which payments are not due, or are although the week says no. */
export const calendar = defineCommand({
  meta: {
    name: 'calendar',
    description:
      "Show the holidays and moved days of a year by which a coalition's payments are due, or set those that it moves.",
    ru: 'Показать праздники и переносы года, по которым коалиция платит, или задать её собственные переносы.',
  },
  args: {
    action: { type: 'positional', description: 'show or set', ru: 'show или set', required: true },
    coalition: COALITION,
    year: {
      type: 'string',
      description: 'The year; this one if left out.',
      ru: 'Год; если не указан, текущий.',
      form: YEAR,
    },
    off: {
      type: 'string',
      description: 'Days that are free, such as 2026-01-09,2026-12-31.',
      ru: 'Нерабочие дни, например 2026-01-09,2026-12-31.',
    },
    working: {
      type: 'string',
      description: 'Days that are worked, such as 2027-02-20.',
      ru: 'Рабочие дни, например 2027-02-20.',
    },
    note: {
      type: 'string',
      description: 'A note on all of them, such as the number of the decree.',
      ru: 'Примечание ко всем, например номер постановления.',
    },
    key: {
      type: 'string',
      description: "Whose step it is: an administrator's key (ak_...).",
      ru: 'Чей это шаг: ключ администратора (ak_...).',
    },
    json: JSON_LINE,
  },
  actions: {
    show: { description: 'The days of the year.', ru: 'Дни года.' },
    set: {
      description: 'Replace the days that the coalition moves in the year.',
      ru: 'Заменить переносы коалиции в этом году.',
      takes: ['off', 'working', 'note', 'key'],
    },
  },
  run: ({ args, language }) => {
    const { action } = args
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const year = args.year === undefined ? await presentYear(store, coalition) : Number(args.year)
        if (action === 'set') {
          const context = await adminActs(store, coalition, args.key)
          const note = args.note ?? ''
          const days = [
            ...listed(args.off).map((day) => ({ day, kind: 'DAY_OFF' as const, note })),
            ...listed(args.working).map((day) => ({ day, kind: 'WORKING_DAY' as const, note })),
          ]
          await setBusinessDays(context, { year, days })
        }
        const days = await readBusinessDays(store, coalition, year)
        process.stdout.write(
          args.json ? `${JSON.stringify({ year, days })}\n` : tableOf(days, year, language),
        )
        return 0
      } finally {
        await store.close()
      }
    })
  },
})

/** The year in which the coalition lives, by its clock and in its zone. */
async function presentYear(store: Store, { id, timeZone }: Coalition): Promise<number> {
  return Number(localDateOf(await coalitionNow(store, id), timeZone).slice(0, 4))
}

const listed = (text: string | undefined): string[] =>
  (text ?? '').split(/[\s,]+/).filter((one) => one !== '')

interface Words {
  readonly locale: string
  readonly columns: readonly string[]
  readonly kind: Readonly<Record<BusinessDay['kind'], string>>
  readonly source: Readonly<Record<BusinessDay['source'], string>>
  readonly none: (year: number) => string
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    locale: 'en-GB',
    columns: ['day', 'banks', 'by', 'note'],
    kind: { DAY_OFF: 'closed', WORKING_DAY: 'work' },
    source: { LAW: 'the law', COALITION: 'the coalition' },
    none: (year) => `Nothing but weekends is off in ${year}.`,
  },
  ru: {
    locale: 'ru-RU',
    columns: ['день', 'банки', 'откуда', 'примечание'],
    kind: { DAY_OFF: 'закрыты', WORKING_DAY: 'работают' },
    source: { LAW: 'закон', COALITION: 'перенос коалиции' },
    none: (year) => `В ${year} году кроме выходных нерабочих дней нет.`,
  },
}

function tableOf(days: readonly BusinessDay[], year: number, language: Language): string {
  const words = WORDS[language]
  if (days.length === 0) return `${words.none(year)}\n`
  const format = new Intl.DateTimeFormat(words.locale, {
    timeZone: 'UTC',
    ...{ weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' },
  })
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    days.map(({ day, kind, source, note }) => [
      format.format(new Date(day)),
      words.kind[kind],
      words.source[source],
      note,
    ]),
  )
}
