import { micros, NotFoundError, VoucherNotUsableError } from '@artel/ledger'
import { coalitionNow, foldFigures, forgetFigures, type Store, VOUCHER_CHECKS } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { closeMember } from '../exit/close-member.ts'
import { estimateExit } from '../exit/estimate-exit.ts'
import { giveExitNotice } from '../exit/give-exit-notice.ts'
import { readExit } from '../exit/read-exit.ts'
import { recordExitGuarantee } from '../exit/record-exit-guarantee.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { type BuiltCoalition, roubles } from '../testing/index.ts'
import { aSharedRule, aSharingTown, keyed, owes, refund, sell, shares } from '../testing/shared-rules.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

const isSound = async (town: BuiltCoalition) =>
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
    [],
  )

/** With each purchase of the service, 20 % off a bill of the wash, 300.00 at most; ten in all. */
async function anOffer(
  town: BuiltCoalition,
  over: object = {},
  vouchers = 10,
  pays?: ReturnType<typeof shares>,
) {
  const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
  const voucher = {
    at: [wash.id],
    validDays: 14,
    discountPercentBps: 2_000,
    maxPerUse: roubles(300),
    ...over,
  }
  const limits = { budget: { vouchers, per: 'RULE' } } as const
  await aSharedRule(service.context, { give: [{ voucher }], limits, ...(pays && { pays }) }, [
    ...(pays ? [town.member('tyres').context] : []),
    wash.context,
  ])
}
const vouchersOf = (town: BuiltCoalition) =>
  store.prisma.voucher.findMany({ where: { coalitionId: town.id }, orderBy: { id: 'asc' } })
const given = async (town: BuiltCoalition) => {
  const [voucher] = await vouchersOf(town)
  if (!voucher) throw new Error('No voucher was given')
  return voucher
}
const stockOf = async (town: BuiltCoalition) =>
  (await store.prisma.counter.findMany({ where: { coalitionId: town.id } })).map(({ used }) => used)
const useIt = (town: BuiltCoalition, code: string, over: object = {}, who = 'Anna') =>
  sell(town, { vouchers: [code], ...over }, { at: 'wash', who })

it('a voucher is given with a purchase, quoted and used elsewhere, and its giver owes the taker what it took off', async () => {
  const town = await aSharingTown(store)
  await anOffer(town)
  await sell(town)
  const { code, lastDay, firstLastDay } = await given(town)
  expect(lastDay).toEqual(firstLastDay)
  const before = await owes(town, 'service')
  const quote = await quotePurchase(town.member('wash').context, {
    ...{ total: roubles(1_000), customer: town.customer('Anna'), vouchers: [code.toLowerCase()] },
  })
  expect(quote.discountMinor).toBe(20_000n)
  const used = await useIt(town, code)
  // 5 % of what is left: what a voucher pays earns nothing.
  expect(used).toMatchObject({ discountMinor: 20_000n, pointsEarned: 40n })
  expect((await owes(town, 'service')) - before).toBe(200_000_000n)
  expect((await given(town)).usedById).toBe(used.id)
  await isSound(town)
})

it('is refused to another customer as if it did not exist, at another member, when used, and takes off no more than its most', async () => {
  const town = await aSharingTown(store)
  await anOffer(town, { minTotal: roubles(500) })
  await sell(town)
  const { code } = await given(town)
  await expect(useIt(town, code, {}, 'Boris')).rejects.toThrow(NotFoundError)
  await expect(sell(town, { vouchers: [code] }, { at: 'tyres' })).rejects.toMatchObject({
    bar: 'OTHER_MEMBER',
  })
  await expect(useIt(town, code, { total: roubles(499) })).rejects.toMatchObject({ bar: 'BELOW_MINIMUM' })
  await expect(useIt(town, code, { vouchers: ['7K3M-9QXA-2B4C'] })).rejects.toThrow(NotFoundError)
  expect((await useIt(town, code, { total: roubles(9_000) })).discountMinor).toBe(30_000n)
  await expect(useIt(town, code)).rejects.toThrow(VoucherNotUsableError)
  await isSound(town)
})

it('is used once under a crowd, and given no more often than there are', async () => {
  const town = await aSharingTown(store)
  await anOffer(town, {}, 3)
  await Promise.all(Array.from({ length: 8 }, () => sell(town)))
  const [first] = await vouchersOf(town)
  expect(await vouchersOf(town)).toHaveLength(3)
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => useIt(town, first?.code ?? '')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await isSound(town)
})

it('is revoked with the purchase that gave it, which gives the stock back; used meanwhile, it stands and stays given', async () => {
  const town = await aSharingTown(store)
  await anOffer(town)
  const first = await sell(town)
  const { code } = await given(town)
  await refund(town, first.id)
  expect((await given(town)).revokedById).not.toBeNull()
  expect(await stockOf(town)).toEqual([0n])
  await expect(useIt(town, code)).rejects.toMatchObject({ bar: 'REVOKED' })
  const second = await sell(town)
  const [, next] = await vouchersOf(town)
  const used = await useIt(town, next?.code ?? '')
  await refund(town, second.id)
  expect(await stockOf(town)).toEqual([1n])
  expect(await owes(town, 'service')).toBe(200_000_000n)
  await isSound(town)
  await refundPurchase(town.member('wash').context, {
    ...{ purchase: { id: used.id }, reason: 'Returned', ...keyed() },
  })
  await expect(useIt(town, next?.code ?? '')).rejects.toMatchObject({ bar: 'REVOKED' })
  expect(await owes(town, 'service')).toBe(0n)
  await isSound(town)
})

it('comes back once with a full refund, with its old end, and goes with its customer into a merge', async () => {
  const town = await aSharingTown(store)
  await anOffer(town)
  await sell(town)
  const { code, lastDay } = await given(town)
  const back = async (id: string, over: object = {}) =>
    refundPurchase(town.member('wash').context, {
      ...{ purchase: { id }, reason: 'Returned', ...keyed(), ...over },
    })
  const used = await useIt(town, code)
  await back(used.id, { amount: roubles(100) })
  await expect(useIt(town, code)).rejects.toMatchObject({ bar: 'USED' })
  await back(used.id)
  expect(await given(town)).toMatchObject({ usedById: null, lastDay })
  await isSound(town)
  await mergeCustomers(town.adminContext, {
    ...{ customer: town.customer('Anna'), into: town.customer('Boris'), ...keyed() },
  })
  const again = await useIt(town, code, {}, 'Boris')
  await back(again.id)
  await expect(useIt(town, code, {}, 'Boris')).rejects.toMatchObject({ bar: 'USED' })
  await isSound(town)
})

it('outlives the notice of its payer, and its closing: what it may take off is part of the security', async () => {
  const town = await aSharingTown(store)
  await anOffer(town)
  for (let at = 0; at < 3; at += 1) await sell(town, { total: roubles(1) })
  const [first, second, third] = await vouchersOf(town)
  const service = { coalitionId: town.id, memberId: town.member('service').id }
  const tail = async () => readExit(store, service, await coalitionNow(store, town.id))
  await giveExitNotice(town.member('service').context, { reason: 'We move', redemptionDays: 0 })
  expect(await tail()).toMatchObject({ tail: { vouchers: 900_000_000n } })
  const used = await useIt(town, first?.code ?? '')
  expect(used).toMatchObject({ discountMinor: 20_000n })
  expect(await owes(town, 'service')).toBe(200_000_000n)
  expect(await tail()).toMatchObject({ tail: { vouchers: 600_000_000n, guaranteeNeeded: 800_000_000n } })
  const close = () => closeMember(town.adminContext, { memberId: service.memberId })
  await expect(close()).rejects.toMatchObject({ code: 'MEMBER_EXIT_INCOMPLETE' })
  await recordExitGuarantee(town.adminContext, {
    ...{ memberId: service.memberId, kind: 'GUARANTEE', amount: micros(800_000_000n), reference: 'No. 7' },
    ...keyed(),
  })
  await estimateExit(town.adminContext, { memberId: service.memberId, ...keyed() })
  expect((await close()).member.status).toBe('CLOSED')
  expect(await useIt(town, second?.code ?? '')).toMatchObject({ discountMinor: 20_000n })
  expect(await owes(town, 'service')).toBe(400_000_000n)
  await advanceClock(town.adminContext, { seconds: 20 * 86_400 })
  await expect(useIt(town, third?.code ?? '')).rejects.toMatchObject({ bar: 'EXPIRED' })
  expect(await tail()).toMatchObject({ tail: { vouchers: 0n } })
  await isSound(town)
})

it('keeps its payer from closing without notice, and a leaving payer gives no new ones', async () => {
  const town = await aSharingTown(store)
  await anOffer(town, {}, 10, shares(town, ['tyres', 10_000]))
  await sell(town, { total: roubles(1) })
  const close = closeMember(town.adminContext, { memberId: town.member('tyres').id })
  await expect(close).rejects.toMatchObject({ code: 'MEMBER_HAS_OBLIGATIONS', clearing: 300_000_000n })
  await giveExitNotice(town.member('tyres').context, { reason: 'We move', redemptionDays: 0 })
  await sell(town, { total: roubles(1) })
  expect(await vouchersOf(town)).toHaveLength(1)
  await isSound(town)
})

it('stays used where all that cost money is handed back and what was free is kept, until that goes back too', async () => {
  const town = await aSharingTown(store)
  await anOffer(town, {
    discountPercentBps: undefined,
    discountFreeLine: true,
    anyLine: { categories: ['coffee'] },
    maxPerUse: roubles(300),
  })
  await sell(town, { total: roubles(1) })
  const { code } = await given(town)
  const line = (ref: string, n: number) => ({ ref, title: ref, total: roubles(n), category: ref })
  const used = await useIt(town, code, {
    total: roubles(500),
    lines: [line('oil', 300), line('coffee', 200)],
  })
  expect(used).toMatchObject({ discountMinor: 20_000n })
  const back = (ref: string) =>
    refundPurchase(town.member('wash').context, {
      ...{ purchase: { id: used.id }, reason: 'Returned', lines: [{ ref }], ...keyed() },
    })
  await back('oil')
  expect(await given(town)).toMatchObject({ usedById: used.id, returnedById: null })
  expect(await owes(town, 'service')).toBe(200_000_000n)
  await isSound(town)
  await back('coffee')
  expect((await given(town)).usedById).toBeNull()
  expect(await owes(town, 'service')).toBe(0n)
  await isSound(town)
})

it('gives its stock back with its return, where what gave it was undone while it was used', async () => {
  const town = await aSharingTown(store)
  await anOffer(town)
  const giving = await sell(town)
  const { code } = await given(town)
  const used = await useIt(town, code)
  await refund(town, giving.id)
  expect(await stockOf(town)).toEqual([1n])
  await refundPurchase(town.member('wash').context, {
    ...{ purchase: { id: used.id }, reason: 'Returned', ...keyed() },
  })
  expect(await stockOf(town)).toEqual([0n])
  await isSound(town)
})

it('is one bill of its rule in the figures, however many of the rule are on it, counted anew too', async () => {
  const town = await aSharingTown(store)
  await anOffer(town)
  for (let at = 0; at < 3; at += 1) await sell(town, { total: roubles(1) })
  const codes = (await vouchersOf(town)).map(({ code }) => code)
  await sell(town, { vouchers: codes, total: roubles(2_000) }, { at: 'wash' })
  const used = async () => {
    while ((await foldFigures(store, town.id)).more);
    const { rows } = await store.pool.query(
      `select sum(purchases)::int as purchases, sum(gross_minor)::int as gross, sum(discount_minor)::int as off
        from figure where coalition_id = $1 and scope_id = $2 and dimension = 'RULE'`,
      [town.id, town.member('wash').id],
    )
    return rows
  }
  const once = [{ purchases: 1, gross: 200_000, off: 90_000 }]
  expect(await used()).toEqual(once)
  await forgetFigures(store, town.id)
  expect(await used()).toEqual(once)
  await isSound(town)
})

it('is looked for by verify in purchases that are read once, and not once a voucher', async () => {
  const town = await aSharingTown(store)
  await anOffer(town)
  for (let at = 0; at < 5; at += 1) await sell(town, { total: roubles(1) })
  for (const { code } of await vouchersOf(town)) await useIt(town, code)
  for (const { invariant, sql } of VOUCHER_CHECKS) {
    const { rows } = await store.pool.query(`explain (analyze, format json) ${sql}`, [town.id])
    const loops = loopsOver(rows[0]['QUERY PLAN'][0].Plan, ['purchase', 'refund'])
    expect([invariant, Math.max(0, ...loops) <= 1]).toEqual([invariant, true])
  }
})

/** How often each read of these tables is done in a plan. */
function loopsOver(plan: Record<string, unknown>, tables: readonly string[]): number[] {
  const own = tables.includes(String(plan['Relation Name'])) ? [Number(plan['Actual Loops'])] : []
  const below = (plan.Plans ?? []) as Record<string, unknown>[]
  return [...own, ...below.flatMap((each) => loopsOver(each, tables))]
}
