import { basisPoints, minor, points } from '@artel/ledger'
import {
  comeBack,
  firstVisit,
  happyHours,
  type LocalDate,
  percentForCategory,
  promoCode,
  type RuleDefinition,
  type RuleTemplate,
  type TemplateDays,
} from '@artel/rules'
import { draftRule, planPilot, scheduleRule } from '@artel/use-cases'
import { writtenInput } from '../rule/written-definition.ts'
import type { DemoCoalition } from './demo-coalition.ts'
import { DEMO_CODE } from './demo-code.ts'
import type { MemberHandle } from './demo-members.ts'
import { makeDemoOffer } from './demo-offer.ts'
import { HISTORY_DAYS, moscowDate, startOfDay } from './history-calendar.ts'

/** So many days before today the first of them begins. */
const RUNNING_DAYS = 150

interface DemoRule {
  readonly member: MemberHandle
  readonly template: RuleTemplate
  readonly make: (days: TemplateDays) => RuleDefinition
}

/** Of lines of a category alone, and none that the stories of the demo are about: those are told to the point. */
const onLines = (rule: RuleDefinition, category: string): RuleDefinition => ({
  ...rule,
  if: { ...rule.if, anyLine: { categories: [category], skus: [] } },
})

const RULES: readonly DemoRule[] = [
  {
    ...{ member: 'blesk', template: 'happy-hours' },
    make: (days) => {
      const hours = { weekdays: [2, 3] as const, fromMinute: 10 * 60, toMinute: 14 * 60 }
      const rule = onLines(happyHours(days, { ...hours, percentBps: basisPoints(500n) }), 'wash/body')
      return { ...rule, limits: { ...rule.limits, perPurchasePoints: points(100n) } }
    },
  },
  {
    ...{ member: 'motor-yard', template: 'percent-for-category' },
    make: (days) => {
      const engines = { category: 'service/engine', percentBps: basisPoints(700n) }
      const rule = percentForCategory(days, engines)
      const budget = { unit: 'POINTS', points: points(3_000n), per: 'MONTH' } as const
      return {
        ...rule,
        ...{
          name: { en: 'Points on engines', ru: 'Баллы за работы по двигателю' },
          limits: { ...rule.limits, budget },
        },
      }
    },
  },
  {
    ...{ member: 'motor-yard', template: 'first-visit' },
    make: (days) => onLines(firstVisit(days, { points: points(100n) }), 'service/tyres'),
  },
  {
    ...{ member: 'kolenval', template: 'come-back' },
    make: (days) => onLines(comeBack(days, { absentDays: 60, points: points(150n) }), 'parts/filters'),
  },
  {
    ...{ member: 'kolenval', template: 'promo-code' },
    make: (days) => {
      const rule = promoCode(days, { code: DEMO_CODE, amountMinor: minor(30_000n) })
      return { ...rule, if: { ...rule.if, minTotalMinor: minor(150_000n) } }
    },
  },
]

/** So many days before today the trial of the demo begins and ends. */
const PILOT = { begins: 75, ends: 5 } as const
/** The day of the history on whose morning it is planned: the day before it begins. */
export const DAY_OF_DEMO_PILOT = HISTORY_DAYS - PILOT.begins - 1

/** Plans the trial of the car wash, and the rule that is tried in it, unless they are there. */
export async function planDemoPilot(
  { admin, coalition, members }: DemoCoalition,
  firstDay: Date,
): Promise<void> {
  const { context, id: memberId } = members.blesk
  const dayBack = (days: number) => moscowDate(startOfDay(firstDay, HISTORY_DAYS - days)) as LocalDate
  const days = { fromDay: dayBack(PILOT.begins), toDay: dayBack(PILOT.ends) }
  const { store } = admin
  const { id: coalitionId } = coalition
  const known = await store.prisma.pilot.findFirst({ where: { coalitionId, memberId } })
  const { id: pilotId } =
    known ??
    (
      await planPilot(context, {
        ...{ name: { en: 'Points on care', ru: 'Баллы за уход' }, controlBps: 3_000, baseDays: 150 },
        ...days,
      })
    ).pilot
  const template = 'percent-for-category'
  const made = await store.prisma.rule.findFirst({
    where: { coalitionId, memberId, versions: { some: { template } } },
  })
  const rule = percentForCategory(days, { category: 'care/tyres', percentBps: basisPoints(2_000n) })
  const definition = { ...writtenInput(rule, coalition.currency), pilotId }
  const { id, status } = made ?? (await draftRule(context, { definition, template })).rule
  if (status === 'DRAFT') await scheduleRule(context, { id })
}

/** Drafts and schedules what is not there yet, at the beginning of the history: each begins by the calendar. */
export async function scheduleDemoRules(demo: DemoCoalition, firstDay: Date): Promise<void> {
  const { store } = demo.admin
  const { id: coalitionId, currency } = demo.coalition
  const fromDay = moscowDate(startOfDay(firstDay, HISTORY_DAYS - RUNNING_DAYS)) as LocalDate
  for (const { member, template, make } of RULES) {
    const { context, id: memberId } = demo.members[member]
    const known = await store.prisma.rule.findFirst({
      where: { coalitionId, memberId, versions: { some: { template } } },
    })
    const definition = writtenInput(make({ fromDay, toDay: null }), currency)
    const { id, status } = known ?? (await draftRule(context, { definition, template })).rule
    if (status === 'DRAFT') await scheduleRule(context, { id })
  }
  await makeDemoOffer(demo, fromDay)
}
