import { minor, WindowStepNotReadyError } from '@artel/ledger'
import { coalitionNow, sumOf } from '@artel/store'
import type { SettlementWindow, Statement } from '@artel/store/prisma'
import {
  acceptStatement,
  approvePlan,
  memberLines,
  openDispute,
  proposePlan,
  recordPayment,
  settleDue,
} from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'
import { type DemoOffice, ensureDemoOffice } from './demo-office.ts'
import { moscowDate } from './history-calendar.ts'

/** Days of a month on which the office and the members see to the month before. */
const STATE_DAY = 1
const ANSWER_DAY = 3
const PLAN_DAY = 5
const PAY_DAY = 8
/** The first on which the days to dispute what was stated on the 1st are over. */
const SILENCE_DAY = 7
const DAYS: readonly number[] = [STATE_DAY, ANSWER_DAY, PLAN_DAY, SILENCE_DAY, PAY_DAY]

/**
 * Does what the town has to do of its settlement by the coalition's present day. Every month but the last is closed,
 * stated, accepted, planned, approved and paid in the month after. The last waits for somebody: Motor yard says nothing to its
 * statement, Kolenval disputes a line, and once silence is acceptance a plan waits for its approval. Safe to do again:
 * every step has its own key.
 */
export async function settleMonths(demo: DemoCoalition): Promise<void> {
  const { store } = demo.admin
  const coalitionId = demo.coalition.id
  const day = dayOfMonth(await coalitionNow(store, coalitionId))
  const office = await ensureDemoOffice(demo)
  await settleDue(demo.admin, { coalitionId })
  const standing = await store.prisma.settlementWindow.findMany({
    where: { coalitionId, status: { notIn: ['OPEN', 'SETTLED'] } },
    orderBy: { windowNo: 'asc' },
  })
  for (const window of standing) {
    const isLast = moscowDate(window.cutOff).slice(0, 7) === moscowDate(new Date()).slice(0, 7)
    if (isLast) await leaveWaiting(demo, window, day, office)
    else await settleMonth(demo, window, day, office)
  }
  await settleDue(demo.admin, { coalitionId })
}

/** Whether the town has something to settle on the day of an instant. */
export const isSettlingDay = (instant: Date): boolean => DAYS.includes(dayOfMonth(instant))

const dayOfMonth = (instant: Date): number => Number(moscowDate(instant).slice(8))

async function settleMonth(
  demo: DemoCoalition,
  { windowNo, coalitionId, cutOff }: SettlementWindow,
  day: number,
  { accountant, director }: DemoOffice,
): Promise<void> {
  const { prisma } = demo.admin.store
  if (day < ANSWER_DAY) return
  for (const statement of await prisma.statement.findMany({ where: { coalitionId, windowNo } }))
    await accept(demo, statement)
  if (day < PLAN_DAY) return
  const { plan } = await proposePlan(accountant, { windowNo, idempotencyKey: `seed:${windowNo}:plan` })
  const approval = { planId: plan.id, planHash: plan.hash }
  await approvePlan(director, { ...approval, idempotencyKey: `seed:${windowNo}:approve` })
  if (day < PAY_DAY) return
  const paidOn = `${moscowDate(cutOff).slice(0, 7)}-${String(PAY_DAY).padStart(2, '0')}`
  for (const leg of await prisma.paymentLeg.findMany({ where: { coalitionId, windowNo } }))
    await recordPayment(accountant, {
      ...{ legId: leg.id, amountMinor: minor(sumOf(leg.amountMinor)), paidOn },
      idempotencyKey: `seed:${windowNo}:pay:${leg.legNo}`,
    })
}

async function accept(demo: DemoCoalition, { id, memberId }: Statement): Promise<void> {
  const member = Object.values(demo.members).find((one) => one.id === memberId)
  if (member) await acceptStatement(member.context, { statementId: id, idempotencyKey: `seed:${id}:accept` })
}

async function leaveWaiting(
  demo: DemoCoalition,
  window: SettlementWindow,
  day: number,
  { accountant }: DemoOffice,
): Promise<void> {
  const { coalitionId, windowNo } = window
  const statements = await demo.admin.store.prisma.statement.findMany({ where: { coalitionId, windowNo } })
  const of = (memberId: string) => statements.find((one) => one.memberId === memberId)
  const [doubted, accepted] = [of(demo.members.kolenval.id), of(demo.members.blesk.id)]
  if (doubted) await dispute(demo, window, doubted)
  if (accepted && day >= ANSWER_DAY) await accept(demo, accepted)
  if (day < SILENCE_DAY) return
  const idempotencyKey = `seed:${windowNo}:plan`
  await proposePlan(accountant, { windowNo, idempotencyKey }).catch((error) => {
    // Stated late, because the demo was filled late: there are days left to answer.
    if (!(error instanceof WindowStepNotReadyError)) throw error
  })
}

/** Kolenval does not agree with the last points that it issued. */
async function dispute(demo: DemoCoalition, window: SettlementWindow, statement: Statement): Promise<void> {
  const { store } = demo.admin
  if (
    await store.prisma.dispute.count({
      where: { coalitionId: window.coalitionId, statementId: statement.id },
    })
  )
    return
  let last: { readonly entryId: string; readonly position: number; readonly reference: string } | undefined
  for await (const line of memberLines(store, window, statement)) if (line.kind === 'EARN') last = line
  if (!last) return
  const { entryId, position, reference } = last
  await openDispute(demo.members.kolenval.context, {
    ...{ statementId: statement.id, entryId, position },
    reason: `Чек ${reference} пробит по ошибке кассира, покупки не было.`,
    evidence: [`Кассовый отчёт за смену, чек ${reference}`],
    idempotencyKey: `seed:${statement.id}:dispute`,
  })
}
