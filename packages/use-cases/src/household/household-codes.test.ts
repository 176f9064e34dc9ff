import { points } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { transferPoints } from '../points/transfer-points.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  codeFor,
  codesToJoin,
  joinWithCodes,
  keepingSender,
} from '../testing/index.ts'
import { joinHousehold } from './join-household.ts'
import { leaveHousehold } from './leave-household.ts'

let database: TestDatabase
let store: Store
/** Another process. */
let elsewhere: Store
let town: BuiltCoalition
let shop: Context
let anna: { readonly id: string }
let boris: { readonly id: string }
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  elsewhere = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await elsewhere.close()
  await database.drop()
})
/** Anna has 50 points. */
beforeEach(async () => {
  town = await aCoalition()
    .withMember('shop')
    .withCustomer('Anna', { phone: '+79120000001' })
    .withCustomer('Boris', { email: 'boris@example.com' })
    .open(store)
  shop = { ...town.member('shop').context, sender: keepingSender([]) }
  anna = { id: town.customer('Anna').id }
  boris = { id: town.customer('Boris').id }
  await recordPurchase(shop, aSale(anna))
})

const refused = (code: string, facts: object = {}) => expect.objectContaining({ code, ...facts })
const outcome = (work: Promise<unknown>) => work.then(() => 'done').catch((error: unknown) => error)

async function balance({ id }: { readonly id: string }): Promise<bigint | undefined> {
  const asked = { coalitionId: town.id, customerIds: [id], withLots: false }
  return (await readWallet(town.adminContext, asked)).get(id)?.balance
}

describe('households and transfers', () => {
  test('take a code of both to join and of the giver to give, from administrators too', async () => {
    const pair = { customer: anna, with: boris }
    const admin = { ...town.adminContext, sender: shop.sender }
    for (const context of [shop, admin]) {
      const codes = await codesToJoin(context, pair)
      expect(await outcome(joinHousehold(context, pair))).toEqual(
        refused('CONFIRMATION_REQUIRED', { purpose: 'HOUSEHOLD_JOIN', customerId: anna.id, threshold: null }),
      )
      expect(await outcome(joinHousehold(context, { ...pair, confirmation: codes.confirmation }))).toEqual(
        refused('CONFIRMATION_REQUIRED', { customerId: boris.id, path: ['withConfirmation'] }),
      )
      const crossed = { confirmation: codes.withConfirmation, withConfirmation: codes.confirmation }
      expect(await outcome(joinHousehold(context, { ...pair, ...crossed }))).toEqual(
        refused('CONFIRMATION_INVALID', { reason: 'OTHER_ACT' }),
      )
      await joinHousehold(context, { ...pair, ...codes })
      // They are together: nothing happens, and no code is asked for.
      await joinHousehold(context, pair)
      await leaveHousehold(context, { customer: anna })
      expect(await outcome(joinHousehold(context, { ...pair, ...codes }))).toEqual(
        refused('CONFIRMATION_INVALID', { reason: 'USED' }),
      )
    }
  })

  test('give points to the customer that the code names, not to another of the household', async () => {
    await joinWithCodes(shop, { customer: anna, with: boris })
    const gift = { from: anna, to: boris, points: points(20n), idempotencyKey: uuidv7() }
    expect(await outcome(transferPoints(shop, gift))).toEqual(
      refused('CONFIRMATION_REQUIRED', { purpose: 'POINTS_TRANSFER', customerId: anna.id }),
    )
    const his = await codeFor(shop, {
      purpose: 'POINTS_TRANSFER',
      customer: boris,
      other: anna,
      points: points(20n),
    })
    expect(await outcome(transferPoints(shop, { ...gift, confirmation: his }))).toEqual(
      refused('CONFIRMATION_INVALID', { reason: 'OTHER_ACT' }),
    )
    const hers = await codeFor(shop, {
      purpose: 'POINTS_TRANSFER',
      customer: anna,
      other: boris,
      points: points(20n),
    })
    await transferPoints(shop, { ...gift, confirmation: hers })
    expect(await transferPoints(shop, gift)).toMatchObject({ replayed: true })
    expect([await balance(anna), await balance(boris)]).toEqual([30n, 20n])
  })

  test('are joined once when the same codes come twice at the same time', async () => {
    const pair = { customer: anna, with: boris }
    const codes = await codesToJoin(shop, pair)
    const joins = [store, elsewhere].map((each) =>
      outcome(joinHousehold({ ...shop, store: each }, { ...pair, ...codes })),
    )
    expect(await Promise.all(joins)).toContain('done')
    const joined = await store.prisma.outbox.count({
      where: { coalitionId: town.id, kind: 'customer.household_joined' },
    })
    expect(joined).toBe(1)
  })
})
