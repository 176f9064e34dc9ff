import { minor } from '@artel/ledger'
import { sumOf } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  aTreasurer,
  clockOffsetAt,
  colleagueOf,
  keyed,
  noonOfTenth,
  paidInFull,
  roubles,
} from '../testing/index.ts'
import { approvePlan } from './approve-plan.ts'
import { proposePlan } from './propose-plan.ts'
import { settleDue } from './settle-due.ts'

const DAY_SECONDS = 86_400

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('time alone closes, states, takes silence for acceptance and ends what is paid; two people approve a large plan', async () => {
  const town = await aCoalition({
    clockOffsetSeconds: clockOffsetAt(noonOfTenth(100)),
    terms: { secondApproverAboveMinor: minor(1_000n), minPayoutMinor: minor(500n) },
  })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .open(database.store)
  const worker = { store: town.store, principal: { kind: 'operator' } as const }
  const due = () => settleDue(worker, { coalitionId: town.id })
  const status = async () =>
    (await town.store.prisma.settlementWindow.findFirst({ where: { coalitionId: town.id, windowNo: 1 } }))
      ?.status
  await recordPurchase(town.member('wash').context, aSale(town.customer('Anna'), { total: roubles(20_000) }))
  await recordPurchase(town.member('parts').context, aSale(town.customer('Anna'), { total: roubles(900) }))

  expect(await due()).toMatchObject({ steps: 0 })
  expect(await status()).toBe('OPEN')
  await advanceClock(town.adminContext, { seconds: 32 * DAY_SECONDS })
  expect(await due()).toMatchObject({ steps: 2 })
  expect(await status()).toBe('STATED')
  expect(await due()).toMatchObject({ steps: 0 })
  await advanceClock(town.adminContext, { seconds: 7 * DAY_SECONDS })
  expect(await due()).toMatchObject({ steps: 1 })
  expect(await status()).toBe('AGREED')

  const treasurer = aTreasurer(town)
  const { plan } = await proposePlan(treasurer, { windowNo: 1, ...keyed() })
  // The parts shop owes 4.50, less than is worth a payment.
  expect([sumOf(plan.totalMinor), plan.carried]).toMatchObject([10_000n, [{ amount: '450' }]])
  const approval = { planId: plan.id, planHash: plan.hash }
  const key = keyed()
  expect((await approvePlan(town.adminContext, { ...approval, ...key })).window.status).toBe('AGREED')
  await expect(approvePlan(town.adminContext, { ...approval, ...keyed() })).rejects.toMatchObject({
    code: 'PLAN_APPROVED_ALREADY',
  })
  expect(await approvePlan(town.adminContext, { ...approval, ...key })).toMatchObject({ replayed: true })
  expect(
    (await approvePlan(await colleagueOf(town.adminContext), { ...approval, ...keyed() })).window.status,
  ).toBe('APPROVED')
  expect(await due()).toMatchObject({ steps: 0 })
  await paidInFull(town, treasurer, 1)
  expect(await due()).toMatchObject({ steps: 1 })
  expect(await status()).toBe('SETTLED')
})
