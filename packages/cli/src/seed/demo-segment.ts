import { basisPoints } from '@artel/ledger'
import { type LocalDate, percentForCategory } from '@artel/rules'
import { addToSegment, createSegment, draftRule, encodePublicId, scheduleRule } from '@artel/use-cases'
import { writtenInput } from '../rule/written-definition.ts'
import type { DemoCoalition } from './demo-coalition.ts'
import { moscowDate } from './history-calendar.ts'

const NAME = { en: 'Taxi drivers', ru: 'Таксисты' }
/** Of those that the shop enrolled, every so many-th drives a taxi. */
const EVERY = 9
const CATEGORY = 'wash/body'

/** Taxi drivers of the car wash, and a rule for them from today on: nobody of the history has bought under it. */
export async function keepDemoSegment(demo: DemoCoalition): Promise<void> {
  const { store } = demo.admin
  const { id: coalitionId, currency } = demo.coalition
  const { context, id: memberId } = demo.members.blesk
  if (await store.prisma.segment.findFirst({ where: { coalitionId, memberId } })) return
  const enrolled = await store.prisma.customer.findMany({
    where: { coalitionId, enrolledById: memberId, status: 'ACTIVE' },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const { segment } = await createSegment(context, { name: NAME })
  const customers = enrolled.filter((_, index) => index % EVERY === 0)
  await addToSegment(context, { id: segment.id, customers })
  const days = { fromDay: moscowDate(new Date()) as LocalDate, toDay: null }
  const rule = percentForCategory(days, { category: CATEGORY, percentBps: basisPoints(300n) })
  const definition = writtenInput(
    { ...rule, name: { en: 'For taxi drivers', ru: 'Для таксистов' } },
    currency,
  )
  const segments = [encodePublicId('segment', segment.id)]
  const asking = { ...definition, if: { ...definition.if, customer: { segments } } }
  const drafted = await draftRule(context, { definition: asking, template: 'percent-for-category' })
  await scheduleRule(context, { id: drafted.rule.id })
}
