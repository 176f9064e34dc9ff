import { points } from '@artel/ledger'
import { newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition } from '../testing/a-coalition.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { localDay } from '../testing/local-days.ts'
import { aSale, roubles } from '../testing/sales.ts'
import type { RuleDefinitionInput } from './definition-input.ts'
import { dryRunRule } from './dry-run-rule.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** ISO date of so many days from today. */

describe('a dry run', () => {
  it('says what the purchases of last month would have got, and writes nothing', async () => {
    const own = await aCoalition({ openedDaysAgo: 70, terms: { lateDays: 90 } })
      .withMember('wash')
      .withCustomer('Anna')
      .withCustomer('Boris')
      .open(database.store)
    const { context } = own.member('wash')
    // The month of Moscow, whose clocks are three hours ahead.
    const last = new Date(Date.now() + 3 * 3_600_000)
    last.setUTCDate(1)
    const on = (dayOfMonth: number, hour = 9) =>
      new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - 1, dayOfMonth, hour))
    const sell = (name: string, at: Date, total = 1000) =>
      recordPurchase(context, aSale(own.customer(name), { occurredAt: at, total: roubles(total) }))
    await sell('Anna', on(3))
    await sell('Anna', on(4), 400)
    await sell('Boris', on(12), 2000)
    const before = await database.store.prisma.ruleVersion.count()
    const run = (over: Partial<RuleDefinitionInput>) =>
      dryRunRule(context, { definition: aDefinition({ schedule: { fromDay: localDay(30) }, ...over }) })
    expect(await run({ give: [{ pointsPercentBps: 1_000 }], if: { minTotal: roubles(1000) } })).toMatchObject(
      {
        ...{ purchases: 3, touched: 2, points: 300n, discountMinor: 0n, isStopped: false },
        // R 0.90 and fi 0.10 a point.
        costMinor: 30_000n,
      },
    )
    expect(await run({ give: [{ discountPercentBps: 500 }] })).toMatchObject({
      ...{ touched: 3, points: 0n, discountMinor: 17_000n, costMinor: 17_000n },
    })
    expect(await run({ if: { customer: { firstPurchaseHere: true } } })).toMatchObject({ touched: 2 })
    const once = { limits: { perCustomer: { times: 1, per: 'RULE' as const } } }
    expect(await run(once)).toMatchObject({ touched: 2, points: 200n })
    const budget = { limits: { budget: { points: points(100n), per: 'MONTH' as const } } }
    expect(await run(budget)).toMatchObject({ touched: 1, points: 100n })
    // A rule of the coalition, at the member that is named: paid by the fund, and whoever it names is of the coalition.
    const tried = {
      memberId: own.member('wash').id,
      definition: aDefinition({ maxPerPurchase: roubles(500) }),
    }
    const ofTown = await dryRunRule(own.adminContext, tried)
    expect(ofTown).toMatchObject({ touched: 3, points: 300n, costMinor: 30_000n })
    expect(ofTown.paidBy).toEqual([
      { payerId: own.member('wash').id, points: 0n, discountMinor: 0n },
      { payerId: own.id, points: 300n, discountMinor: 0n },
    ])
    const pays = [{ memberId: newId(), shareBps: 10_000 }]
    const ofStranger = { ...tried, definition: { ...tried.definition, pays } }
    await expect(dryRunRule(own.adminContext, ofStranger)).rejects.toMatchObject({
      ...{ code: 'INVALID_INPUT', path: ['definition', 'pays', '0', 'memberId'] },
    })
    expect(await database.store.prisma.ruleVersion.count()).toBe(before)
  })
})
