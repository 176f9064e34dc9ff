import { NotSameHouseholdError, points } from '@artel/ledger'
import { endOfDays } from '@artel/rules'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveHousehold } from '../household/leave-household.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { approveAdjustment } from '../points/approve-adjustment.ts'
import { awardPromo } from '../points/award-promo.ts'
import { type ProposeAdjustmentInput, proposeAdjustment } from '../points/propose-adjustment.ts'
import { transferPoints } from '../points/transfer-points.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  booksOf,
  colleagueOf,
  joinWithCodes,
  roubles,
  transferWithCode,
} from '../testing/index.ts'
import { TIME_ZONE } from '../testing/local-days.ts'
import { readWallet } from './read-wallet.ts'

let database: TestDatabase
let store: Store
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

const aTown = () =>
  aCoalition()
    .withMember('service', { inPerson: true })
    .withMember('wash', { inPerson: true })
    .withCustomer('Anna', { phone: '+79120000001', reference: 'client 1' })
    .withCustomer('Boris', { phone: '+79120000002' })
    .withCustomer('Clara')
    .open(store)

const key = () => uuidv7()

async function balanceOf(town: BuiltCoalition, name: string): Promise<bigint> {
  const { id } = town.customer(name)
  const wallets = await readWallet(town.adminContext, {
    coalitionId: town.id,
    customerIds: [id],
    withLots: false,
  })
  return wallets.get(id)?.balance ?? -1n
}

async function expectClean(town: BuiltCoalition): Promise<void> {
  const report = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })
  expect(report.findings).toEqual([])
}

describe('awardPromo', () => {
  test("is a member's gift at its own cost, and pays no debt", async () => {
    const town = await aTown()
    const input = {
      customer: { id: town.customer('Anna').id },
      points: points(100n),
      expiresInDays: 30,
      idempotencyKey: key(),
    }
    const awarded = await awardPromo(town.member('wash').context, input)
    expect(awarded).toMatchObject({ points: 100n, balanceAfter: 100n, replayed: false })
    expect(awarded.entries).toMatchObject([{ kind: 'PROMO', memberId: town.member('wash').id }])
    expect(await awardPromo(town.member('wash').context, input)).toMatchObject({ replayed: true })
    const books = await booksOf(store, town.id)
    expect(books.points('ISSUED', town.member('wash').id)).toBe(100n)
    expect(books.money('CLEARING', town.member('wash').id)).toBe(10_000_000n)
    const lot = await store.prisma.lot.findFirstOrThrow({ where: { coalitionId: town.id } })
    expect(lot.expiresAt).toEqual(endOfDays(lot.activatesAt, 30, TIME_ZONE))
    await expectClean(town)
  })

  test('is shared by an administrator among members, who must be active', async () => {
    const town = await aTown()
    const [service, wash] = [town.member('service').id, town.member('wash').id]
    const input = {
      customer: { phone: '+79120000001' },
      points: points(100n),
      payers: [
        { memberId: service, share: 2 },
        { memberId: wash, share: 1 },
      ],
    }
    const shared = await awardPromo(town.adminContext, { ...input, idempotencyKey: key() })
    expect(shared.entries.map(({ memberId, pointsDelta }) => [memberId, pointsDelta])).toEqual([
      [service, 67n],
      [wash, 33n],
    ])
    const mine = { ...input, payers: [{ memberId: service, share: 1 }], idempotencyKey: key() }
    await expect(awardPromo(town.member('wash').context, mine)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await suspendMember(town.adminContext, { memberId: wash })
    await expect(awardPromo(town.adminContext, { ...input, idempotencyKey: key() })).rejects.toMatchObject({
      code: 'MEMBER_NOT_ACTIVE',
    })
    await expectClean(town)
  })
})

describe('an adjustment', () => {
  const asked = (town: BuiltCoalition, n: bigint, over: Partial<ProposeAdjustmentInput> = {}) => ({
    customer: { id: town.customer('Anna').id },
    points: points(n),
    kind: 'GOODWILL' as const,
    reason: 'The wash broke down',
    idempotencyKey: key(),
    ...over,
  })

  test('up to the limit is booked at once, with its reason and who asked', async () => {
    const town = await aTown()
    const { context, principal } = town.member('wash')
    const input = asked(town, 1_000n)
    const given = await proposeAdjustment(context, input)
    expect(given).toMatchObject({ balanceAfter: 1_000n, replayed: false })
    expect(given.adjustment).toMatchObject({
      ...{ status: 'POSTED', reason: 'The wash broke down', proposedById: principal.personId },
      approvedById: null,
    })
    expect(await proposeAdjustment(context, input)).toMatchObject({ replayed: true, balanceAfter: 1_000n })
    await expect(proposeAdjustment(context, { ...input, reason: 'Another' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_MISMATCH',
    })
    const taken = await proposeAdjustment(context, asked(town, -400n, { kind: 'CORRECTION' }))
    expect(taken.balanceAfter).toBe(600n)
    expect((await booksOf(store, town.id)).money('CLEARING', town.member('wash').id)).toBe(60_000_000n)
    await expectClean(town)
  })

  test('above the limit waits for a second person, who cannot be the first', async () => {
    const town = await aTown()
    const { context } = town.member('wash')
    const { adjustment, balanceAfter } = await proposeAdjustment(context, asked(town, 1_001n))
    expect([adjustment.status, balanceAfter]).toEqual(['PROPOSED', null])
    const approval = { adjustmentId: adjustment.id, idempotencyKey: key() }
    await expect(approveAdjustment(context, approval)).rejects.toMatchObject({ code: 'APPROVER_IS_PROPOSER' })
    await expect(approveAdjustment(town.member('service').context, approval)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await balanceOf(town, 'Anna')).toBe(0n)
    const second = await colleagueOf(context)
    const approved = await approveAdjustment(second, approval)
    expect(approved).toMatchObject({
      balanceAfter: 1_001n,
      replayed: false,
      adjustment: { status: 'POSTED' },
    })
    expect(await approveAdjustment(second, approval)).toMatchObject({ balanceAfter: 1_001n, replayed: true })
    await expect(
      approveAdjustment(town.adminContext, { ...approval, idempotencyKey: key() }),
    ).rejects.toMatchObject({ code: 'ADJUSTMENT_NOT_OPEN', adjustmentStatus: 'POSTED' })
    await expectClean(town)
  })

  test('is approved and booked once, however many approve at once through two processes', async () => {
    const town = await aTown()
    const { context } = town.member('wash')
    const { adjustment } = await proposeAdjustment(context, asked(town, 5_000n))
    const people = await Promise.all(Array.from({ length: 6 }, () => colleagueOf(context)))
    const answers = await Promise.allSettled(
      people.map((person, index) =>
        approveAdjustment(index % 2 === 0 ? person : { ...person, store: other }, {
          adjustmentId: adjustment.id,
          idempotencyKey: key(),
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(await balanceOf(town, 'Anna')).toBe(5_000n)
    await expectClean(town)
  })

  test("takes back the member's own points alone, or those of one award", async () => {
    const town = await aTown()
    const { context } = town.member('wash')
    const customer = { id: town.customer('Anna').id }
    await recordPurchase(town.member('service').context, aSale(customer))
    const promo = await awardPromo(context, { customer, points: points(30n), idempotencyKey: key() })
    await recordPurchase(context, aSale(customer, { total: roubles(400) }))
    await expect(proposeAdjustment(context, asked(town, -51n))).rejects.toMatchObject({
      code: 'INSUFFICIENT_POINTS',
      available: 50n,
    })
    const correctsEntryId = promo.entries[0]?.id ?? ''
    const undo = (n: bigint) => asked(town, n, { kind: 'CORRECTION', correctsEntryId })
    await expect(proposeAdjustment(context, undo(-31n))).rejects.toMatchObject({ available: 30n })
    await expect(proposeAdjustment(context, undo(30n))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await proposeAdjustment(context, undo(-30n))).toMatchObject({ balanceAfter: 70n })
    const refusedTwice = asked(town, -500n)
    await expect(proposeAdjustment(context, refusedTwice)).rejects.toMatchObject({ replayed: false })
    await expect(proposeAdjustment(context, refusedTwice)).rejects.toMatchObject({
      ...{ code: 'INSUFFICIENT_POINTS', replayed: true },
    })
    await expectClean(town)
  })
})

describe('transferPoints', () => {
  test('gives points within a household alone, keeping their issuer and expiry', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const [anna, boris] = [town.customer('Anna'), town.customer('Boris')]
    await recordPurchase(context, aSale(anna))
    const gift = { from: { id: anna.id }, to: { phone: '+79120000002' }, points: points(20n) }
    await expect(transferPoints(context, { ...gift, idempotencyKey: key() })).rejects.toThrow(
      NotSameHouseholdError,
    )
    await joinWithCodes(context, { customer: { id: anna.id }, with: { id: boris.id } })
    const input = { ...gift, idempotencyKey: key() }
    expect(await transferWithCode(context, input)).toMatchObject({
      ...{ points: 20n, balanceAfter: 30n, receiverBalanceAfter: 20n, replayed: false },
    })
    await leaveHousehold(context, { customer: { id: anna.id } })
    expect(await transferPoints(context, input)).toMatchObject({ receiverBalanceAfter: 20n, replayed: true })
    await expect(transferPoints(context, { ...gift, idempotencyKey: key() })).rejects.toMatchObject({
      code: 'NOT_SAME_HOUSEHOLD',
    })
    const lots = await store.prisma.lot.findMany({
      where: { coalitionId: town.id },
      orderBy: { amount: 'desc' },
    })
    expect(lots.map(({ customerId, issuerId, amount }) => [customerId, issuerId, amount])).toEqual([
      [anna.id, town.member('service').id, 50n],
      [boris.id, town.member('service').id, 20n],
    ])
    expect(lots[1]).toMatchObject({ issuedAt: lots[0]?.issuedAt, expiresAt: lots[0]?.expiresAt })
    await expectClean(town)
  })

  test('refuses a stranger, the same customer twice, and more than there is', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const [anna, boris] = [town.customer('Anna').id, town.customer('Boris').id]
    const give = (from: string, to: string) =>
      transferPoints(context, {
        from: { id: from },
        to: { id: to },
        points: points(1n),
        idempotencyKey: key(),
      })
    await expect(give(anna, uuidv7())).rejects.toMatchObject({ code: 'NOT_FOUND', path: ['to'] })
    await expect(give(anna, anna)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await joinWithCodes(context, { customer: { id: anna }, with: { id: boris } })
    await expect(give(anna, boris)).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS' })
  })
})
