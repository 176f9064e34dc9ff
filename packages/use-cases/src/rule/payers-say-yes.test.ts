import { points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { readRules } from '../purchase/stored-rules.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { type BuiltCoalition, localDay, noonOf, roubles } from '../testing/index.ts'
import { aSharedRule, aSharingTown, sell, shares } from '../testing/shared-rules.ts'
import { acceptRule } from './accept-rule.ts'
import { declineRule } from './decline-rule.ts'
import { draftRule } from './draft-rule.ts'
import { editRule } from './edit-rule.ts'
import { readAskedRules } from './read-asked-rules.ts'

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

describe('nobody is charged by another rule', () => {
  it('before it accepted that very version, nor once it took the acceptance back', async () => {
    const town = await aSharingTown(store)
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

  it('by an answer that somebody wrote over: who said what, and when, stands', async () => {
    const town = await aSharingTown(store)
    const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
    const id = await aSharedRule(service.context, { pays: shares(town, ['wash', 10_000]) }, [])
    await declineRule(wash.context, { id, version: 1 })
    const where = { coalitionId: town.id, payerId: wash.id }
    const before = await store.prisma.ruleAcceptance.findFirstOrThrow({ where })
    for (const data of [
      { answeredById: service.id },
      { answeredAt: new Date(0), answer: 'ACCEPTED' },
      { answeredAt: new Date() },
      { answer: 'ASKED', answeredAt: null, answeredById: null },
    ])
      await expect(store.prisma.ruleAcceptance.updateMany({ where, data })).rejects.toThrow(
        /what a payer has answered stands/,
      )
    expect(await store.prisma.ruleAcceptance.findFirstOrThrow({ where })).toEqual(before)
    await acceptRule(wash.context, { id, version: 1 })
    expect(await store.prisma.ruleAcceptance.findFirstOrThrow({ where })).toMatchObject({
      answer: 'ACCEPTED',
    })
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
    const town = await aSharingTown(store)
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
    const [town, far] = [await aSharingTown(store), await aSharingTown(store)]
    const pays = [{ memberId: far.member('wash').id, shareBps: 10_000 }]
    const drafting = draftRule(town.member('service').context, {
      definition: aDefinition({ pays, maxPerPurchase: roubles(1) }),
    })
    await expect(drafting).rejects.toMatchObject({ path: ['definition', 'pays', '0', 'memberId'] })
  })

  it('by a sale that is handed in on a later day', async () => {
    const town = await aSharingTown(store)
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
  const town = await aSharingTown(store, { creditLimit: roubles(150).amountMinor * 10_000n })
  const wash = town.member('wash').context
  await aSharedRule(town.member('service').context, { pays: shares(town, ['wash', 10_000]) }, [wash])
  expect(await sell(town)).toMatchObject({ pointsEarned: 150n })
  const next = await sell(town)
  expect(next.pointsEarned).toBe(50n)
  expect(readRules(next.rules)?.skipped).toMatchObject([{ reason: 'PAYER_LIMIT' }])
  await isSound(town)
})
