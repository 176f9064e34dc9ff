import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { captureHold } from '../hold/capture-hold.ts'
import { createHold } from '../hold/create-hold.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aCashier, aTill, signInAt, staffAt, type TillContext } from '../testing/a-till.ts'
import { signedIn } from '../testing/people.ts'
import { aHold, aSale, roubles } from '../testing/sales.ts'
import { recordPurchase } from './record-purchase.ts'
import { refundPurchase } from './refund-purchase.ts'

let database: TestDatabase
let town: BuiltCoalition
let till: TillContext
let cashier: { readonly personId: string; readonly context: Context }
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').withCustomer('Anna').open(database.store)
  till = await aTill(town)
  const { personId } = await aCashier(town)
  cashier = { personId, context: await signedIn(town, (await signInAt(till, personId)).secret) }
})
afterAll(() => database.drop())

const acts = () => database.store.prisma.actBy.findMany({ where: { coalitionId: town.id } })
const actOf = async (documentId: string) => (await acts()).find((act) => act.documentId === documentId)
const eventOf = async (subjectId: string) =>
  (await database.store.prisma.outbox.findFirstOrThrow({ where: { coalitionId: town.id, subjectId } }))
    .payload
const sellAs = (context: Context, overrides: Parameters<typeof aSale>[1] = {}) =>
  recordPurchase(context, aSale(town.customer('Anna'), overrides))

describe('who is signed in at a till', () => {
  it('stands beside the sale, the hold, the capture and the refund, with the till, and in their events', async () => {
    const { purchase } = await sellAs(cashier.context)
    const { hold } = await createHold(cashier.context, aHold(town.customer('Anna'), { points: points(20n) }))
    const captured = await captureHold(cashier.context, {
      ...{ holdId: hold.id, receiptRef: 'captured', total: roubles(100), idempotencyKey: 'captured' },
    })
    const { refund } = await refundPurchase(cashier.context, {
      ...{ purchase: { id: purchase.id }, amount: roubles(10), reason: 'x', idempotencyKey: 'refunded' },
    })
    const by = { personId: cashier.personId, tillId: till.principal.tillId }
    for (const id of [purchase.id, hold.id, captured.purchase.id, refund.id]) {
      expect(await actOf(id)).toMatchObject(by)
      expect(await eventOf(id)).toMatchObject(by)
    }
  })

  it('stands as it was first recorded, whoever sends the command again', async () => {
    const sale = aSale(town.customer('Anna'))
    const { purchase } = await recordPurchase(cashier.context, sale)
    const again = await recordPurchase(town.member('wash').context, sale)
    expect(again).toMatchObject({ replayed: true, purchase: { id: purchase.id } })
    const other = await aCashier(town)
    const next = await signedIn(town, (await signInAt(await aTill(town), other.personId)).secret)
    expect((await recordPurchase(next, sale)).replayed).toBe(true)
    expect(await actOf(purchase.id)).toMatchObject({ personId: cashier.personId })
  })
})

it('who is signed in by e-mail is named without a till', async () => {
  const person = await staffAt(town, 'wash', 'MEMBER_MANAGER')
  const { purchase } = await sellAs(await signedIn(town, person.secret))
  expect(await actOf(purchase.id)).toMatchObject({ personId: person.personId, tillId: null })
  expect(await eventOf(purchase.id)).not.toHaveProperty('tillId')
})

it("a member's server leaves no row and no name", async () => {
  const before = (await acts()).length
  const { purchase } = await sellAs(town.member('wash').context)
  expect(await acts()).toHaveLength(before)
  expect(await eventOf(purchase.id)).not.toHaveProperty('personId')
})

it('after all of it the books verify clean', async () => {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl })).findings).toEqual([])
})
