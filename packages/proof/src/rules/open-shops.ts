import { basisPoints, minor, points } from '@artel/ledger'
import type { EarnRule, RuleDefinition } from '@artel/rules'
import type { Store } from '@artel/store'
import type { Context } from '@artel/use-cases'
import { aCoalition, aRunningRule, type BuiltCoalition } from '@artel/use-cases/testing'
import { PAYERS, SELLER } from './any-rule.ts'
import type { DrawnShop } from './any-sale.ts'
import { Shop } from './shop.ts'

/** A member with its rules in the database, and the model's books of it. */
export interface OpenShop {
  readonly drawn: DrawnShop
  readonly shop: Shop
  readonly coalitionId: string
  readonly customerIds: readonly string[]
  /** To act for it in one of two processes. */
  readonly contexts: readonly [Context, Context]
}

const CUSTOMERS = [0, 1, 2]
const SHARE_BPS = 5_000
/** Of burn-funded terms the issue fee is all that a point costs when it is given; whatever it costs the fund, which is empty. */
const POINT_MICROS = 100_000n
const FACE_VALUES = [100n, 10n, 1n]
const EARN_RULES: readonly EarnRule[] = [
  { kind: 'PERCENT', percentBps: basisPoints(1_000n), minTotalMinor: minor(0n) },
  { kind: 'PERCENT', percentBps: basisPoints(300n), minTotalMinor: minor(2_000n) },
  { kind: 'FIXED', fixedPoints: points(7n), minTotalMinor: minor(0n) },
]

/** Who a drawn payer is in a town. */
const payerId = (town: BuiltCoalition, seller: string, name: string): string =>
  name === 'fund' ? town.id : town.member(name === SELLER ? seller : name).id

const paidByMembers = (rule: RuleDefinition, idOf: (name: string) => string): RuleDefinition =>
  rule.pays
    ? { ...rule, pays: rule.pays.map(({ payerId: name, shareBps }) => ({ payerId: idOf(name), shareBps })) }
    : rule

/** Opens a coalition of a member a drawn shop, each with customers of its own, through the real verbs. */
export async function openShops(
  stores: readonly [Store, Store],
  drawnShops: readonly DrawnShop[],
  number: number,
): Promise<OpenShop[]> {
  const faceValue = FACE_VALUES[number % FACE_VALUES.length] ?? 1n
  let builder = aCoalition({ terms: { faceValueMinor: minor(faceValue), maxPointsShareBps: SHARE_BPS } })
  const shops = drawnShops.map((drawn, index) => {
    const handle = `shop-${index}`
    return { drawn, handle, earnRule: EARN_RULES[index % EARN_RULES.length] as EarnRule }
  })
  for (const { handle, earnRule } of shops)
    builder = builder.withMember(handle, {
      earnRule:
        earnRule.kind === 'PERCENT' ? { ...earnRule, percentBps: Number(earnRule.percentBps) } : earnRule,
    })
  for (const { handle } of shops)
    for (const who of CUSTOMERS) builder = builder.withCustomer(`${handle}-${who}`, { at: handle })
  for (const handle of PAYERS) if (handle.startsWith('payer')) builder = builder.withMember(handle)
  const town = await builder.open(stores[0])
  return Promise.all(
    shops.map(async ({ drawn, handle, earnRule }): Promise<OpenShop> => {
      const named = drawn.rules.map((rule) => paidByMembers(rule, (name) => payerId(town, handle, name)))
      const running = await Promise.all(named.map((rule) => aRunningRule(town, handle, rule)))
      const rules = named.map((rule, index) => {
        const { ruleId = '', versionId = '' } = running[index] ?? {}
        return { ...rule, ruleId, id: versionId, version: 1 }
      })
      const { timeZone } = town.coalition
      const { id: seller, context } = town.member(handle)
      // No terms limit credit, and nothing ever came into the fund: it pays for nothing.
      const purse = (payer: string) => ({ room: payer === town.id ? 0n : null, point: POINT_MICROS })
      const terms = { timeZone, earnRule, rules, faceValue, shareBps: BigInt(SHARE_BPS), seller, purse }
      return {
        ...{ drawn, shop: new Shop(terms), coalitionId: town.id },
        customerIds: CUSTOMERS.map((who) => town.customer(`${handle}-${who}`).id),
        contexts: [context, { ...context, store: stores[1] }],
      }
    }),
  )
}
