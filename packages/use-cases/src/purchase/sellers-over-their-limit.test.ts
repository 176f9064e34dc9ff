import { micros, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { roubles } from '../testing/index.ts'
import { aSharedRule, aSharingTown, owes, sell, shares } from '../testing/shared-rules.ts'
import { quotePurchase } from './quote-purchase.ts'
import { readRules } from './stored-rules.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it.each([
  ['half', 5_000],
  ['all', 10_000],
])(
  'a rule of the coalition that the seller pays for by %s gives nothing where that passes its limit, and the sale goes on',
  async (_share, bps) => {
    const town = await aSharingTown(database.store, { creditLimit: micros(100_000_000n) })
    const [service, wash] = [town.member('service'), town.member('wash')]
    const pays = shares(town, ['service', bps], ...(bps < 10_000 ? [['wash', 10_000 - bps] as const] : []))
    await aSharedRule(
      town.adminContext,
      { at: [service.id], pays, give: [{ pointsFixed: points(20n) }], if: { code: 'SPRING' } },
      bps < 10_000 ? [service.context, wash.context] : [service.context],
    )
    expect(await sell(town, { total: roubles(1_900) })).toMatchObject({ pointsEarned: 95n })
    expect(await owes(town, 'service')).toBe(95_000_000n)
    // Too little for its earn rule to give anything.
    const bill = { total: roubles(10), code: 'SPRING' }
    const quote = await quotePurchase(service.context, { ...bill, customer: town.customer('Anna') })
    expect(quote).toMatchObject({ pointsToEarn: 0n, earningCredit: 'ALLOWED' })
    expect(quote.skipped).toMatchObject([{ reason: 'PAYER_LIMIT' }])
    const purchase = await sell(town, bill)
    expect(purchase).toMatchObject({ pointsEarned: 0n })
    expect(readRules(purchase.rules)?.skipped).toMatchObject([{ reason: 'PAYER_LIMIT' }])
    // Its own earning is its own affair, as ever.
    await expect(sell(town, { total: roubles(200), code: 'SPRING' })).rejects.toMatchObject({
      code: 'CREDIT_LIMIT_REACHED',
    })
  },
)
