import { micros, minor, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { acceptTerms, proposeTerms, recordPurchase, windDownCoalition } from '@artel/use-cases'
import { aCoalition, BURN_FUNDED_TERMS } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expireLots } from './expire-lots.ts'
import { revalue } from './revalue.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Moves a sandbox's clock without the work that falls due on the way: that is what is tested. */
const skipDays = (id: string, days: number) =>
  database.store.prisma.coalition.update({
    where: { id },
    data: { clockOffsetSeconds: { increment: BigInt(days) * 86_400n } },
  })

const worker = () => ({
  store: database.store,
  principal: { kind: 'operator' } as const,
  databaseUrl: database.databaseUrl,
})

const town = (terms = {}) =>
  aCoalition({ terms }).withMember('wash').withCustomer('Anna').open(database.store)

async function selling(built: Awaited<ReturnType<typeof town>>) {
  await recordPurchase(built.member('wash').context, {
    customer: { id: built.customer('Anna').id },
    receiptRef: 'R-1',
    total: { amountMinor: minor(100_000n), currency: 'RUB' },
    points: points(0n),
    idempotencyKey: 'sale',
  })
}

test('lots of a silent customer are found, forfeited, and not looked for again at once', async () => {
  const built = await town({ expiryKind: 'INACTIVITY', expiryMonths: 6 })
  await selling(built)
  expect(await expireLots.dueCoalitions(database.store)).toContain(built.id)
  expect(await expireLots.runBatch(worker(), built.id)).toEqual({ done: 0, more: false })
  expect(await expireLots.dueCoalitions(database.store)).not.toContain(built.id)
  await skipDays(built.id, 200)
  expect(await expireLots.dueCoalitions(database.store)).toContain(built.id)
  expect(await expireLots.runBatch(worker(), built.id)).toEqual({ done: 1, more: false })
})

test('what is left in a coalition that has wound down is found and forfeited', async () => {
  const built = await town()
  await selling(built)
  await windDownCoalition(built.adminContext, { reason: 'The end', redemptionDays: 30 })
  expect(await expireLots.dueCoalitions(database.store)).not.toContain(built.id)
  await skipDays(built.id, 31)
  expect(await expireLots.dueCoalitions(database.store)).toContain(built.id)
  expect(await expireLots.runBatch(worker(), built.id)).toMatchObject({ done: 1 })
})

test('a changed R is written down once it is in force, and then no longer due', async () => {
  const built = await town()
  await selling(built)
  const { terms } = await proposeTerms(built.adminContext, {
    startsAt: new Date(Date.now() + 3_600_000),
    terms: { ...BURN_FUNDED_TERMS, reservePrice: micros(950_000n) },
    idempotencyKey: 'p',
  })
  const { id: termsId, contractHash } = terms
  await acceptTerms(built.member('wash').context, { termsId, contractHash, acceptedBy: 'The director' })
  expect(await revalue.dueCoalitions(database.store)).toEqual([])
  await skipDays(built.id, 1)
  expect(await revalue.dueCoalitions(database.store)).toEqual([built.id])
  expect(await revalue.runBatch(worker(), built.id)).toEqual({ done: 1, more: false })
  expect(await revalue.dueCoalitions(database.store)).toEqual([])
})
