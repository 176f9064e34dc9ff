import { currencyDigits, decimalText } from '@artel/documents'
import type { Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import {
  type Context,
  type ImportedBankLine,
  legStatus,
  paidOf,
  readWindows,
  statementStatus,
  WITH_ANSWERS,
} from '@artel/use-cases'
import { textTable } from '../text-table.ts'
import type { SettleWords } from './settle-words.ts'

/** What tables are drawn with. */
export interface Shown {
  readonly context: Context
  readonly coalition: Coalition
  readonly words: SettleWords
}

const SHOWN_WINDOWS = 12

/** Amounts in minor units as people write them. */
export function moneyText({ coalition, words }: Shown, amountMinor: bigint): string {
  const text = decimalText(amountMinor, currencyDigits(coalition.currency))
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return fraction === undefined ? grouped : `${grouped}${words.locale === 'ru-RU' ? ',' : '.'}${fraction}`
}

const left = (title: string) => ({ title, align: 'left' as const })
const right = (title: string) => ({ title, align: 'right' as const })

/** The windows, newest first. */
export async function windowsTable(shown: Shown): Promise<string> {
  const { columns, status, locale } = shown.words
  const { timeZone } = shown.coalition
  const day = (date: Date) => date.toLocaleDateString(locale, { timeZone })
  const { windows } = await readWindows(shown.context, { first: SHOWN_WINDOWS })
  return textTable(
    [
      right(columns.window),
      left(columns.status),
      left(columns.opens),
      left(columns.cutOff),
      left(columns.payment),
    ],
    windows.map((window) => [
      String(window.windowNo),
      status[window.status] ?? window.status,
      day(window.opensAt),
      day(new Date(window.cutOff.getTime() - 1)),
      window.paymentDate?.toLocaleDateString(locale, { timeZone: 'UTC' }) ?? '',
    ]),
  )
}

/** The statements of a window, a member a row. */
export async function statementsTable(shown: Shown, windowNo: number): Promise<string> {
  const { coalition, words } = shown
  const { columns, status } = words
  const statements = await shown.context.store.prisma.statement.findMany({
    where: { coalitionId: coalition.id, windowNo },
    include: { ...WITH_ANSWERS, member: { select: { name: true } } },
    orderBy: { member: { name: 'asc' } },
  })
  if (statements.length === 0) return ''
  const money = (amount: bigint) => moneyText(shown, amount)
  return textTable(
    [
      left(columns.member),
      right(columns.opening),
      right(columns.net),
      right(columns.payments),
      right(columns.closing),
      right(columns.lines),
      left(columns.answer),
    ],
    statements.map((statement) => [
      statement.member.name,
      money(statement.openingMinor),
      money(statement.netMinor + statement.roundingMinor),
      money(statement.paymentsMinor),
      money(statement.closingMinor),
      String(statement.lineCount),
      status[statementStatus(statement)] ?? '',
    ]),
  )
}

/** Who pays whom by a plan, and how far it is paid once it is approved. */
export async function planTable(shown: Shown, windowNo: number): Promise<string> {
  const { coalition, words } = shown
  const { columns } = words
  const { prisma } = shown.context.store
  const where = { coalitionId: coalition.id, windowNo }
  const plan = await prisma.plan.findFirst({ where, orderBy: { planNo: 'desc' } })
  if (!plan) return ''
  const legs = await prisma.paymentLeg.findMany({ where, include: { payments: true } })
  const nameOf = await memberNames(shown.context.store, shown)
  const planned = plan.legs as unknown as {
    legNo: number
    payerId: string
    payeeId: string
    amount: string
    reference: string
  }[]
  const head = `${words.plan(plan.planNo, plan.method, plan.hash)}\n`
  if (planned.length === 0) return `${head}  ${words.nothingToPay}\n`
  const rows = planned.map((leg) => {
    const made = legs.find(({ legNo }) => legNo === leg.legNo)
    return [
      String(leg.legNo),
      nameOf(leg.payerId),
      nameOf(leg.payeeId),
      moneyText(shown, BigInt(leg.amount)),
      leg.reference,
      made ? moneyText(shown, paidOf(made)) : '',
      made ? (words.status[legStatus(made)] ?? '') : '',
    ]
  })
  return (
    head +
    textTable(
      [
        right(columns.no),
        left(columns.payer),
        left(columns.payee),
        right(columns.amount),
        left(columns.reference),
        right(columns.paid),
        left(columns.status),
      ],
      rows,
      ['', words.total, '', moneyText(shown, plan.totalMinor)],
    )
  )
}

/** What became of each line of a bank's statement. */
export function importTable(shown: Shown, lines: readonly ImportedBankLine[]): string {
  const { columns } = shown.words
  return textTable(
    [
      right(columns.no),
      right(columns.amount),
      left(columns.verdict),
      right(columns.remainder),
      left(columns.reason),
    ],
    lines.map((line) => [
      String(line.line),
      moneyText(shown, line.direction === 'IN' ? line.amountMinor : -line.amountMinor),
      line.verdict,
      moneyText(shown, line.remainderMinor),
      line.reason ?? '',
    ]),
  )
}

async function memberNames(store: Store, { coalition, words }: Shown): Promise<(id: string) => string> {
  const members = await store.prisma.member.findMany({
    where: { coalitionId: coalition.id },
    select: { id: true, name: true },
  })
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? words.coalition
}
