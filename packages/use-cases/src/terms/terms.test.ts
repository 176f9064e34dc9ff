import { micros, minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { reinstateMember } from '../member/reinstate-member.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  BURN_FUNDED_TERMS,
  type BuiltCoalition,
  type BuiltMember,
} from '../testing/a-coalition.ts'
import { acceptTerms } from './accept-terms.ts'
import { type ProposeTermsInput, proposeTerms } from './propose-terms.ts'
import { readTerms, readTermsInForce } from './read-terms.ts'
import { withdrawTerms } from './withdraw-terms.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

const town = () =>
  aCoalition().withMember('wash').withMember('parts', { segment: 'LARGE' }).withCustomer('Anna')

const DAY_SECONDS = 86_400

async function proposing(
  built: BuiltCoalition,
  changes: Partial<ProposeTermsInput['terms']> = {},
  more: Partial<ProposeTermsInput> = {},
) {
  const { terms } = await proposeTerms(built.adminContext, {
    startsAt: new Date(Date.now() + DAY_SECONDS * 1_000),
    terms: { ...BURN_FUNDED_TERMS, contractTextEn: 'We agree anew.', ...changes },
    idempotencyKey: `proposal-${Math.random()}`,
    ...more,
  })
  return terms
}

const accepting = (member: BuiltMember, terms: { id: string; contractHash: string }) =>
  acceptTerms(member.context, {
    termsId: terms.id,
    contractHash: terms.contractHash,
    acceptedBy: 'The director',
  })

const days = (built: BuiltCoalition, n: number) =>
  advanceClock(built.adminContext, { seconds: n * DAY_SECONDS })

let receipts = 0
async function selling(built: BuiltCoalition, handle: string) {
  receipts += 1
  const { purchase } = await recordPurchase(built.member(handle).context, {
    customer: { id: built.customer('Anna').id },
    receiptRef: `R-${receipts}`,
    total: { amountMinor: minor(100_000n), currency: 'RUB' },
    points: points(0n),
    idempotencyKey: `sale-${receipts}`,
  })
  return store.prisma.lot.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId: built.id, id: purchase.earnedLotId ?? '' } },
  })
}

test('a version binds new lots once it has started and every active member has accepted it', async () => {
  const built = await town().open(store)
  const next = await proposing(built, { issueFee: micros(50_000n) })
  await accepting(built.member('wash'), next)
  await days(built, 2)
  // One member is missing: the old terms bind both.
  expect((await selling(built, 'wash')).termsId).toBe(built.terms.id)
  const [pending] = await readTerms(store, built.id)
  expect(pending).toMatchObject({ standing: 'PROPOSED', missingMemberIds: [built.member('parts').id] })
  await accepting(built.member('parts'), next)
  const lot = await selling(built, 'wash')
  expect(lot).toMatchObject({ termsId: next.id, issueFee: 50_000n })
  const [now, before] = await readTerms(store, built.id)
  expect(now).toMatchObject({ standing: 'IN_FORCE', missingMemberIds: [] })
  expect(now?.acceptances.map(({ memberId }) => memberId)).toEqual([
    built.member('wash').id,
    built.member('parts').id,
  ])
  expect(before?.standing).toBe('SUPERSEDED')
})

test('an accepted version waits for its date, and lots keep the terms they were issued under', async () => {
  const built = await town().open(store)
  const next = await proposing(built, { reservePrice: micros(950_000n) })
  for (const handle of ['wash', 'parts']) await accepting(built.member(handle), next)
  const old = await selling(built, 'wash')
  expect(old).toMatchObject({ termsId: built.terms.id, reservePrice: 900_000n })
  await days(built, 2)
  expect(await selling(built, 'wash')).toMatchObject({ termsId: next.id, reservePrice: 950_000n })
  const kept = await store.prisma.lot.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId: built.id, id: old.id } },
  })
  expect(kept).toMatchObject({ termsId: built.terms.id, reservePrice: 900_000n })
})

test("a segment's and a member's own terms bind their lots, the member's on top of its segment's", async () => {
  const built = await town().withMember('cafe', { segment: 'LARGE' }).open(store)
  const next = await proposing(
    built,
    {},
    {
      overrides: [
        { segment: 'LARGE', issueFee: micros(80_000n), maxPointsShareBps: 3_000 },
        { memberId: built.member('cafe').id, issueFee: micros(70_000n) },
      ],
    },
  )
  for (const handle of ['wash', 'parts', 'cafe']) await accepting(built.member(handle), next)
  await days(built, 2)
  const [wash, parts, cafe] = [
    await selling(built, 'wash'),
    await selling(built, 'parts'),
    await selling(built, 'cafe'),
  ]
  expect([wash.issueFee, parts.issueFee, cafe.issueFee]).toEqual([100_000n, 80_000n, 70_000n])
  const variants = (await readTerms(store, built.id))[0]?.variants ?? []
  expect(variants.map(({ maxPointsShareBps }) => maxPointsShareBps)).toEqual([3_000, 3_000])
  expect((await readTermsInForce(store, built.id))?.id).toBe(next.id)
})

test('a proposal is made once per key, and refused in the past or without sense', async () => {
  const built = await town().open(store)
  const input = {
    startsAt: new Date(Date.now() + DAY_SECONDS * 1_000),
    terms: { ...BURN_FUNDED_TERMS, lateDays: 3 },
    idempotencyKey: 'once',
  }
  const first = await proposeTerms(built.adminContext, input)
  const again = await proposeTerms(built.adminContext, input)
  expect([first.replayed, again.replayed, again.terms.id === first.terms.id]).toEqual([false, true, true])
  const other = proposeTerms(built.adminContext, { ...input, terms: BURN_FUNDED_TERMS })
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_MISMATCH' })
  const past = proposing(built, {}, { startsAt: new Date(Date.now() - 1_000) })
  await expect(past).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['startsAt'] })
  const weekless = proposing(built, { windowKind: 'WEEKLY' })
  await expect(weekless).rejects.toMatchObject({ path: ['terms', 'windowWeekday'] })
  const stranger = proposing(built, {}, { overrides: [{ memberId: built.id, lateDays: 1 }] })
  await expect(stranger).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(proposeTerms(built.member('wash').context, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a version is withdrawn before it binds, and then nobody can accept it; one in force stays', async () => {
  const built = await town().open(store)
  const next = await proposing(built)
  await accepting(built.member('wash'), next)
  const { terms } = await withdrawTerms(built.adminContext, { termsId: next.id })
  expect(terms.withdrawnAt).not.toBeNull()
  expect((await withdrawTerms(built.adminContext, { termsId: next.id })).terms.withdrawnAt).toEqual(
    terms.withdrawnAt,
  )
  await expect(accepting(built.member('parts'), next)).rejects.toMatchObject({
    code: 'TERMS_NOT_OPEN',
    reason: 'WITHDRAWN',
  })
  await days(built, 2)
  expect((await selling(built, 'wash')).termsId).toBe(built.terms.id)
  const inForce = withdrawTerms(built.adminContext, { termsId: built.terms.id })
  await expect(inForce).rejects.toMatchObject({ code: 'TERMS_NOT_OPEN', reason: 'IN_FORCE' })
})

test('a suspended member does not hold the others up, and comes back only with their terms accepted', async () => {
  const built = await town().open(store)
  const next = await proposing(built)
  await accepting(built.member('wash'), next)
  await suspendMember(built.adminContext, { memberId: built.member('parts').id })
  await days(built, 2)
  expect((await selling(built, 'wash')).termsId).toBe(next.id)
  const back = () => reinstateMember(built.adminContext, { memberId: built.member('parts').id })
  await expect(back()).rejects.toMatchObject({ code: 'TERMS_NOT_ACCEPTED', termsId: next.id })
  await accepting(built.member('parts'), next)
  expect((await back()).member.status).toBe('ACTIVE')
  expect((await selling(built, 'parts')).termsId).toBe(next.id)
})

test('what was agreed cannot be changed by the application', async () => {
  const built = await town().open(store)
  const change = store.prisma.terms.updateMany({
    where: { coalitionId: built.id },
    data: { issueFee: 1n },
  })
  await expect(change).rejects.toThrow(/permission denied/)
})
