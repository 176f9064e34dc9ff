import { amountText, currencyDigits } from '@artel/documents'
import { problemInRussian } from '@artel/ledger'
import { sumOf } from '@artel/store'
import type { Coalition, Plan, SettlementWindow } from '@artel/store/prisma'
import {
  type Context,
  encodePublicId,
  findWindow,
  type ImportedBankLine,
  legStatus,
  paidOf,
  readWindows,
  statementStatus,
  wasFoundBefore,
} from '@artel/use-cases'
import { textTable } from '../text-table.ts'
import type { SettleWords } from '../words/settle-words.ts'
import { actingMember } from './acting-as.ts'
import { disputesOf, legsOf, membersById, planOf, statementsOf } from './find-settled.ts'
import { type PlannedLeg, plannedLegs } from './shown-data.ts'

/** What tables are drawn with. */
export interface Shown {
  readonly context: Context
  readonly coalition: Coalition
  readonly words: SettleWords
}

const SHOWN_WINDOWS = 12
const MICRO_DIGITS = 6

/** Amounts in minor units as people write them. */
export const moneyText = ({ coalition: { currency }, words }: Shown, amountMinor: bigint): string =>
  amountText(amountMinor, { currency, digits: currencyDigits(currency) }, words.language)

/** Exact amounts in micros as people write them. */
export const exactText = ({ coalition: { currency }, words }: Shown, amountMicros: bigint): string =>
  amountText(amountMicros, { currency, digits: MICRO_DIGITS }, words.language)

/** An instant as a day of the coalition's calendar. */
export const dayText = ({ coalition: { timeZone }, words }: Shown, instant: Date): string =>
  instant.toLocaleDateString(words.locale, { timeZone })

export const left = (title: string) => ({ title, align: 'left' as const })
export const right = (title: string) => ({ title, align: 'right' as const })

/** The newest windows, newest first, with a word on older ones; or the one window that is asked for. */
export async function windowsTable(shown: Shown, only?: SettlementWindow): Promise<string> {
  const { columns, status, locale, olderWindows } = shown.words
  const { windows, hasNextPage } = only
    ? { windows: [only], hasNextPage: false }
    : await readWindows(shown.context, { first: SHOWN_WINDOWS })
  const table = textTable(
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
      dayText(shown, window.opensAt),
      dayText(shown, new Date(window.cutOff.getTime() - 1)),
      window.paymentDate?.toLocaleDateString(locale, { timeZone: 'UTC' }) ?? '',
    ]),
  )
  return hasNextPage ? `${table}  ${olderWindows(shown.coalition.handle)}\n` : table
}

/** The statements of a window, a member a row. */
export async function statementsTable(shown: Shown, windowNo: number): Promise<string> {
  const { columns, answer, noStatements } = shown.words
  const statements = await statementsOf(shown, windowNo)
  if (statements.length === 0) return `${noStatements(windowNo)}\n`
  const money = (amount: bigint) => moneyText(shown, amount)
  const table = textTable(
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
      money(sumOf(statement.openingMinor)),
      money(sumOf(statement.netMinor) + statement.roundingMinor),
      money(sumOf(statement.paymentsMinor)),
      money(sumOf(statement.closingMinor)),
      String(statement.lineCount),
      answer[statementStatus(statement)] ?? '',
    ]),
  )
  return `${table}  ${shown.words.signs}\n`
}

/**
 * Who pays whom by a plan, how far it is paid once it is approved, and how to approve it before. A member sees its own
 * payments. Empty for a window without a plan.
 */
export async function planTable(shown: Shown, windowNo: number): Promise<string> {
  const { words, context } = shown
  const plan = await planOf(shown, windowNo)
  if (!plan) return ''
  const memberId = actingMember(context)
  const planned = plannedLegs(plan).filter(
    ({ payerId, payeeId }) => memberId === undefined || memberId === payerId || memberId === payeeId,
  )
  const { status } = await findWindow(context.store, plan.coalitionId, windowNo)
  const head = `${words.plan(plan.planNo, plan.method)}\n`
  const table = planned.length === 0 ? `  ${words.nothingToPay}\n` : await legsTable(shown, plan, planned)
  const isOpen = status === 'AGREED' && memberId === undefined
  const approval = `artel settle approve --coalition ${shown.coalition.handle} --window ${windowNo} --plan ${plan.hash}`
  return head + table + (isOpen ? `${words.toApprove(approval)}\n` : '')
}

async function legsTable(shown: Shown, plan: Plan, planned: readonly PlannedLeg[]): Promise<string> {
  const { columns, coalition, legStatus: statuses, total } = shown.words
  const [legs, members] = await Promise.all([legsOf(shown, plan.windowNo), membersById(shown)])
  const nameOf = (id: string) => members.get(id)?.name ?? coalition
  const rows = planned.map((leg) => {
    const made = legs.find(({ legNo, planId }) => legNo === leg.legNo && planId === plan.id)
    return [
      String(leg.legNo),
      nameOf(leg.payerId),
      nameOf(leg.payeeId),
      moneyText(shown, BigInt(leg.amount)),
      leg.reference,
      made ? moneyText(shown, paidOf(made)) : '',
      made ? (statuses[legStatus(made)] ?? '') : '',
    ]
  })
  const sum = planned.reduce((all, { amount }) => all + BigInt(amount), 0n)
  return textTable(
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
    ['', total, '', moneyText(shown, sum)],
  )
}

/** The disputes of a window with their outcomes. */
export async function disputesTable(shown: Shown, windowNo: number): Promise<string> {
  const { columns, outcome, noDisputes } = shown.words
  const disputes = await disputesOf(shown, windowNo)
  if (disputes.length === 0) return `${noDisputes(windowNo)}\n`
  return textTable(
    [
      left(columns.dispute),
      left(columns.member),
      right(columns.amount),
      left(columns.status),
      right(columns.taken),
      left(columns.reason),
    ],
    disputes.map(({ id, statement, amount, reason, resolution }) => [
      encodePublicId('dispute', id),
      statement.member.name,
      exactText(shown, amount),
      outcome[resolution?.outcome ?? 'OPEN'] ?? '',
      resolution ? exactText(shown, resolution.amount) : '',
      reason,
    ]),
  )
}

/**
 * What became of each line of a bank's statement, those apart that an earlier reading of the file had, and below it how
 * much was recorded now and how much waits for people.
 */
export function importTable(shown: Shown, lines: readonly ImportedBankLine[]): string {
  const { columns, verdict, imported } = shown.words
  const paid = lines
    .filter(({ isNew }) => isNew)
    .reduce((sum, { amountMinor, remainderMinor }) => sum + amountMinor - remainderMinor, 0n)
  const open = lines.filter(
    ({ remainderMinor, reason }) => remainderMinor > 0n && !EXPLAINED.has(reason ?? ''),
  )
  return (
    textTable(
      [
        right(columns.line),
        left(columns.date),
        right(columns.amount),
        left(columns.verdict),
        right(columns.remainder),
        left(columns.reason),
        left(columns.purpose),
      ],
      lines.map((line) => [
        String(line.line),
        line.bookedOn && new Date(line.bookedOn).toLocaleDateString(shown.words.locale, { timeZone: 'UTC' }),
        moneyText(shown, line.direction === 'IN' ? line.amountMinor : -line.amountMinor),
        wasFoundBefore(line) ? `${verdict[line.verdict]}, ${shown.words.before}` : verdict[line.verdict],
        moneyText(shown, line.remainderMinor),
        reasonText(line, shown.words),
        line.purpose.length > PURPOSE_SHOWN ? `${line.purpose.slice(0, PURPOSE_SHOWN)}…` : line.purpose,
      ]),
    ) +
    `${imported(moneyText(shown, paid))}\n${open.length > 0 ? `${shown.words.leftForPeople(open.length)}\n` : ''}`
  )
}

const PURPOSE_SHOWN = 48
/** Why a line pays nothing and asks nothing of a person. */
const EXPLAINED = new Set(['REPEATED_LINE', 'RECORDED_BY_HAND', 'TAKEN_BACK', 'NOT_BOOKED'])

function reasonText(
  { reason, otherPayer, remarks }: ImportedBankLine,
  { remainder: reasons, language }: SettleWords,
): string {
  const said = reason === null ? [] : [reasons[reason] ?? reason]
  const inWords = (message: string) => (language === 'ru' ? problemInRussian(message) : message)
  const odd = remarks.map(({ code, field, message }) => reasons[code] ?? `${field}: ${inWords(message)}`)
  return [...said, ...(otherPayer ? [reasons.OTHER_PAYER ?? ''] : []), ...odd].join('; ')
}
