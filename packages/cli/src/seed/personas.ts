import { minor } from '@artel/ledger'
import type { DemoCustomer } from './demo-customers.ts'
import { demoMembers, type MemberHandle, roubles, whatItIs } from './demo-members.ts'
import { HISTORY_DAYS, startOfDay } from './history-calendar.ts'
import type { PlannedDay, PlannedSale } from './planned-day.ts'

const HOUR_MS = 3_600_000

/** A visit of a persona: what was bought, and per cent of the most that points may pay. */
interface Visit {
  readonly daysAgo: number
  readonly at: MemberHandle
  readonly bill: readonly (readonly [title: string, wholeRoubles: number])[]
  readonly spendPercent?: number
  /** Index of the line brought back, and when. */
  readonly refund?: { readonly line: number; readonly daysAgo: number }
}

/** A customer with a name and a story, for people to sign in as. */
export interface Persona {
  readonly handle: string
  readonly name: string
  /** The same in Latin letters, for English pages. */
  readonly nameEn: string
  readonly phone: string
  readonly enrolsAt: MemberHandle
  readonly joinedDaysAgo: number
  /** What is special about the wallet, for the page of logins. */
  readonly story: { readonly en: string; readonly ru: string }
  readonly visits: readonly Visit[]
  /** A car standing in the workshop now: points held, order open. */
  readonly openOrder?: { readonly daysAgo: number; readonly estimate: number; readonly spendPercent: number }
}

export const personas: readonly Persona[] = [
  {
    handle: 'anna',
    name: 'Анна Соколова',
    nameEn: 'Anna Sokolova',
    phone: '+79000000001',
    enrolsAt: 'blesk',
    joinedDaysAgo: 300,
    story: {
      en: 'points from the wash, enough for a part of a repair',
      ru: 'баллы с мойки, хватит на часть ремонта',
    },
    visits: [
      { daysAgo: 298, at: 'blesk', bill: [['Абонемент на 10 моек', 9900]] },
      { daysAgo: 190, at: 'blesk', bill: [['Полировка кузова', 8500]] },
      { daysAgo: 121, at: 'blesk', bill: [['Абонемент на 10 моек', 9900]] },
      { daysAgo: 33, at: 'blesk', bill: [['Химчистка салона', 6800]] },
      { daysAgo: 5, at: 'blesk', bill: [['Абонемент на 10 моек', 9900]] },
    ],
  },
  {
    handle: 'boris',
    name: 'Борис Кузнецов',
    nameEn: 'Boris Kuznetsov',
    phone: '+79000000002',
    enrolsAt: 'motor-yard',
    joinedDaysAgo: 220,
    story: {
      en: 'his car is being repaired, points set aside',
      ru: 'машина в ремонте, часть баллов отложена',
    },
    visits: [
      {
        daysAgo: 210,
        at: 'motor-yard',
        bill: [
          ['Замена ремня ГРМ', 11_000],
          ['Замена амортизаторов', 9000],
        ],
      },
      { daysAgo: 150, at: 'blesk', bill: [['Комплексная мойка', 1000]], spendPercent: 60 },
      { daysAgo: 64, at: 'kolenval', bill: [['Диск тормозной', 5000]], spendPercent: 16 },
    ],
    openOrder: { daysAgo: 2, estimate: 6400, spendPercent: 50 },
  },
  {
    handle: 'galina',
    name: 'Галина Орлова',
    nameEn: 'Galina Orlova',
    phone: '+79000000003',
    enrolsAt: 'kolenval',
    joinedDaysAgo: 140,
    story: {
      en: 'bought parts and brought one of them back',
      ru: 'купила запчасти и одну вернула',
    },
    visits: [
      {
        daysAgo: 138,
        at: 'kolenval',
        bill: [
          ['Аккумулятор 60 А·ч', 8900],
          ['Лампа H7', 600],
        ],
      },
      {
        daysAgo: 40,
        at: 'kolenval',
        bill: [
          ['Колодки тормозные, передние', 3200],
          ['Антифриз, 5 л', 1400],
          ['Щётки стеклоочистителя', 1400],
        ],
        spendPercent: 10,
        refund: { line: 2, daysAgo: 36 },
      },
      { daysAgo: 12, at: 'blesk', bill: [['Комплексная мойка', 1400]] },
    ],
  },
  {
    handle: 'viktor',
    name: 'Виктор Лебедев',
    nameEn: 'Viktor Lebedev',
    phone: '+79000000004',
    enrolsAt: 'motor-yard',
    joinedDaysAgo: 356,
    story: {
      en: 'most of his points expire within a month',
      ru: 'почти все баллы сгорят через месяц',
    },
    visits: [
      { daysAgo: 352, at: 'motor-yard', bill: [['Ремонт рулевой рейки', 12_500]] },
      { daysAgo: 80, at: 'blesk', bill: [['Комплексная мойка', 1300]] },
    ],
  },
  {
    handle: 'darya',
    name: 'Дарья Новикова',
    nameEn: 'Darya Novikova',
    phone: '+79000000005',
    enrolsAt: 'kolenval',
    joinedDaysAgo: 1,
    story: { en: 'joined yesterday, no points yet', ru: 'вступила вчера, баллов ещё нет' },
    visits: [],
  },
]

/** A persona as one more customer of the town, who shops only as the story says. */
export function personaCustomer(persona: Persona): DemoCustomer {
  return {
    name: persona.name,
    phone: persona.phone,
    email: `${persona.handle}@example.com`,
    enrolsAt: persona.enrolsAt,
    joinsOnDay: HISTORY_DAYS - persona.joinedDaysAgo,
    visits: { 'motor-yard': 0, blesk: 0, kolenval: 0 },
  }
}

/** Writes the personas' stories into the plan. */
export function planPersonas(days: readonly PlannedDay[], firstDay: Date): void {
  for (const persona of personas) {
    for (const [index, visit] of persona.visits.entries()) {
      const sale = saleOf(persona, visit, `${persona.handle}-${index + 1}`, firstDay)
      days[HISTORY_DAYS - visit.daysAgo]?.sales.push(sale)
      if (visit.refund) planReturn(days, firstDay, sale, visit.refund)
    }
    if (persona.openOrder) planOpenOrder(days, firstDay, persona, persona.openOrder)
  }
}

function saleOf(persona: Persona, visit: Visit, receiptRef: string, firstDay: Date): PlannedSale {
  const lines = visit.bill.map(([title, price], index) => ({
    ref: String(index + 1),
    ...soldAs(visit.at, title),
    total: roubles(price),
  }))
  return {
    member: visit.at,
    phone: persona.phone,
    receiptRef,
    lines,
    total: minor(lines.reduce((sum, line) => sum + line.total, 0n)),
    occurredAt: noonOf(firstDay, visit.daysAgo),
    spendPercent: visit.spendPercent ?? 0,
  }
}

/** A story names what a member sells by its title. */
function soldAs(at: MemberHandle, title: string) {
  const sold = demoMembers.find(({ handle }) => handle === at)?.goods.find((goods) => goods.title === title)
  if (!sold) throw new Error(`${at} sells no "${title}"`)
  return whatItIs(sold)
}

function planReturn(
  days: readonly PlannedDay[],
  firstDay: Date,
  sale: PlannedSale,
  refund: { line: number; daysAgo: number },
): void {
  days[HISTORY_DAYS - refund.daysAgo]?.refunds.push({
    member: sale.member,
    receiptRef: sale.receiptRef,
    occurredAt: noonOf(firstDay, refund.daysAgo),
    part: { lineRef: String(refund.line + 1) },
    reason: 'Не подошло',
  })
}

function planOpenOrder(
  days: readonly PlannedDay[],
  firstDay: Date,
  persona: Persona,
  order: { daysAgo: number; estimate: number; spendPercent: number },
): void {
  days[HISTORY_DAYS - order.daysAgo]?.dropOffs.push({
    member: 'motor-yard',
    phone: persona.phone,
    orderRef: `ЗН-${persona.handle}`,
    estimate: roubles(order.estimate),
    occurredAt: noonOf(firstDay, order.daysAgo),
    spendPercent: order.spendPercent,
  })
}

function noonOf(firstDay: Date, daysAgo: number): Date {
  return new Date(startOfDay(firstDay, HISTORY_DAYS - daysAgo).getTime() + 12 * HOUR_MS)
}
