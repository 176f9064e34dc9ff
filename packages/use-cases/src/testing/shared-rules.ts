import type { Store } from '@artel/store'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { acceptRule } from '../rule/accept-rule.ts'
import type { RuleDefinitionInput } from '../rule/definition-input.ts'
import { draftRule } from '../rule/draft-rule.ts'
import { scheduleRule } from '../rule/schedule-rule.ts'
import { aCoalition, type BuiltCoalition, ISSUE_FUNDED_TERMS } from './a-coalition.ts'
import { booksOf } from './books.ts'
import { aDefinition } from './growth-rules.ts'
import { aSale, roubles } from './sales.ts'

const BREAKAGE = { breakageIssuerBps: 0, breakagePromoFundBps: 10_000, breakageOperatorBps: 0 }

/** The service earns 5 %, the wash and the tyres too. A point costs its issuer 1.00 when it is given, and nothing later. */
export const aSharingTown = (
  store: Store,
  terms: object = {},
  customers: readonly string[] = ['Anna', 'Boris'],
) => {
  let plan = aCoalition({ terms: { ...ISSUE_FUNDED_TERMS, ...BREAKAGE, ...terms } })
  for (const handle of ['service', 'wash', 'tyres']) plan = plan.withMember(handle)
  for (const name of customers) plan = plan.withCustomer(name)
  return plan.open(store)
}

export const keyed = () => ({ idempotencyKey: uuidv7() })
/** A sale of the service to Anna, or `by` others. */
export const sell = async (
  town: BuiltCoalition,
  over: Parameters<typeof aSale>[1] = {},
  by: { who?: string; at?: string } = {},
) =>
  (
    await recordPurchase(
      town.member(by.at ?? 'service').context,
      aSale(town.customer(by.who ?? 'Anna'), over),
    )
  ).purchase
/** A refund by the service. */
export const refund = async (town: BuiltCoalition, id: string, over: object = {}) =>
  (
    await refundPurchase(town.member('service').context, {
      purchase: { id },
      reason: 'Did not fit',
      ...keyed(),
      ...over,
    })
  ).refund
/** Points by issuer of the lots that a document made. */
export const lotsOf = async (town: BuiltCoalition, documentId: string) => {
  const lots = await town.store.prisma.lot.findMany({ where: { coalitionId: town.id } })
  const entries = await town.store.prisma.entry.findMany({ where: { coalitionId: town.id, documentId } })
  const ids = new Set(entries.map(({ id }) => id))
  return new Map(lots.filter(({ entryId }) => ids.has(entryId)).map((lot) => [lot.issuerId, lot.amount]))
}

/** A rule that is scheduled, and accepted by those named: members, and the administrator for the fund. */
export async function aSharedRule(
  owner: Context,
  over: Partial<RuleDefinitionInput>,
  accepted: readonly Context[],
): Promise<string> {
  const definition = aDefinition({ maxPerPurchase: roubles(10_000), ...over })
  const { rule } = await draftRule(owner, { definition })
  await scheduleRule(owner, { id: rule.id })
  for (const context of accepted) await acceptRule(context, { id: rule.id, version: 1 })
  return rule.id
}

/** Payers as an input has them. */
export const shares = (town: BuiltCoalition, ...parts: readonly (readonly [string, number])[]) =>
  parts.map(([handle, shareBps]) =>
    handle === 'FUND' ? { isPromoFund: true, shareBps } : { memberId: town.member(handle).id, shareBps },
  )

/** Clearing of a member: positive owes. Micros. */
export const owes = async (town: BuiltCoalition, handle: string) =>
  (await booksOf(town.store, town.id)).money('CLEARING', town.member(handle).id)

/** Fills the promo fund: a thousand points run out for each 900.00. */
export async function fillFund(town: BuiltCoalition, thousands: number) {
  for (let left = thousands; left > 0; left -= 1)
    await sell(town, { total: roubles(20_000) }, { who: 'Boris' })
  await advanceClock(town.adminContext, { seconds: 40 * 86_400 })
}
/** What the promo fund holds, micros. */
export const fundOf = async (town: BuiltCoalition) =>
  -(await booksOf(town.store, town.id)).money('PROMO_FUND')
