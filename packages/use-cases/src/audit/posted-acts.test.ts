import { generateKeyPairSync } from 'node:crypto'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { registerTokenKey } from '../keys/register-token-key.ts'
import { rotateTokenKey } from '../keys/rotate-token-key.ts'
import { updateMember } from '../member/update-member.ts'
import { awardPromo } from '../points/award-promo.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { approveLateSale } from '../purchase/approve-sale.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aSale, type BuiltCoalition, keyed, roubles } from '../testing/index.ts'
import { readDetails } from './details.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
    .withMember('shop')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .withCustomer('Clara')
    .open(database.store)
})
afterAll(() => database.drop())

const eventsOf = (act: string) =>
  database.store.prisma.auditEvent.findMany({
    where: { coalitionId: town.id, act },
    orderBy: { position: 'asc' },
  })
const countOf = () => database.store.prisma.auditEvent.count({ where: { coalitionId: town.id } })
/** An administrator of whom the log takes no event. */
const unheard = (): Context => ({
  ...town.adminContext,
  from: { door: 'nowhere' as 'API', network: null, requestId: null },
})
const statusOf = async (name: string) =>
  (await database.store.prisma.customer.findFirstOrThrow({ where: { id: town.customer(name).id } })).status

it('a merge is posted together with its event or not at all, and a replay tells nothing anew', async () => {
  const [anna, boris] = [town.customer('Anna'), town.customer('Boris')]
  await recordPurchase(town.member('shop').context, aSale(anna, { total: roubles(1_000) }))
  const input = { customer: { id: anna.id }, into: { id: boris.id }, ...keyed() }
  await expect(mergeCustomers(unheard(), input)).rejects.toThrow()
  expect(await statusOf('Anna')).toBe('ACTIVE')
  await mergeCustomers(town.adminContext, input)
  expect(await statusOf('Anna')).toBe('CLOSED')
  await mergeCustomers(
    { ...town.adminContext, from: { door: 'API', network: null, requestId: 'again' } },
    input,
  )
  expect(await eventsOf('customerMerge')).toMatchObject([
    { actorKind: 'KEY', actorId: town.admin.keyId, requestId: null, subjectId: anna.id },
  ])
})

it('points that an administrator gives within the limit are told with who pays; a member gives its own untold', async () => {
  const { id } = town.customer('Clara')
  const payers = [{ memberId: town.member('shop').id, share: 1 }]
  const award = () => ({ customer: { id }, points: points(5n), payers, ...keyed() })
  await expect(awardPromo(unheard(), award())).rejects.toThrow()
  const asked = award()
  expect(await awardPromo(town.adminContext, asked)).toMatchObject({ balanceAfter: 5n, replayed: false })
  expect(await awardPromo(town.adminContext, asked)).toMatchObject({ replayed: true })
  // Of two at once on one customer, and with a sale beside them, each is told once.
  await Promise.all([
    ...[award(), award()].map((one) => awardPromo(town.adminContext, one)),
    recordPurchase(town.member('shop').context, aSale(town.customer('Clara'))),
  ])
  await awardPromo(town.member('shop').context, { customer: { id }, points: points(7n), ...keyed() })
  const events = await eventsOf('promoAward')
  expect(events.map(({ subjectId }) => subjectId)).toEqual([id, id, id])
  expect(readDetails(events[0]?.details ?? '')).toMatchObject([
    { name: 'payers', after: expect.stringMatching(/^\["mbr_\w+ 1"\]$/) },
    { name: 'points', after: '5' },
  ])
})

it('a change of a coalition is told when there is one, with what it really was before', async () => {
  await updateCoalition(town.adminContext, { coverageAnonymous: false })
  const before = await countOf()
  await updateCoalition(town.adminContext, { coverageAnonymous: false })
  expect(await countOf()).toBe(before)
  const limits = [1n, 2n]
  await Promise.all(
    limits.map((limit) => updateCoalition(town.adminContext, { confirmSpendingAbovePoints: points(limit) })),
  )
  const changes = (await eventsOf('coalitionUpdate')).flatMap(({ details }) =>
    readDetails(details).filter(({ name }) => name === 'confirmSpendingAbovePoints'),
  )
  // Each begins where the one before ended.
  expect(changes.map(({ before: was }) => was)).toEqual([
    null,
    ...changes.slice(0, -1).map(({ after }) => after),
  ])
})

it('neither names, nor addresses with what may be a secret, nor receipts get into the log', async () => {
  const shop = town.member('shop')
  await updateMember(shop.context, {
    name: 'Pyotr Ivanov, sole trader',
    brandLogoUrl: 'https://img.example/logo.svg?token=hidden',
  })
  const [changed] = await eventsOf('memberUpdate')
  expect(readDetails(changed?.details ?? '')).toEqual([
    { name: 'brandLogoHost', before: null, after: 'img.example' },
    { name: 'changed', before: null, after: '["name","brandLogoUrl"]' },
  ])
  await approveLateSale(town.adminContext, { memberId: shop.id, receiptRef: '+79120000001', reason: 'Late' })
  const [approved] = await eventsOf('lateSaleApprove')
  expect(approved?.details).toMatch(/^\{"receiptHash":"[0-9a-f]{64}"\}$/)
})

it('a signing key that takes the place of another is told in the transaction of it', async () => {
  const { context } = town.member('shop')
  const jwk = () => ({ ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) })
  await registerTokenKey(context, { kid: 'old', publicJwk: jwk() })
  const input = { kid: 'new', publicJwk: jwk(), replaces: 'old', overlapHours: 1 }
  await expect(rotateTokenKey({ ...context, from: unheard().from }, input)).rejects.toThrow()
  expect(await database.store.prisma.tokenKey.count({ where: { coalitionId: town.id, kid: 'new' } })).toBe(0)
  await rotateTokenKey(context, input)
  const [told] = await eventsOf('tokenKeyRotate')
  expect(readDetails(told?.details ?? '')).toContainEqual({ name: 'kid', before: 'old', after: 'new' })
})
