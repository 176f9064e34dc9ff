import { points } from '@artel/ledger'
import { openStore, type Store, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { acceptRule } from '../rule/accept-rule.ts'
import { declineRule } from '../rule/decline-rule.ts'
import type { RuleDefinitionInput } from '../rule/definition-input.ts'
import { draftRule } from '../rule/draft-rule.ts'
import { editRule } from '../rule/edit-rule.ts'
import { readAskedRules } from '../rule/read-asked-rules.ts'
import { scheduleRule } from '../rule/schedule-rule.ts'
import { ISSUE_FUNDED_TERMS } from '../testing/a-coalition.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  booksOf,
  localDay,
  noonOf,
  roubles,
} from '../testing/index.ts'
import { quotePurchase } from './quote-purchase.ts'
import { recordPurchase } from './record-purchase.ts'
import { refundPurchase } from './refund-purchase.ts'
import { readRules } from './stored-rules.ts'

let database: TestDatabase
let store: Store
/** Another process. */
let other: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  other = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

const BREAKAGE = { breakageIssuerBps: 0, breakagePromoFundBps: 10_000, breakageOperatorBps: 0 }

/** The service earns 5 %, the wash and the tyres too. A point costs its issuer 1.00 when it is given, and nothing later. */
const aTown = (terms: object = {}, customers: readonly string[] = ['Anna', 'Boris']) => {
  let plan = aCoalition({ terms: { ...ISSUE_FUNDED_TERMS, ...BREAKAGE, ...terms } })
  for (const handle of ['service', 'wash', 'tyres']) plan = plan.withMember(handle)
  for (const name of customers) plan = plan.withCustomer(name)
  return plan.open(store)
}

const keyed = () => ({ idempotencyKey: uuidv7() })
const sell = async (
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
const refund = async (town: BuiltCoalition, id: string, over: object = {}) =>
  (
    await refundPurchase(town.member('service').context, {
      purchase: { id },
      reason: 'Did not fit',
      ...keyed(),
      ...over,
    })
  ).refund
const isSound = async (town: BuiltCoalition) =>
  expect((await verify({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual([])
const lotsOf = async (town: BuiltCoalition, documentId: string) => {
  const lots = await store.prisma.lot.findMany({ where: { coalitionId: town.id } })
  const entries = await store.prisma.entry.findMany({ where: { coalitionId: town.id, documentId } })
  const ids = new Set(entries.map(({ id }) => id))
  return new Map(lots.filter(({ entryId }) => ids.has(entryId)).map((lot) => [lot.issuerId, lot.amount]))
}

/** A rule that is scheduled, and accepted by those named: members, and the administrator for the fund. */
async function aSharedRule(
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

const shares = (town: BuiltCoalition, ...parts: readonly (readonly [string, number])[]) =>
  parts.map(([handle, shareBps]) =>
    handle === 'FUND' ? { isPromoFund: true, shareBps } : { memberId: town.member(handle).id, shareBps },
  )

/** Clearing of a member: positive owes. Micros. */
const owes = async (town: BuiltCoalition, handle: string) =>
  (await booksOf(store, town.id)).money('CLEARING', town.member(handle).id)

/** Fills the promo fund: a thousand points run out for each 900.00. */
async function fillFund(town: BuiltCoalition, thousands: number) {
  for (let left = thousands; left > 0; left -= 1)
    await sell(town, { total: roubles(20_000) }, { who: 'Boris' })
  await advanceClock(town.adminContext, { seconds: 40 * 86_400 })
}
const fundOf = async (town: BuiltCoalition) => -(await booksOf(store, town.id)).money('PROMO_FUND')

describe('points of a rule that several pay for', () => {
  it('become one lot a payer by largest remainder, each charged as for an earning, and all go back with the refund', async () => {
    const town = await aTown()
    const { service, wash, tyres } = {
      ...{ service: town.member('service'), wash: town.member('wash'), tyres: town.member('tyres') },
    }
    const pays = shares(town, ['service', 3_333], ['wash', 3_333], ['tyres', 3_334])
    await aSharedRule(service.context, { pays }, [wash.context, tyres.context])
    const quote = await quotePurchase(service.context, {
      total: roubles(1_000),
      customer: town.customer('Anna'),
    })
    const purchase = await sell(town)
    // 50 by the earn rule; of the hundred the tyres bear the point that is left over.
    expect(purchase.pointsEarned).toBe(150n)
    expect(quote.pointsToEarn).toBe(150n)
    expect(await lotsOf(town, purchase.id)).toEqual(
      new Map([
        [service.id, 83n],
        [wash.id, 33n],
        [tyres.id, 34n],
      ]),
    )
    expect(await owes(town, 'wash')).toBe(33_000_000n)
    expect(await owes(town, 'tyres')).toBe(34_000_000n)
    expect(readRules(purchase.rules)?.payers?.map(([id, , n]) => [id, n])).toEqual([
      [service.id, '83'],
      ...[
        [wash.id, '33'],
        [tyres.id, '34'],
      ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ])
    await isSound(town)
    await refund(town, purchase.id, { amount: roubles(333) })
    await refund(town, purchase.id, { amount: roubles(333) })
    await isSound(town)
    await refund(town, purchase.id)
    for (const handle of ['service', 'wash', 'tyres']) expect(await owes(town, handle)).toBe(0n)
    const account = await store.prisma.customerAccount.findFirstOrThrow({
      where: { coalitionId: town.id, customerId: town.customer('Anna').id },
    })
    expect(account.posted).toBe(0n)
    await isSound(town)
  })

  it.each(['ISSUER_BEARS', 'CUSTOMER_DEBT'] as const)(
    'that were spent are owed to each payer (%s), and what comes back satisfies each',
    async (refundPolicy) => {
      const town = await aTown({ refundPolicy })
      const { wash, tyres } = { wash: town.member('wash'), tyres: town.member('tyres') }
      const pays = shares(town, ['wash', 5_000], ['tyres', 5_000])
      await aSharedRule(town.member('service').context, { pays }, [wash.context, tyres.context])
      const purchase = await sell(town)
      const spent = await sell(town, { total: roubles(300), points: points(150n) }, { at: 'wash' })
      const row = await refund(town, purchase.id)
      expect(row.pointsRecovered + row.pointsToDebt + row.pointsBorne).toBe(150n)
      await isSound(town)
      await refundPurchase(wash.context, { purchase: { id: spent.id }, reason: 'Returned', ...keyed() })
      await isSound(town)
      const lots = await store.prisma.lot.findMany({ where: { coalitionId: town.id } })
      expect(lots.reduce((sum, lot) => sum + lot.remaining, 0n)).toBe(0n)
      expect(await owes(town, 'tyres')).toBe(0n)
    },
  )

  it('are undone line by line, of each payer what its rule gave on it', async () => {
    const town = await aTown()
    const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
    await aSharedRule(
      service.context,
      { pays: shares(town, ['wash', 10_000]), if: { anyLine: { categories: ['service/oil'] } } },
      [wash.context],
    )
    const lines = [
      { ref: 'oil', title: 'Oil', total: roubles(400), category: 'service/oil' },
      { ref: 'work', title: 'Work', total: roubles(600) },
    ]
    const purchase = await sell(town, { lines })
    expect(await owes(town, 'wash')).toBe(100_000_000n)
    await refund(town, purchase.id, { lines: [{ ref: 'oil' }] })
    expect(await owes(town, 'wash')).toBe(0n)
    expect(await owes(town, 'service')).toBe(30_000_000n)
    await isSound(town)
  })
})

describe('a discount that another pays for', () => {
  it('is owed to the seller by its shares, on statements of both, and goes back in proportion and in whole', async () => {
    const town = await aTown()
    const { service, wash, tyres } = {
      ...{ service: town.member('service'), wash: town.member('wash'), tyres: town.member('tyres') },
    }
    const pays = shares(town, ['service', 2_000], ['wash', 5_000], ['tyres', 3_000])
    await aSharedRule(service.context, { pays, give: [{ discountPercentBps: 1_000 }] }, [
      wash.context,
      tyres.context,
    ])
    const lines = [
      { ref: 'oil', title: 'Oil', total: roubles(400) },
      { ref: 'work', title: 'Work', total: roubles(600) },
    ]
    const purchase = await sell(town, { lines })
    expect(purchase.discountMinor).toBe(10_000n)
    expect(await owes(town, 'wash')).toBe(50_000_000n)
    expect(await owes(town, 'tyres')).toBe(30_000_000n)
    // 45 points of its own at 1.00, less what the others owe it.
    expect(await owes(town, 'service')).toBe(-35_000_000n)
    await isSound(town)
    await refund(town, purchase.id, { lines: [{ ref: 'oil' }] })
    expect(await owes(town, 'wash')).toBe(30_000_000n)
    expect(await owes(town, 'tyres')).toBe(18_000_000n)
    await refund(town, purchase.id)
    for (const handle of ['service', 'wash', 'tyres']) expect(await owes(town, handle)).toBe(0n)
    await isSound(town)
  })

  it('is cut, with the points, to what one purchase gets at most', async () => {
    const town = await aTown()
    const { wash } = { wash: town.member('wash') }
    await aSharedRule(
      town.member('service').context,
      {
        pays: shares(town, ['wash', 10_000]),
        give: [{ discountPercentBps: 1_000 }, { pointsFixed: points(500n) }],
        maxPerPurchase: roubles(250),
      },
      [wash.context],
    )
    expect(await sell(town)).toMatchObject({ discountMinor: 10_000n, pointsEarned: 45n + 150n })
    expect(await owes(town, 'wash')).toBe(250_000_000n)
    await isSound(town)
  })
})

describe('nobody is charged by another rule', () => {
  it('before it accepted that very version, nor once it took the acceptance back', async () => {
    const town = await aTown()
    const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
    const pays = shares(town, ['wash', 10_000])
    const id = await aSharedRule(service.context, { pays }, [])
    expect(await sell(town)).toMatchObject({ pointsEarned: 50n, rules: null })
    expect(await readAskedRules(wash.context, { limit: 10 })).toMatchObject([
      { ruleId: id, version: 1, answer: 'ASKED' },
    ])
    expect(await readAskedRules(service.context, { limit: 10 })).toEqual([])
    await acceptRule(wash.context, { id, version: 1 })
    expect(await sell(town)).toMatchObject({ pointsEarned: 150n })
    await declineRule(wash.context, { id, version: 1 })
    expect(await sell(town)).toMatchObject({ pointsEarned: 50n })
    await acceptRule(wash.context, { id, version: 1 })
    await editRule(service.context, {
      ...{ id, version: 1 },
      definition: aDefinition({
        pays,
        maxPerPurchase: roubles(5_000),
        give: [{ pointsFixed: points(900n) }],
      }),
    })
    expect(await sell(town)).toMatchObject({ pointsEarned: 50n })
    await expect(acceptRule(wash.context, { id, version: 1 })).rejects.toMatchObject({ code: 'RULE_CHANGED' })
    await expect(acceptRule(service.context, { id, version: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(acceptRule(town.member('tyres').context, { id, version: 2 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await acceptRule(wash.context, { id, version: 2 })
    expect(await sell(town)).toMatchObject({ pointsEarned: 950n })
    await isSound(town)
  })

  it.each([
    ['shares that do not sum', { pays: [['wash', 9_999]] }, ['definition', 'pays']],
    [
      'a payer named twice',
      {
        pays: [
          ['wash', 5_000],
          ['wash', 5_000],
        ],
      },
      ['definition', 'pays'],
    ],
    [
      'a share of nothing',
      {
        pays: [
          ['wash', 10_000],
          ['tyres', 0],
        ],
      },
      ['definition', 'pays', '1', 'shareBps'],
    ],
    ['no maximum', { pays: [['wash', 10_000]], maxPerPurchase: null }, ['definition', 'maxPerPurchase']],
    ['other members to hold at', { at: ['wash'] }, ['definition', 'at']],
  ] as const)('by a rule with %s, which is refused at its field', async (_name, wrong, path) => {
    const town = await aTown()
    const { pays, at, ...rest } = { pays: undefined, at: undefined, ...wrong }
    const definition = aDefinition({
      maxPerPurchase: roubles(100),
      ...rest,
      ...(pays ? { pays: shares(town, ...(pays as readonly (readonly [string, number])[])) } : {}),
      ...(at ? { at: (at as readonly string[]).map((handle) => town.member(handle).id) } : {}),
    })
    const drafting = draftRule(town.member('service').context, { definition })
    await expect(drafting).rejects.toMatchObject({ code: 'INVALID_INPUT', path })
    expect(await store.prisma.rule.count({ where: { coalitionId: town.id } })).toBe(0)
  })

  it('of another coalition', async () => {
    const [town, far] = [await aTown(), await aTown()]
    const pays = [{ memberId: far.member('wash').id, shareBps: 10_000 }]
    const drafting = draftRule(town.member('service').context, {
      definition: aDefinition({ pays, maxPerPurchase: roubles(1) }),
    })
    await expect(drafting).rejects.toMatchObject({ path: ['definition', 'pays', '0', 'memberId'] })
  })

  it('by a sale that is handed in on a later day', async () => {
    const town = await aTown()
    const wash = town.member('wash').context
    await advanceClock(town.adminContext, { seconds: 86_400 })
    await aSharedRule(town.member('service').context, { pays: shares(town, ['wash', 10_000]) }, [wash])
    const late = await sell(town, { occurredAt: noonOf(localDay(0)) })
    expect(late.pointsEarned).toBe(50n)
    expect(readRules(late.rules)?.skipped).toMatchObject([{ reason: 'LATE_SALE' }])
    expect(await sell(town)).toMatchObject({ pointsEarned: 150n })
  })
})

it('a payer over its credit limit makes the rule give nothing, never the sale', async () => {
  const town = await aTown({ creditLimit: roubles(150).amountMinor * 10_000n })
  const wash = town.member('wash').context
  await aSharedRule(town.member('service').context, { pays: shares(town, ['wash', 10_000]) }, [wash])
  expect(await sell(town)).toMatchObject({ pointsEarned: 150n })
  const next = await sell(town)
  expect(next.pointsEarned).toBe(50n)
  expect(readRules(next.rules)?.skipped).toMatchObject([{ reason: 'PAYER_LIMIT' }])
  await isSound(town)
})

describe('a rule of the coalition', () => {
  it('holds at the members that it names, paid by the fund as far as it reaches, points and discounts', async () => {
    const town = await aTown({ expiryMonths: 1 })
    await fillFund(town, 1)
    expect(await fundOf(town)).toBe(900_000_000n)
    await aSharedRule(
      town.adminContext,
      {
        at: [town.member('service').id, town.member('tyres').id],
        give: [{ discountFixed: roubles(300) }, { pointsFixed: points(300n) }],
      },
      [],
    )
    expect(await sell(town, {}, { at: 'wash' })).toMatchObject({ pointsEarned: 50n, discountMinor: 0n })
    const first = await sell(town)
    expect(first).toMatchObject({ pointsEarned: 335n, discountMinor: 30_000n })
    expect(await fundOf(town)).toBe(300_000_000n)
    const second = await sell(town, {}, { at: 'tyres' })
    expect(second).toMatchObject({ pointsEarned: 50n, discountMinor: 0n })
    expect(readRules(second.rules)?.skipped).toMatchObject([{ reason: 'PAYER_LIMIT' }])
    await isSound(town)
    await refund(town, first.id, { amount: roubles(350) })
    await isSound(town)
    await refund(town, first.id)
    expect(await fundOf(town)).toBe(900_000_000n)
    await isSound(town)
  })

  it('takes of the fund all that it holds and not a point more under a crowd in two processes', async () => {
    const names = Array.from({ length: 16 }, (_, index) => `Customer ${index}`)
    const town = await aTown({ expiryMonths: 1 }, ['Anna', 'Boris', ...names])
    await fillFund(town, 12)
    expect(await fundOf(town)).toBe(10_800_000_000n)
    await aSharedRule(town.adminContext, { give: [{ pointsFixed: points(300n) }] }, [])
    const { context } = town.member('service')
    const purchases = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        const by = index % 2 === 0 ? context : { ...context, store: other }
        return (await recordPurchase(by, aSale(town.customer(names[index % 16] ?? '')))).purchase
      }),
    )
    const given = purchases.filter(({ pointsEarned }) => pointsEarned === 350n)
    expect(given).toHaveLength(36)
    for (const { pointsEarned } of purchases) expect([50n, 350n]).toContain(pointsEarned)
    expect(await fundOf(town)).toBe(0n)
    await isSound(town)
  })

  it('asks the members who are to pay for it, as any other', async () => {
    const town = await aTown()
    const wash = town.member('wash').context
    const id = await aSharedRule(
      town.adminContext,
      { pays: shares(town, ['wash', 4_000], ['tyres', 6_000]) },
      [wash],
    )
    expect(await sell(town)).toMatchObject({ pointsEarned: 50n })
    await acceptRule(town.member('tyres').context, { id, version: 1 })
    expect(await sell(town)).toMatchObject({ pointsEarned: 150n })
    // At the wash its own part is of its own lot.
    const own = await sell(town, {}, { at: 'wash' })
    expect(await lotsOf(town, own.id)).toEqual(
      new Map([
        [town.member('wash').id, 90n],
        [town.member('tyres').id, 60n],
      ]),
    )
    await isSound(town)
  })
})

it('debts of a customer are paid from every lot that a sale earns', async () => {
  const town = await aTown({ refundPolicy: 'CUSTOMER_DEBT' })
  const { wash } = { wash: town.member('wash') }
  await aSharedRule(town.member('service').context, { pays: shares(town, ['wash', 10_000]) }, [wash.context])
  const first = await sell(town)
  await sell(town, { total: roubles(300), points: points(150n) }, { at: 'tyres' })
  const row = await refund(town, first.id)
  expect(row.pointsToDebt).toBe(150n)
  await sell(town)
  await isSound(town)
  const debts = await store.prisma.debt.findMany({ where: { coalitionId: town.id } })
  expect(debts.map(({ remaining }) => remaining)).toEqual([0n, 0n])
})
