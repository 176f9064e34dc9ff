import { createHash } from 'node:crypto'
import { InvalidInputError } from '@artel/ledger'
import { pilotGroup } from '@artel/rules'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { readPartners } from '../partner/read-partners.ts'
import { planPilot } from '../pilot/plan-pilot.ts'
import { acceptRule } from '../rule/accept-rule.ts'
import { draftRule } from '../rule/draft-rule.ts'
import { pauseRule } from '../rule/pause-rule.ts'
import { scheduleRule } from '../rule/schedule-rule.ts'
import { addToSegment } from '../segment/add-to-segment.ts'
import { createSegment } from '../segment/create-segment.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { type BuiltCoalition, roubles } from '../testing/index.ts'
import { localDay } from '../testing/local-days.ts'
import { aSharedRule, aSharingTown } from '../testing/shared-rules.ts'
import { readOffers } from './read-offers.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

const anonymous = (): Context => ({ store, principal: { kind: 'anonymous' } })
const asCustomer = (town: BuiltCoalition, who: string): Context => ({
  store,
  principal: {
    ...{ kind: 'customer', coalitionId: town.id, memberId: town.member('wash').id, tokenId: 'token' },
    ...{ customerId: town.customer(who).id, scopes: new Set(), maxPoints: null, origin: null },
  },
})
const shown = async (context: Context, town: BuiltCoalition) =>
  (await readOffers(context, { memberId: town.member('wash').id, limit: 101 }))?.map(
    ({ rule }) => rule.ruleId,
  )
const scheduled = async (context: Context, over: Parameters<typeof aDefinition>[0]) =>
  aSharedRule(context, { ...over, maxPerPurchase: null }, [])

it('what holds today is shown, newest first, in pages: no draft, nothing paused, over or to come, and nothing that a payer has not accepted', async () => {
  const town = await aSharingTown(store)
  const { context } = town.member('service')
  const first = await scheduled(context, {})
  await draftRule(context, { definition: aDefinition() })
  await pauseRule(context, { id: await scheduled(context, {}) })
  await scheduled(context, { schedule: { fromDay: localDay(1) } })
  const asked = aDefinition({
    give: [{ voucher: { at: [town.member('wash').id], validDays: 14, discountFixed: roubles(100) } }],
  })
  const { rule } = await draftRule(context, { definition: asked })
  await scheduleRule(context, { id: rule.id })
  expect(await shown(anonymous(), town)).toEqual([first])
  await acceptRule(town.member('wash').context, { id: rule.id, version: 1 })
  expect(await shown(anonymous(), town)).toEqual([rule.id, first])
  expect(await shown(town.member('tyres').context, town)).toEqual([rule.id, first])
  const memberId = town.member('wash').id
  const [offer] = (await readOffers(anonymous(), { memberId, limit: 1 })) ?? []
  expect(offer).toMatchObject({ memberId: town.member('service').id, takenAt: [memberId] })
  const rest = await readOffers(anonymous(), { memberId, after: rule.id, limit: 5 })
  expect(rest?.map((each) => each.rule.ruleId)).toEqual([first])
})

it('a code stays secret, a segment is for those in it, and who is held out reads of no trial, signed in or out', async () => {
  const town = await aSharingTown(store, {}, ['Anna', 'Boris', 'Clara', 'Dmitri', 'Elena', 'Fyodor'])
  const { context } = town.member('wash')
  await scheduled(context, { if: { code: 'SECRET' } })
  const { segment } = await createSegment(context, { name: { en: 'Taxi', ru: 'Такси' } })
  await addToSegment(context, { id: segment.id, customers: [{ id: town.customer('Anna').id }] })
  const taxi = await scheduled(context, {
    if: { customer: { segments: [encodePublicId('segment', segment.id)] } },
  })
  expect(await shown(anonymous(), town)).toEqual([])
  expect(await shown(asCustomer(town, 'Anna'), town)).toEqual([taxi])
  expect(await shown(asCustomer(town, 'Boris'), town)).toEqual([])

  const days = { fromDay: localDay(1), toDay: localDay(14) }
  const { pilot } = await planPilot(town.adminContext, {
    ...{ name: { en: 'A trial', ru: 'Проба' }, controlBps: 5_000, baseDays: 30, ...days },
  })
  const tried = await scheduled(context, { pilotId: pilot.id, schedule: days })
  await advanceClock(town.adminContext, { seconds: 2 * 86_400 })
  await pauseRule(context, { id: taxi })
  expect(await shown(anonymous(), town)).toEqual([])
  for (const who of ['Anna', 'Boris', 'Clara', 'Dmitri', 'Elena', 'Fyodor']) {
    const isHeldOut = pilotGroup(pilot, town.customer(who).id, sha256) === 'CONTROL'
    expect([who, await shown(asCustomer(town, who), town)]).toEqual([who, isHeldOut ? [] : [tried]])
  }
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

it('members that are not active are neither partners nor places of an offer', async () => {
  const town = await aSharingTown(store)
  const [service, wash, tyres] = ['service', 'wash', 'tyres'].map((handle) => town.member(handle))
  const own = await scheduled(service?.context as Context, {})
  const { rule } = await draftRule(town.adminContext, {
    definition: aDefinition({ at: [service?.id ?? '', tyres?.id ?? ''], maxPerPurchase: roubles(100) }),
  })
  await scheduleRule(town.adminContext, { id: rule.id })
  const ask = { memberId: wash?.id ?? '', limit: 101 }
  const partners = async () => (await readPartners(anonymous(), ask))?.map(({ member }) => member.handle)
  const at = async () => (await readOffers(anonymous(), ask))?.map((offer) => [offer.rule.ruleId, offer.at])
  expect(await partners()).toEqual(['service', 'wash', 'tyres'])
  await suspendMember(town.adminContext, { memberId: service?.id ?? '' })
  expect(await partners()).toEqual(['wash', 'tyres'])
  expect(await at()).toEqual([[rule.id, [tyres?.id]]])
  await suspendMember(town.adminContext, { memberId: tyres?.id ?? '' })
  expect(await at()).toEqual([])
  expect(own).toBeTruthy()
  // A page of a member that has gone has no coalition.
  expect(await readOffers(anonymous(), { ...ask, memberId: tyres?.id ?? '' })).toBeNull()
  expect(await readPartners(anonymous(), { ...ask, memberId: tyres?.id ?? '' })).toBeNull()
  await expect(readPartners(anonymous(), { limit: 1 })).rejects.toThrow(InvalidInputError)
  const pages = await readPartners(anonymous(), { ...ask, limit: 1 })
  expect(pages).toMatchObject([{ earnRule: { kind: 'PERCENT', percentBps: 500n } }])
})
