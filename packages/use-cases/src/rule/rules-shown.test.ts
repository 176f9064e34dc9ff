import { points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDefinition } from '../testing/growth-rules.ts'
import { type BuiltCoalition, roubles } from '../testing/index.ts'
import { aSharedRule, aSharingTown, shares } from '../testing/shared-rules.ts'
import { acceptRule } from './accept-rule.ts'
import { draftRule } from './draft-rule.ts'
import { editRule } from './edit-rule.ts'
import { readAskedRules } from './read-asked-rules.ts'
import { readRules, ruleVersionsOf } from './read-rules.ts'
import { scheduleRule } from './schedule-rule.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

const seenBy = async (town: BuiltCoalition, handle: string) =>
  (await readRules(town.member(handle).context, { limit: 20 })).map(({ id }) => id)
const versionsSeenBy = async (town: BuiltCoalition, handle: string) =>
  (
    await store.prisma.ruleVersion.findMany({
      where: { coalitionId: town.id, OR: ruleVersionsOf(town.member(handle).id) },
      orderBy: { version: 'asc' },
    })
  ).map(({ version }) => version)
const maxPerPurchase = roubles(100)

it('a rule of the coalition is shown to members once it is scheduled, where it holds or they pay', async () => {
  const town = await aSharingTown(store)
  const definition = aDefinition({ at: [town.member('service').id], maxPerPurchase })
  const { rule } = await draftRule(town.adminContext, { definition })
  expect(await seenBy(town, 'service')).toEqual([])
  await scheduleRule(town.adminContext, { id: rule.id })
  expect(await seenBy(town, 'service')).toEqual([rule.id])
  expect(await versionsSeenBy(town, 'service')).toEqual([1])
  expect(await seenBy(town, 'wash')).toEqual([])
  expect(await versionsSeenBy(town, 'wash')).toEqual([])
  const everywhere = await aSharedRule(town.adminContext, {}, [])
  expect(await seenBy(town, 'wash')).toEqual([everywhere])
  await editRule(town.adminContext, {
    ...{ id: rule.id, version: 1 },
    definition: aDefinition({ at: [town.member('tyres').id], maxPerPurchase }),
  })
  expect(await seenBy(town, 'service')).toEqual([everywhere])
  expect(await seenBy(town, 'tyres')).toEqual([everywhere, rule.id])
})

it('who was asked to pay for one version does not see the versions that no longer ask it', async () => {
  const town = await aSharingTown(store)
  const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
  const id = await aSharedRule(service.context, { pays: shares(town, ['wash', 10_000]) }, [wash.context])
  expect(await seenBy(town, 'wash')).toEqual([id])
  await editRule(service.context, {
    ...{ id, version: 1 },
    definition: aDefinition({ give: [{ pointsFixed: points(7n) }] }),
  })
  expect(await seenBy(town, 'wash')).toEqual([])
  expect(await versionsSeenBy(town, 'wash')).toEqual([1])
  expect(await versionsSeenBy(town, 'service')).toEqual([1, 2])
})

it('a draft asks nobody yet', async () => {
  const town = await aSharingTown(store)
  const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
  const definition = aDefinition({ pays: shares(town, ['wash', 10_000]), maxPerPurchase })
  const { rule } = await draftRule(service.context, { definition })
  expect(await readAskedRules(wash.context, { limit: 5 })).toEqual([])
  const accepting = acceptRule(wash.context, { id: rule.id, version: 1 })
  await expect(accepting).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await scheduleRule(service.context, { id: rule.id })
  expect(await readAskedRules(wash.context, { limit: 5 })).toMatchObject([{ ruleId: rule.id }])
  await acceptRule(wash.context, { id: rule.id, version: 1 })
})

it('a payer is not asked by one owner for more than it can read', async () => {
  const town = await aSharingTown(store)
  const { service, tyres } = { service: town.member('service'), tyres: town.member('tyres') }
  const definition = aDefinition({ pays: shares(town, ['wash', 10_000]), maxPerPurchase })
  const rules = []
  for (let count = 0; count < 20; count += 1)
    rules.push((await draftRule(service.context, { definition })).rule)
  await expect(draftRule(service.context, { definition })).rejects.toMatchObject({
    ...{ code: 'INVALID_INPUT', path: ['definition', 'pays', '0', 'memberId'] },
  })
  expect(await store.prisma.rule.count({ where: { coalitionId: town.id } })).toBe(20)
  await draftRule(tyres.context, { definition })
  const first = rules[0]?.id ?? ''
  await scheduleRule(service.context, { id: first })
  await acceptRule(town.member('wash').context, { id: first, version: 1 })
  await draftRule(service.context, { definition })
})
