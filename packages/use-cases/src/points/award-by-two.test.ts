import { MAX_COMMAND_POINTS, points } from '@artel/ledger'
import { endOfDays } from '@artel/rules'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { aCoalition, aPerson, type BuiltCoalition, booksOf, colleagueOf, keyed } from '../testing/index.ts'
import { TIME_ZONE } from '../testing/local-days.ts'
import { approveAdjustment } from './approve-adjustment.ts'
import { type AwardPromoInput, awardPromo } from './award-promo.ts'
import { proposeAdjustment } from './propose-adjustment.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

/** The limit is 1000 points, as every coalition has it from the start. */
const town = () =>
  aCoalition()
    .withMember('service', { inPerson: true })
    .withMember('wash', { inPerson: true })
    .withCustomer('Anna')
    .open(store)
const giving = (built: BuiltCoalition, n: bigint, more: Partial<AwardPromoInput> = {}) => ({
  ...{ customer: { id: built.customer('Anna').id }, points: points(n), ...keyed(), ...more },
})
const balanceOf = async (built: BuiltCoalition) => {
  const { id: customerId } = built.customer('Anna')
  const where = { coalitionId_customerId: { coalitionId: built.id, customerId } }
  return (await store.prisma.customerAccount.findUniqueOrThrow({ where })).posted
}

test('up to the limit one person awards, above it nothing is booked until another agrees', async () => {
  const built = await town()
  const service = built.member('service').context
  expect(await awardPromo(service, giving(built, 1_000n))).toMatchObject({ points: 1_000n, adjustment: null })
  const asked = giving(built, 1_001n, { expiresInDays: 30 })
  const waiting = await awardPromo(service, asked)
  expect(waiting).toMatchObject({ points: 0n, entries: [], balanceAfter: null, replayed: false })
  expect(waiting.adjustment).toMatchObject({ status: 'PROPOSED', kind: 'PROMO', points: 1_001n })
  expect(await balanceOf(built)).toBe(1_000n)
  expect(await awardPromo(service, asked)).toMatchObject({
    replayed: true,
    adjustment: { status: 'PROPOSED' },
  })

  const adjustmentId = waiting.adjustment?.id ?? ''
  await expect(approveAdjustment(service, { adjustmentId, ...keyed() })).rejects.toMatchObject({
    code: 'APPROVER_IS_PROPOSER',
  })
  const second = await colleagueOf(service)
  const approval = { adjustmentId, ...keyed() }
  expect(await approveAdjustment(second, approval)).toMatchObject({ balanceAfter: 2_001n, replayed: false })
  expect(await approveAdjustment(second, approval)).toMatchObject({ balanceAfter: 2_001n, replayed: true })
  expect(await balanceOf(built)).toBe(2_001n)
  expect(await awardPromo(service, asked)).toMatchObject({
    ...{ points: 1_001n, balanceAfter: 2_001n, replayed: true, adjustment: { status: 'POSTED' } },
    entries: [{ kind: 'PROMO', memberId: built.member('service').id, documentId: adjustmentId }],
  })
  const lot = await store.prisma.lot.findFirstOrThrow({ where: { coalitionId: built.id, amount: 1_001n } })
  expect(lot.expiresAt).toEqual(endOfDays(lot.activatesAt, 30, TIME_ZONE))
})

test('an award that several pay needs an administrator, and each pays its share', async () => {
  const built = await town()
  const payers = ['service', 'wash'].map((handle, index) => ({
    ...{ memberId: built.member(handle).id, share: index + 1 },
  }))
  const asked = await awardPromo(built.adminContext, giving(built, 3_000n, { payers }))
  const adjustmentId = asked.adjustment?.id ?? ''
  await expect(
    approveAdjustment(built.member('service').context, { adjustmentId, ...keyed() }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await approveAdjustment(await colleagueOf(built.adminContext), { adjustmentId, ...keyed() })
  const books = await booksOf(store, built.id)
  const issued = (handle: string) => books.points('ISSUED', built.member(handle).id)
  expect([issued('service'), issued('wash')]).toEqual([1_000n, 2_000n])
})

test('an approval stays the word of whom it was given for, and is answered again whoever its key acts for', async () => {
  const built = await town()
  const service = built.member('service')
  const { id: adjustmentId = '' } =
    (await awardPromo(service.context, giving(built, 1_001n))).adjustment ?? {}
  const second = await colleagueOf(service.context)
  if (second.principal.kind !== 'member') throw new Error('Not of the member')
  const { personId } = second.principal
  const { email } = await store.prisma.person.findUniqueOrThrow({ where: { id: personId ?? '' } })
  // The colleague is an administrator of the coalition too, and acts for the member here.
  await aPerson(built.adminContext, { email, role: 'COALITION_ADMIN' })
  const approval = { adjustmentId, ...keyed() }
  const { adjustment } = await approveAdjustment(second, approval)
  expect(adjustment).toMatchObject({ approvedById: personId, approvedForId: service.id, status: 'POSTED' })
  const gone: Context = { store, principal: { ...second.principal, personId: null } }
  expect(await approveAdjustment(gone, approval)).toMatchObject({ replayed: true, balanceAfter: 1_001n })
  await expect(approveAdjustment(gone, { adjustmentId, ...keyed() })).rejects.toMatchObject({
    code: 'PERSON_REQUIRED',
  })
})

test('what was booked before the limit fell is answered as booked, and a key is known to its own verb', async () => {
  const built = await town()
  const service = built.member('service').context
  const asked = giving(built, 900n)
  await awardPromo(service, asked)
  await store.prisma.coalition.update({ where: { id: built.id }, data: { adjustmentLimitPoints: 100n } })
  const later = await awardPromo(service, asked)
  expect(later).toMatchObject({ points: 900n, balanceAfter: 900n, replayed: true, adjustment: null })
  expect(await balanceOf(built)).toBe(900n)
  const named = giving(built, 2_000n, { idempotencyKey: 'same-name' })
  expect((await awardPromo(service, named)).adjustment?.status).toBe('PROPOSED')
  await expect(awardPromo(service, { ...named, points: points(2_001n) })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_MISMATCH',
  })
  const correction = { kind: 'CORRECTION' as const, reason: 'typed wrong', points: points(5n) }
  const { customer, idempotencyKey } = named
  const adjusted = await proposeAdjustment(service, { customer, idempotencyKey, ...correction })
  expect(adjusted.adjustment.status).toBe('POSTED')
})

test('no award is too large for the settlement that follows: it is refused when it is asked', async () => {
  const built = await town()
  const service = built.member('service').context
  for (const huge of [MAX_COMMAND_POINTS + 1n, 2n ** 63n - 1n])
    await expect(awardPromo(service, giving(built, huge))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const before = await store.prisma.adjustment.count({ where: { coalitionId: built.id } })
  expect(before).toBe(0)
  const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })
  expect(findings).toEqual([])
})
