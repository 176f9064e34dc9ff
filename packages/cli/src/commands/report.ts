import { wholeText } from '@artel/documents'
import { openStore, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { type Context, readAgeing, readBreakage, readCoverage, readReciprocity } from '@artel/use-cases'
import { defineCommand } from 'citty'
import { CliError } from '../cli-error.ts'
import { findCoalition } from '../find-coalition.ts'
import { moneyText } from '../simulate/describe-simulation.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import { type Language, languageOf } from '../words/language.ts'

/** Heads of the tables. */
const HEADS: Readonly<Record<Language, Readonly<Record<ReportName, readonly string[]>>>> = {
  en: {
    coverage: ['issuer', 'points', 'in reserve', 'owed when spent'],
    reciprocity: ['issuer', 'spent at', 'points', 'worth', 'visits', 'first visits'],
    ageing: ['member', 'not due', '1-30 days', '31-60', '61-90', 'over 90', 'total'],
    breakage: ['month', 'given', 'spent', 'expected spent', 'expected left'],
  },
  ru: {
    coverage: ['эмитент', 'баллы', 'в резерве', 'при тратах'],
    reciprocity: ['эмитент', 'списано у', 'баллы', 'стоимость', 'визиты', 'первые визиты'],
    ageing: ['участник', 'не наступил', '1-30 дней', '31-60', '61-90', 'более 90', 'всего'],
    breakage: ['месяц', 'начислено', 'списано', 'ожидается', 'останется'],
  },
}
type ReportName = 'coverage' | 'reciprocity' | 'ageing' | 'breakage'
const MICROS_PER_MINOR = 10_000n
const MONTHS = 24

/** `artel report`: what members want to know of a coalition, as a table or JSON. */
export const report = defineCommand({
  meta: {
    name: 'report',
    description: 'Show a report of a coalition: coverage, reciprocity, ageing or breakage.',
  },
  args: {
    report: { type: 'positional', description: 'coverage, reciprocity, ageing or breakage', required: true },
    coalition: { type: 'string', description: 'Its handle or its id (coa_...).', required: true },
    lang: { type: 'string', description: 'ru or en.', default: 'en' },
    json: { type: 'boolean', description: 'Print the report as one JSON line.', default: false },
  },
  run({ args }) {
    const language = languageOf(args.lang)
    const name = args.report
    if (!isReport(name))
      throw new CliError(`There is no report "${name}". Known: ${Object.keys(HEADS.en).join(', ')}.`)
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const { rows, data } = await read(store, coalition, name, language)
        const head = HEADS[language][name]
        const labels = name === 'reciprocity' ? 2 : 1
        const columns = head.map((title, at) => ({ title, align: at < labels ? 'left' : 'right' }) as const)
        process.stdout.write(args.json ? `${jsonOf(data)}\n` : textTable(columns, rows))
        return 0
      } finally {
        await store.close()
      }
    })
  },
})

const isReport = (name: string): name is ReportName => name in HEADS.en

interface Table {
  readonly rows: readonly (readonly string[])[]
  readonly data: object
}

/** Who runs this command holds the database, so it acts as an administrator. */
async function read(
  store: Store,
  { id: coalitionId, currency }: Coalition,
  name: ReportName,
  language: Language,
): Promise<Table> {
  const scopes = new Set(['coalition:read'])
  const context: Context = { store, principal: { kind: 'admin', coalitionId, keyId: coalitionId, scopes } }
  const members = await store.prisma.member.findMany({ where: { coalitionId } })
  const names = new Map(members.map(({ id, name: own }) => [id, own]))
  const nameOf = (id: string) => names.get(id) ?? id
  const money = (micros: bigint) => moneyText(micros, currency, language)
  const count = (value: bigint) => wholeText(value, language)
  switch (name) {
    case 'coverage': {
      const data = await readCoverage(context, { coalitionId })
      const rows = data.byIssuer.map((issuer) => [
        ...[nameOf(issuer.memberId), count(issuer.outstandingPoints)],
        ...[money(issuer.reserve), money(issuer.contingent)],
      ])
      return { data, rows }
    }
    case 'reciprocity': {
      const data = await readReciprocity(context, { coalitionId })
      const rows = data.cells.map((cell) => [
        ...[nameOf(cell.issuerId), nameOf(cell.redeemerId), count(cell.points), money(cell.value)],
        ...[count(cell.visits), count(cell.firstVisits)],
      ])
      return { data, rows }
    }
    case 'ageing': {
      const data = await readAgeing(context, { coalitionId })
      const rows = data.members.map((aged) => [
        nameOf(aged.memberId),
        ...[aged.notDue, aged.days1To30, aged.days31To60, aged.days61To90, aged.daysOver90, aged.total].map(
          (minor) => money(minor * MICROS_PER_MINOR),
        ),
      ])
      return { data, rows }
    }
    case 'breakage': {
      const data = await readBreakage(context, { coalitionId, months: MONTHS })
      const rows = data.cohorts.map((cohort) => [
        cohort.period,
        ...[cohort.issued, cohort.redeemed, cohort.expectedRedeemed, cohort.expectedBreakage].map(count),
      ])
      return { data, rows }
    }
  }
}

/** Amounts as decimal strings. */
const jsonOf = (data: object): string =>
  JSON.stringify(data, (_name, value) => (typeof value === 'bigint' ? value.toString() : value))
