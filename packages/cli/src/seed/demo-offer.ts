import { basisPoints, minor } from '@artel/ledger'
import { buyHereGetThere, type LocalDate } from '@artel/rules'
import { acceptRule, draftRule, scheduleRule } from '@artel/use-cases'
import { writtenInput } from '../rule/written-definition.ts'
import type { DemoCoalition } from './demo-coalition.ts'

const TEMPLATE = 'buy-here-get-there'
/** Works of the auto service that the stories of the demo never buy: those are told to the point. */
const CATEGORY = 'service/climate'

/** The offer of the auto service for the car wash: a voucher with a climate work, which the wash has accepted. Made where it is not there yet. */
export async function makeDemoOffer(
  { admin: { store }, coalition, members }: DemoCoalition,
  fromDay: LocalDate,
): Promise<void> {
  const { 'motor-yard': service, blesk: wash } = members
  const { id: coalitionId, currency } = coalition
  const known = await store.prisma.rule.findFirst({
    where: { coalitionId, memberId: service.id, versions: { some: { template: TEMPLATE } } },
  })
  const voucher = {
    ...{ category: CATEGORY, at: [wash.id], validDays: 30 },
    ...{ percentBps: basisPoints(2_000n), maxMinor: minor(30_000n) },
  }
  const rule = buyHereGetThere({ fromDay, toDay: null }, voucher)
  const name = { en: 'A wash after the climate service', ru: 'Мойка после заправки кондиционера' }
  const definition = writtenInput({ ...rule, name }, currency)
  const { id, status } = known ?? (await draftRule(service.context, { definition, template: TEMPLATE })).rule
  if (status === 'DRAFT') await scheduleRule(service.context, { id })
  // The same answer twice changes nothing.
  await acceptRule(wash.context, { id, version: 1 })
}
