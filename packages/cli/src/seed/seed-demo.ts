import { coalitionNow, type Store } from '@artel/store'
import { advanceClock, enrolCustomer } from '@artel/use-cases'
import { admitDemoAffiliates } from './demo-affiliates.ts'
import { tellBankDetails } from './demo-bank-details.ts'
import { type DemoCoalition, ensureDemoCoalition, findDemoCoalition } from './demo-coalition.ts'
import { CONSENT_VERSION, demoConsents, publishDemoTexts } from './demo-consents.ts'
import { type DemoCustomer, demoCustomers } from './demo-customers.ts'
import { makeDemoLadder } from './demo-ladder.ts'
import { codeOfNewcomer, makeDemoLinks, visitDemoLinks } from './demo-links.ts'
import { DAY_OF_DEMO_PILOT, planDemoPilot, scheduleDemoRules } from './demo-rules.ts'
import { keepDemoSegment } from './demo-segment.ts'
import { dayOf, firstDayOfHistory, HISTORY_DAYS, startOfDay } from './history-calendar.ts'
import { personaCustomer, personas, planPersonas } from './personas.ts'
import { planHistory } from './plan-history.ts'
import type { PlannedDay } from './planned-day.ts'
import { playHours, type Town } from './play-day.ts'
import { isSettlingDay, settleMonths } from './settle-months.ts'

const HOUR_MS = 3_600_000
/** Hours of the day at which the tills report: what happened since the last is played together. */
const TICK_HOURS = [14, 22]

export interface SeedOptions {
  readonly store: Store
  /** Ends the playing after the day it is at, with the signal's reason thrown. */
  readonly signal?: AbortSignal
  /** Called after each day; `sales` is the number recorded so far in this call. */
  readonly onProgress?: (progress: { day: number; days: number; sales: number }) => void
}

/** Whether the demo coalition has its whole history: opened, played, and its clock brought to today. */
export async function demoIsSeeded(store: Store): Promise<boolean> {
  const coalition = await findDemoCoalition(store)
  return coalition !== null && coalition.clockOffsetSeconds >= 0n
}

/**
 * Plays over a year of the demo town through the real verbs: opens the coalition with its clock in the past, then day
 * by day enrols, sells, holds, refunds, lets points expire and settles its months, and ends with the clock at today. Interrupted, the next
 * call goes on from the day it had reached. Does nothing when the history is there.
 */
export async function seedDemo({ store, signal, onProgress }: SeedOptions): Promise<{ sales: number }> {
  if (await demoIsSeeded(store)) return { sales: 0 }
  const firstDay = await beginning(store)
  const demo = await ensureDemoCoalition(store, secondsUntil(firstDay))
  await tellBankDetails(demo)
  await publishDemoTexts(demo)
  await scheduleDemoRules(demo, firstDay)
  await makeDemoLinks(demo)
  await admitDemoAffiliates(demo)
  await makeDemoLadder(demo)
  const people = [...demoCustomers(HISTORY_DAYS), ...personas.map(personaCustomer)]
  const days = planHistory(firstDay, people)
  planPersonas(days, firstDay)
  const customers = await knownCustomers(store, demo)
  const now = await coalitionNow(store, demo.coalition.id)
  const town: Town = { demo, customers, clock: { offsetSeconds: (now.getTime() - Date.now()) / 1000 } }
  const reached = Math.max(0, dayOf(firstDay, now))
  let sales = 0
  for (const [day, plan] of days.entries()) {
    if (day < reached) continue
    signal?.throwIfAborted()
    if (day === DAY_OF_DEMO_PILOT) await planDemoPilot(demo, firstDay)
    sales += await playDay(town, plan, firstDay, day, () =>
      enrol(
        demo,
        people.filter((person) => person.joinsOnDay === day),
        customers,
      ),
    )
    onProgress?.({ day: day + 1, days: days.length, sales })
  }
  await visitDemoLinks(demo)
  await catchUpWithToday(demo)
  await settleMonths(demo)
  await keepDemoSegment(demo)
  return { sales }
}

/** Of a seed that was interrupted, the first day that it began with; else `HISTORY_DAYS` before today. */
async function beginning(store: Store): Promise<Date> {
  const coalition = await findDemoCoalition(store)
  if (!coalition) return firstDayOfHistory(new Date())
  const terms = await store.prisma.terms.findFirstOrThrow({
    where: { coalitionId: coalition.id, version: 1 },
  })
  return new Date(firstDayOfHistory(terms.startsAt).getTime() + HISTORY_DAYS * 24 * HOUR_MS)
}

async function playDay(
  town: Town,
  plan: PlannedDay,
  firstDay: Date,
  day: number,
  enrolNewcomers: () => Promise<void>,
): Promise<number> {
  const midnight = startOfDay(firstDay, day)
  let from = midnight
  let sales = 0
  for (const [index, hour] of TICK_HOURS.entries()) {
    const to = new Date(midnight.getTime() + hour * HOUR_MS)
    if (to.getTime() > Date.now()) break
    await moveClock(town, to)
    if (index === 0 && isSettlingDay(midnight)) await settleMonths(town.demo)
    if (index === 0) await enrolNewcomers()
    sales += await playHours(town, plan, from, to)
    from = to
  }
  return sales
}

async function enrol(
  demo: DemoCoalition,
  newcomers: readonly DemoCustomer[],
  customers: Map<string, string>,
): Promise<void> {
  const unknown = newcomers.filter((person) => !customers.has(person.phone))
  await Promise.all(
    unknown.map(async (person) => {
      const code = codeOfNewcomer(person)
      const { customer } = await enrolCustomer(demo.members[person.enrolsAt].context, {
        name: person.name,
        phone: person.phone,
        ...(person.email === undefined ? {} : { email: person.email }),
        reference: `${person.enrolsAt}-${person.phone.slice(-4)}`,
        consentVersion: CONSENT_VERSION,
        consents: demoConsents(person),
        ...(code === undefined ? {} : { cameBy: { code } }),
      })
      customers.set(person.phone, customer.id)
    }),
  )
}

async function knownCustomers(store: Store, demo: DemoCoalition): Promise<Map<string, string>> {
  const rows = await store.prisma.customer.findMany({
    where: { coalitionId: demo.coalition.id, phone: { not: null } },
    select: { id: true, phone: true },
  })
  return new Map(rows.flatMap((row) => (row.phone === null ? [] : [[row.phone, row.id]])))
}

/** Moves the coalition's clock to an instant of its history, never back; what falls due on the way expires. */
async function moveClock({ demo, clock }: Town, to: Date): Promise<void> {
  const seconds = Math.round((to.getTime() - Date.now()) / 1000 - clock.offsetSeconds)
  if (seconds <= 0) return
  const { now } = await advanceClock(demo.admin, { seconds })
  clock.offsetSeconds = (now.getTime() - Date.now()) / 1000
}

/** Takes the last of the offset away: from here on the demo's clock is everybody's. */
async function catchUpWithToday(demo: DemoCoalition): Promise<void> {
  const coalition = await findDemoCoalition(demo.admin.store)
  const behind = -Number(coalition?.clockOffsetSeconds ?? 0n)
  if (behind > 0) await advanceClock(demo.admin, { seconds: behind })
}

/** Seconds from now to an instant, rounded up: negative for the past. */
function secondsUntil(instant: Date): number {
  return Math.ceil((instant.getTime() - Date.now()) / 1000)
}
