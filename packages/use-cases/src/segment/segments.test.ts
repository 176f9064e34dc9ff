import { InvalidInputError, NotFoundError, points, SegmentInUseError } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eraseCustomer } from '../customer/erase-customer.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { draftRule } from '../rule/draft-rule.ts'
import { dryRunRule } from '../rule/dry-run-rule.ts'
import { endRule } from '../rule/end-rule.ts'
import { scheduleRule } from '../rule/schedule-rule.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { addToSegment } from './add-to-segment.ts'
import { createSegment } from './create-segment.ts'
import { deleteSegment } from './delete-segment.ts'
import { readSegments } from './read-segments.ts'
import { removeFromSegment } from './remove-from-segment.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna', { phone: '+79120000001', reference: 'a-1' })
    .withCustomer('Boris', { phone: '+79120000002' })
    .open(database.store)
})
afterAll(() => database.drop())

const wash = () => town.member('wash').context
const name = { en: 'Drivers', ru: 'Водители' }
const made = async (context = wash()) => (await createSegment(context, { name })).segment
const by = (who: string) => ({ id: town.customer(who).id })
const asking = (id: string) =>
  aDefinition({ if: { customer: { segments: [encodePublicId('segment', id)] } } })

async function running(id: string, context = wash()): Promise<string> {
  const { rule } = await draftRule(context, { definition: asking(id) })
  await scheduleRule(context, { id: rule.id })
  return rule.id
}

/** Points of the rule, a hundred or none, beside the fifty of the earn rule. */
const earned = async (who: string, context = wash()) =>
  (await recordPurchase(context, aSale(town.customer(who)))).purchase.pointsEarned

const isClean = async () =>
  (await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings

describe('a segment', () => {
  it('gives to who is in it and to nobody else, from the next sale on; the refund takes it back', async () => {
    const { id } = await made()
    await running(id)
    expect(await earned('Anna')).toBe(50n)
    expect(await addToSegment(wash(), { id, customers: [by('Anna')] })).toMatchObject({
      added: 1,
      notFound: [],
    })
    const quote = await quotePurchase(wash(), {
      customer: by('Anna'),
      total: roubles(1000),
      points: points(0n),
    })
    expect(quote.pointsToEarn).toBe(150n)
    const { purchase } = await recordPurchase(wash(), aSale(town.customer('Anna')))
    expect(purchase.pointsEarned).toBe(150n)
    const boris = await quotePurchase(wash(), {
      customer: by('Boris'),
      total: roubles(1000),
      points: points(0n),
    })
    expect(boris).toMatchObject({ pointsToEarn: 50n, skipped: [{ reason: 'NOT_THIS_CUSTOMER' }] })
    const nobody = await quotePurchase(wash(), { total: roubles(1000), points: points(0n) })
    expect(nobody).toMatchObject({ pointsToEarn: 50n, skipped: [{ reason: 'NOT_THIS_CUSTOMER' }] })
    const { refund } = await refundPurchase(wash(), {
      purchase: { id: purchase.id },
      reason: 'Wrong oil',
      idempotencyKey: uuidv7(),
    })
    expect(refund.pointsRecovered).toBe(150n)
    await removeFromSegment(wash(), { id, customers: [by('Anna')] })
    expect(await earned('Anna')).toBe(50n)
    expect(await isClean()).toEqual([])
  })

  it('takes a list by phone, reference and id, once each, and says who was not found', async () => {
    const { id } = await made()
    const customers = [
      ...[{ phone: '8 912 000-00-02' }, { reference: 'a-1' }, { phone: '+79129999999' }, by('Anna')],
      { id: '01960000-0000-7000-8000-0000000000ff' },
    ]
    expect(await addToSegment(wash(), { id, customers })).toMatchObject({ added: 2, notFound: [2, 4] })
    expect(await addToSegment(wash(), { id, customers })).toMatchObject({ added: 0, notFound: [2, 4] })
    expect(await removeFromSegment(wash(), { id, customers })).toMatchObject({ removed: 2, notFound: [2, 4] })
    await expect(addToSegment(wash(), { id, customers: [] })).rejects.toThrow(InvalidInputError)
    await expect(addToSegment(wash(), { id, customers: [by('Anna'), { phone: '7' }] })).rejects.toMatchObject(
      {
        path: ['customers', '1', 'phone'],
      },
    )
    expect(await database.store.prisma.segmentCustomer.count({ where: { segmentId: id } })).toBe(0)
  })

  it("is its owner's: another member neither fills it, names it in a rule, nor sees it", async () => {
    const { id } = await made()
    const cafe = town.member('cafe').context
    await expect(addToSegment(cafe, { id, customers: [by('Anna')] })).rejects.toThrow(NotFoundError)
    await expect(deleteSegment(cafe, { id })).rejects.toThrow(NotFoundError)
    await expect(draftRule(cafe, { definition: asking(id) })).rejects.toMatchObject({
      path: ['definition', 'if', 'customer', 'segments', '0'],
    })
    await expect(dryRunRule(cafe, { definition: asking(id) })).rejects.toThrow(InvalidInputError)
    expect(await readSegments(cafe, { limit: 9 })).toEqual([])
  })

  it("of the coalition is for every member's rules, and filled by the coalition alone", async () => {
    const { id } = await made(town.adminContext)
    await expect(addToSegment(wash(), { id, customers: [by('Anna')] })).rejects.toThrow(NotFoundError)
    await addToSegment(town.adminContext, { id, customers: [by('Anna')] })
    await running(id)
    await running(id, town.member('cafe').context)
    expect(await earned('Anna')).toBe(150n)
    expect(await earned('Anna', town.member('cafe').context)).toBe(150n)
    expect(await readSegments(wash(), { limit: 9 })).toMatchObject([{ id }])
  })

  it('is not deleted while a rule asks for it, and is gone for good afterwards', async () => {
    const { id } = await made()
    await addToSegment(wash(), { id, customers: [by('Anna')] })
    const ruleId = await running(id)
    await expect(deleteSegment(wash(), { id })).rejects.toThrow(new SegmentInUseError({ ruleId }))
    await endRule(wash(), { id: ruleId })
    await deleteSegment(wash(), { id })
    await expect(addToSegment(wash(), { id, customers: [by('Anna')] })).rejects.toThrow(NotFoundError)
    await expect(draftRule(wash(), { definition: asking(id) })).rejects.toThrow(InvalidInputError)
    expect(await database.store.prisma.segmentCustomer.count({ where: { segmentId: id } })).toBe(0)
  })

  it('of a rule and its deletion at once one is refused', async () => {
    const { id } = await made()
    const [drafted, deleted] = await Promise.allSettled([
      draftRule(wash(), { definition: asking(id) }),
      deleteSegment(wash(), { id }),
    ])
    expect([drafted, deleted].filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('goes on with the survivor of a merge, and not after an erasure', async () => {
    const { id } = await made()
    await running(id)
    await addToSegment(wash(), { id, customers: [by('Anna')] })
    const into = { customer: by('Anna'), into: by('Boris') }
    await mergeCustomers(town.adminContext, { ...into, idempotencyKey: uuidv7() })
    const members = () => database.store.prisma.segmentCustomer.findMany({ where: { segmentId: id } })
    expect(await members()).toMatchObject([{ customerId: by('Boris').id }])
    // Her phone leads to the survivor, who is in it.
    expect(await addToSegment(wash(), { id, customers: [{ phone: '+79120000001' }] })).toMatchObject({
      ...{ added: 0, notFound: [] },
    })
    expect(await earned('Boris')).toBe(150n)
    await eraseCustomer(town.adminContext, {
      ...{ customerId: by('Boris').id, reason: 'CUSTOMER_REQUEST', givesUpPoints: true },
    })
    expect(await members()).toEqual([])
    expect(await isClean()).toEqual([])
  })
})
