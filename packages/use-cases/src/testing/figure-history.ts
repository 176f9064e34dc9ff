import { basisPoints, points, Refusal } from '@artel/ledger'
import { addDays, localDateOf, startOfDay } from '@artel/rules'
import { coalitionNow, foldFigures, type Store } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { eraseCustomer } from '../customer/erase-customer.ts'
import { awardPromo } from '../points/award-promo.ts'
import { expireDueLots } from '../points/expire-due-lots.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { proposeAdjustment } from '../points/propose-adjustment.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, type BuiltCoalition } from './a-coalition.ts'
import { aRunningRule } from './a-rule.ts'
import { aCashier, aTill, signInAt } from './a-till.ts'
import { clockOffsetAt } from './local-days.ts'
import { signedIn } from './people.ts'
import { aSale, roubles } from './sales.ts'
import { keyed } from './settlement.ts'
import { aSharedRule, shares } from './shared-rules.ts'

/** Numbers that a seed decides: below `count`, whole. */
export type Dice = (count: number) => number

/** A small generator: the same seed, the same numbers. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

const MEMBERS = ['wash', 'cafe', 'parts'] as const
const CUSTOMERS = ['Anna', 'Boris', 'Vera', 'Gleb', 'Dina', 'Egor', 'Zoya', 'Ivan'] as const
const CATEGORIES = ['service/oil', 'service/oil/synthetic', 'service', 'food'] as const

export interface FigureHistory {
  readonly town: BuiltCoalition
  /** Does something at random; what is refused is nothing. */
  step(): Promise<void>
}

/** A town whose clock begins at an instant, with rules, a till and eight customers, one a day of whose steps may be anything. */
export async function aFigureHistory(
  store: Store,
  { timeZone, beginsAt, dice }: { timeZone: string; beginsAt: Date; dice: Dice },
): Promise<FigureHistory> {
  const planned = MEMBERS.reduce(
    (plan, handle) => plan.withMember(handle),
    aCoalition({
      timeZone,
      clockOffsetSeconds: clockOffsetAt(beginsAt),
      terms: { expiryMonths: 1, lateDays: 12 },
    }),
  )
  const town = await CUSTOMERS.reduce((plan, name) => plan.withCustomer(name), planned).open(store)
  await aRunningRule(town, 'wash')
  await aRunningRule(town, 'cafe', { give: [{ kind: 'DISCOUNT_PERCENT', percentBps: basisPoints(700n) }] })
  await aSharedRule(
    town.member('parts').context,
    {
      give: [{ pointsFixed: points(25n) }, { discountPercentBps: 300 }],
      pays: shares(town, ['parts', 3_333], ['wash', 6_667]),
    },
    [town.member('wash').context],
  )
  const { personId } = await aCashier(town, 'wash')
  const cashier = await signedIn(town, (await signInAt(await aTill(town, 'wash'), personId)).secret)
  const sold: { readonly id: string; readonly context: Context; readonly lines: boolean }[] = []
  const people = CUSTOMERS.map((name) => town.customer(name).id)
  const customer = () => ({ id: people[dice(people.length)] ?? '' })
  const enrol = async () => {
    const { customer } = await enrolCustomer(town.member('wash').context, {
      name: 'New',
      consentVersion: '1',
    })
    people.splice(dice(people.length), 1, customer.id)
  }
  const seller = () => {
    const { context } = town.member(MEMBERS[dice(MEMBERS.length)] ?? 'wash')
    return dice(4) === 0 ? cashier : context
  }

  const sell = async () => {
    const context = seller()
    const hasLines = dice(2) === 0
    const amounts = Array.from({ length: hasLines ? 1 + dice(3) : 1 }, () => 100 + dice(5_000))
    const now = await coalitionNow(store, town.id)
    const { purchase } = await recordPurchase(
      context,
      aSale(customer(), {
        total: roubles(amounts.reduce((sum, amount) => sum + amount, 0)),
        points: points(BigInt(dice(3) === 0 ? dice(60) : 0)),
        occurredAt: someTimeBefore(now),
        ...(hasLines ? { lines: amounts.map(lineOf) } : {}),
      }),
    )
    sold.push({ id: purchase.id, context: dice(2) === 0 ? cashier : context, lines: hasLines })
  }
  const lineOf = (amount: number, at: number) => ({
    ...{ ref: String(at), title: 'x', total: roubles(amount) },
    ...(dice(2) === 0 ? { sku: `a-${dice(3)}` } : {}),
    ...(dice(3) === 0 ? {} : { category: CATEGORIES[dice(CATEGORIES.length)] ?? 'food' }),
    ...(dice(3) === 0 ? { quantity: BigInt(1 + dice(5_000)) as never } : {}),
  })
  /** Now, or on a day before about midnight, where days part. */
  const someTimeBefore = (now: Date): Date | null => {
    if (dice(2) === 0) return null
    const midnight = startOfDay(addDays(localDateOf(now, timeZone), -dice(8)), timeZone)
    const at = new Date(midnight.getTime() + (dice(3) - 1) * 1_000 + (dice(2) === 0 ? 0 : 12 * 3_600_000))
    return at > now ? null : at
  }
  const refund = async () => {
    const sale = sold[dice(sold.length)]
    if (!sale) return
    const what = [{}, { amount: roubles(50) }, sale.lines ? { lines: [{ ref: '0' }] } : {}][dice(3)]
    await refundPurchase(sale.context, { purchase: { id: sale.id }, reason: 'x', ...what, ...keyed() })
  }
  const award = async () => {
    const { context } = town.member(MEMBERS[dice(MEMBERS.length)] ?? 'wash')
    await awardPromo(context, { customer: customer(), points: points(10n), ...keyed() })
  }
  const takeBack = async () => {
    const { context } = town.member('wash')
    const of = { customer: customer(), points: points(dice(2) === 0 ? 7n : -3n) }
    await proposeAdjustment(context, { ...of, kind: 'CORRECTION', reason: 'x', ...keyed() })
  }
  const merge = async () => {
    const of = { customer: customer(), into: customer() }
    await mergeCustomers(town.adminContext, { ...of, ...keyed() })
  }
  const erase = async () => {
    const rights = { reason: 'CUSTOMER_REQUEST', givesUpPoints: true, forgivesDebts: true } as const
    await eraseCustomer(town.adminContext, { customerId: customer().id, ...rights })
  }
  const pass = async () => {
    await advanceClock(town.adminContext, { seconds: (1 + dice(40)) * 3_600 })
    await expireDueLots(town.adminContext, { coalitionId: town.id, limit: 100 })
  }
  const fold = async () => void (await foldFigures(store, town.id, { steps: 1 + dice(20) }))
  const acts = [sell, sell, sell, sell, sell, refund, refund, award, takeBack, enrol, pass, pass, fold, fold]
  return {
    town,
    async step() {
      const rare = dice(40)
      const act = rare === 0 ? merge : rare === 1 ? erase : acts[dice(acts.length)]
      try {
        await act?.()
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    },
  }
}
