import { wholeText } from '@artel/documents'
import { localDate, startOfDay } from '@artel/rules'
import { openStore, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import {
  type Context,
  readAgeing,
  readBreakage,
  readCoverage,
  readOperatorAccounts,
  readReciprocity,
} from '@artel/use-cases'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { findCoalition } from '../find-coalition.ts'
import { moneyText } from '../simulate/describe-simulation.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import type { Language } from '../words/language.ts'

/** Heads of the tables. */
const HEADS: Readonly<Record<Language, Readonly<Record<ReportName, readonly string[]>>>> = {
  en: {
    coverage: ['issuer', 'points', 'in reserve', 'owed when spent'],
    reciprocity: ['issuer', 'spent at', 'points', 'worth', 'visits', 'first visits'],
    ageing: ['member', 'not due', '1-30 days', '31-60', '61-90', 'over 90', 'total'],
    breakage: ['month', 'given', 'spent', 'expected spent', 'expected left'],
    accounts: ['account', 'by', 'opening', 'debit', 'credit', 'closing'],
  },
  ru: {
    coverage: ['эмитент', 'баллы', 'в резерве', 'при тратах'],
    reciprocity: ['эмитент', 'списано у', 'баллы', 'стоимость', 'визиты', 'первые визиты'],
    ageing: ['участник', 'не наступил', '1-30 дней', '31-60', '61-90', 'более 90', 'всего'],
    breakage: ['месяц', 'начислено', 'списано', 'ожидается', 'останется'],
    accounts: ['счёт', 'проводки', 'начало', 'дебет', 'кредит', 'конец'],
  },
}
/** Whose points the promo fund paid for. */
const FUND: Readonly<Record<Language, string>> = { en: 'promo fund', ru: 'промофонд' }
type ReportName = 'coverage' | 'reciprocity' | 'ageing' | 'breakage' | 'accounts'
const MICROS_PER_MINOR = 10_000n
const MONTHS = 24

/** `artel report`: what members want to know of a coalition, as a table or JSON. */
export const report = defineCommand({
  meta: {
    name: 'report',
    description: 'Show a report of a coalition: coverage, reciprocity, ageing, breakage or accounts.',
    ru: 'Показать отчёт коалиции: покрытие, взаимность, просрочка, неиспользованные баллы или счета.',
  },
  args: {
    report: { type: 'positional', description: 'Which report.', ru: 'Какой отчёт.', required: true },
    coalition: COALITION,
    from: {
      type: 'string',
      description: 'accounts: from this day on, such as 2026-08-01; the first if left out.',
      ru: 'accounts: начиная с этого дня, например 2026-08-01; иначе с первого.',
    },
    to: {
      type: 'string',
      description: 'accounts: before this day; until now if left out.',
      ru: 'accounts: до начала этого дня; иначе по сейчас.',
    },
    json: JSON_LINE,
  },
  actions: {
    coverage: {
      description: 'What stands behind the points that are out.',
      ru: 'Чем обеспечены баллы на руках.',
    },
    reciprocity: { description: 'Who brought whom customers.', ru: 'Кто кому привёл покупателей.' },
    ageing: { description: 'What members owe, by days overdue.', ru: 'Долги участников по дням просрочки.' },
    breakage: {
      description: 'How many points of each month are likely never spent.',
      ru: 'Сколько баллов каждого месяца, вероятно, не потратят.',
    },
    accounts: {
      description: "The coalition's own accounts: balances and what moved them.",
      ru: 'Собственные счета коалиции: остатки и обороты.',
      takes: ['from', 'to'],
    },
  },
  run({ args, language }) {
    // The line is checked against the actions before.
    const name = args.report as ReportName
    return withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const { rows, data } = await read(store, coalition, { ...args, name, language })
        const head = HEADS[language][name]
        const labels = name === 'reciprocity' || name === 'accounts' ? 2 : 1
        const columns = head.map((title, at) => ({ title, align: at < labels ? 'left' : 'right' }) as const)
        process.stdout.write(args.json ? `${jsonOf(data)}\n` : textTable(columns, rows))
        return 0
      } finally {
        await store.close()
      }
    })
  },
})

interface Table {
  readonly rows: readonly (readonly string[])[]
  readonly data: object
}

/** Who runs this command holds the database, so it acts as an administrator. */
async function read(
  store: Store,
  { id: coalitionId, currency, timeZone }: Coalition,
  asked: {
    readonly name: ReportName
    readonly language: Language
    readonly from?: string | undefined
    readonly to?: string | undefined
  },
): Promise<Table> {
  const { name, language } = asked
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
        ...[
          issuer.memberId === null ? FUND[language] : nameOf(issuer.memberId),
          count(issuer.outstandingPoints),
        ],
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
    case 'accounts': {
      const dayOf = (day: string | undefined) =>
        day === undefined ? null : startOfDay(localDate(day), timeZone)
      const data = await readOperatorAccounts(context, {
        ...{ coalitionId, from: dayOf(asked.from), to: dayOf(asked.to) },
      })
      const rows = data.accounts.flatMap((account) => [
        [
          ...[account.kind, '', money(account.opening), money(account.debit), money(account.credit)],
          money(account.closing),
        ],
        ...account.movements.map(({ entryKind, debit, credit }) => [
          ...['', entryKind, '', money(debit), money(credit), ''],
        ]),
      ])
      return { data, rows }
    }
  }
}

/** Amounts as decimal strings. */
const jsonOf = (data: object): string =>
  JSON.stringify(data, (_name, value) => (typeof value === 'bigint' ? value.toString() : value))
