import { type Minor, minor } from '@artel/ledger'
import { DEMO_CODE } from './demo-code.ts'
import type { DemoCustomer } from './demo-customers.ts'
import { type DemoMember, demoMembers, type Goods, roubles, whatItIs } from './demo-members.ts'
import { HISTORY_DAYS, monthAndWeekday, receiptDate, startOfDay } from './history-calendar.ts'
import type { PlannedDay, PlannedLine, PlannedRefund, PlannedSale } from './planned-day.ts'
import { type Random, seededRandom } from './random.ts'

const HOUR_MS = 3_600_000
/** Per cent of sales at which the customer offers points, and of repairs that begin with a hold. */
const SPENDS_PERCENT = 24
const HOLDS_PERCENT = 30
const REFUNDS_PERCENT = 2.2
const refundReasons = ['Не подошло', 'Брак', 'Отказ от части работ', 'Ошибка в чеке']

/**
 * Plans every day from `firstDay` to today. A day's plan hangs on its number and date alone, so an interrupted seed
 * finds the same plan again on the same day.
 */
export function planHistory(firstDay: Date, customers: readonly DemoCustomer[]): readonly PlannedDay[] {
  const days = Array.from({ length: HISTORY_DAYS + 1 }, emptyDay)
  const joined = [...customers].sort((left, right) => left.joinsOnDay - right.joinsOnDay)
  for (const day of days.keys()) {
    const present = joined.filter((customer) => customer.joinsOnDay <= day)
    if (present.length > 0) for (const member of demoMembers) planTrade(days, firstDay, day, member, present)
  }
  return days
}

/** A day on which nothing happens yet. */
export function emptyDay(): PlannedDay {
  return { sales: [], dropOffs: [], finishes: [], refunds: [] }
}

function planTrade(
  days: readonly PlannedDay[],
  firstDay: Date,
  day: number,
  member: DemoMember,
  present: readonly DemoCustomer[],
): void {
  const random = seededRandom(`zarechye ${member.handle} ${day}`)
  const { month, weekday } = monthAndWeekday(firstDay, day)
  const expected =
    (member.salesPerDay * (member.weekdays[weekday] ?? 100) * (member.months[month] ?? 100)) / 10_000
  const count = Math.max(0, Math.round(expected * (0.7 + random.below(61) / 100)))
  const weights = present.map((customer) => customer.visits[member.handle])
  const date = receiptDate(firstDay, day)
  for (let index = 1; index <= count; index += 1) {
    const customer = present[random.weighted(weights)]
    if (!customer) continue
    const receiptRef = `${member.receiptPrefix}-${date}-${String(index).padStart(3, '0')}`
    const sale = planSale(random, member, customer, receiptRef, openingInstant(random, firstDay, day, member))
    if (member.kind === 'AUTO_SERVICE' && random.chance(HOLDS_PERCENT)) planRepair(days, day, random, sale)
    else planPayment(days, day, random, sale)
  }
}

function openingInstant(random: Random, firstDay: Date, day: number, member: DemoMember): Date {
  const hours = Object.entries(member.hours)
  const hour = Number(hours[random.weighted(hours.map(([, weight]) => weight))]?.[0] ?? 12)
  return new Date(startOfDay(firstDay, day).getTime() + hour * HOUR_MS + random.below(HOUR_MS))
}

function planSale(
  random: Random,
  member: DemoMember,
  customer: DemoCustomer,
  receiptRef: string,
  occurredAt: Date,
): PlannedSale {
  const lines = planLines(random, member)
  const spendPercent = random.chance(SPENDS_PERCENT) ? random.between(40, 100) : 0
  return {
    member: member.handle,
    phone: customer.phone,
    receiptRef,
    lines,
    total: sum(lines),
    occurredAt,
    spendPercent,
    ...(namesCode(member, receiptRef, spendPercent) ? { code: DEMO_CODE } : {}),
  }
}

/** Some of those who pay in money alone have seen the poster. */
const namesCode = (member: DemoMember, receiptRef: string, spendPercent: number): boolean =>
  member.handle === 'kolenval' && spendPercent === 0 && receiptRef.endsWith('3')

function planLines(random: Random, member: DemoMember): PlannedLine[] {
  const count = 1 + random.weighted([60, 25, 11, 4].slice(0, member.maxLines))
  const chosen = new Set<Goods>()
  while (chosen.size < count) {
    const item = member.goods[random.weighted(member.goods.map((one) => one.weight))]
    if (item) chosen.add(item)
  }
  return [...chosen].map((item, index) => ({
    ref: String(index + 1),
    ...whatItIs(item),
    total: roubles(random.between(item.low / item.step, item.high / item.step) * item.step),
  }))
}

/** The car stays for a few days; the final bill differs from the estimate. Some never come back for the order. */
function planRepair(days: readonly PlannedDay[], day: number, random: Random, sale: PlannedSale): void {
  const orderRef = `ЗН-${sale.receiptRef.slice(3)}`
  const { member, phone, occurredAt, total } = sale
  const spendPercent = random.between(50, 100)
  days[day]?.dropOffs.push({ member, phone, orderRef, estimate: total, occurredAt, spendPercent })
  const fate = random.weighted([90, 6, 4])
  if (fate === 2) return
  const later = random.between(1, 3)
  const final = finalBill(
    sale,
    random.between(80, 120),
    new Date(occurredAt.getTime() + later * 24 * HOUR_MS),
  )
  days[day + later]?.finishes.push({ orderRef, how: fate === 0 ? 'capture' : 'void', sale: final })
}

/** The bill after the work: every line grown or shrunk alike, whole roubles. */
function finalBill(sale: PlannedSale, percent: number, occurredAt: Date): PlannedSale {
  const lines = sale.lines.map((line) => ({
    ...line,
    total: minor(((line.total * BigInt(percent)) / 10_000n) * 100n),
  }))
  return { ...sale, lines, total: sum(lines), occurredAt, spendPercent: 0 }
}

function planPayment(days: readonly PlannedDay[], day: number, random: Random, sale: PlannedSale): void {
  days[day]?.sales.push(sale)
  if (random.chance(REFUNDS_PERCENT)) planRefund(days, day, random, sale)
}

function planRefund(days: readonly PlannedDay[], day: number, random: Random, sale: PlannedSale): void {
  const later = random.between(3, 12)
  const line = sale.lines[random.below(sale.lines.length)]
  const parts: PlannedRefund['part'][] = [
    'whole',
    { amount: minor(((sale.total * BigInt(random.between(15, 60))) / 10_000n) * 100n) },
    line ? { lineRef: line.ref } : 'whole',
  ]
  days[day + later]?.refunds.push({
    member: sale.member,
    receiptRef: sale.receiptRef,
    occurredAt: new Date(sale.occurredAt.getTime() + later * 24 * HOUR_MS),
    part: parts[random.weighted([40, 25, 35])] ?? 'whole',
    reason: random.pick(refundReasons),
  })
}

function sum(lines: readonly PlannedLine[]): Minor {
  return minor(lines.reduce((total, line) => total + line.total, 0n))
}
