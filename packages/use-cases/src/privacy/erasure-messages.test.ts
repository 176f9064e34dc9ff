import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { type EraseCustomerInput, eraseCustomer } from '../customer/erase-customer.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, anEndpoint, aSale, type BuiltCoalition } from '../testing/index.ts'
import { endWebhookAttempt } from '../webhook/end-attempt.ts'
import { takeDeliveries } from '../webhook/take-deliveries.ts'
import { tellEvents } from '../webhook/tell-events.ts'
import { applyRetention } from './apply-retention.ts'

const NAME = 'Anna Zyxwv'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const request = (customerId: string): EraseCustomerInput => ({
  ...{ customerId, reason: 'CUSTOMER_REQUEST', givesUpPoints: true },
})

/** What the worker does a minute after an erasure. */
async function scrub(built: BuiltCoalition) {
  const due = { coalitionId: built.id, limit: 100, settledSeconds: 0 }
  for (let more = true; more; ) more = (await applyRetention(built.adminContext, due)).more
}

describe('an erasure', () => {
  it('takes what waits to be sent back, so that it is asked for anew', async () => {
    const built = await aCoalition()
      .withMember('wash')
      .withCustomer('Anna', { name: NAME })
      .open(database.store)
    const { id } = built.customer('Anna')
    await anEndpoint(built.adminContext, 'http://127.0.0.1:9/c', { query: '{ viewer { kind } }' })
    await recordPurchase(built.member('wash').context, aSale({ id }))
    const ask = async (name: string) => {
      const due = { coalitionId: built.id, limit: 100, leaseSeconds: 1 }
      await tellEvents(built.adminContext, { coalitionId: built.id, limit: 100 })
      const answerQuery = () => Promise.resolve({ data: { name, id: encodePublicId('customer', id) } })
      return (await takeDeliveries(built.adminContext, { ...due, answerQuery })).attempts
    }
    const [first] = await ask(NAME)
    expect(first?.body).toContain('Zyxwv')
    await eraseCustomer(built.adminContext, request(id))
    await scrub(built)
    await built.store.prisma.webhookDelivery.updateMany({
      where: { coalitionId: built.id },
      data: { nextAttemptAt: new Date(0), leasedUntil: null },
    })
    const again = (await ask('Erased')).find(({ messageId }) => messageId === first?.messageId)
    expect(again?.body).toContain('Erased')
    expect(again?.body).not.toContain('Zyxwv')
  })

  it('destroys no message that tells of somebody else, however short the name or like another', async () => {
    const built = await aCoalition()
      .withMember('wash')
      .withCustomer('Anna', { name: 'a' })
      .withCustomer('Other', { name: 'a' })
      .open(database.store)
    await anEndpoint(built.adminContext, 'http://127.0.0.1:9/d', { query: '{ viewer { kind } }' })
    await recordPurchase(built.member('wash').context, aSale(built.customer('Other')))
    await tellEvents(built.adminContext, { coalitionId: built.id, limit: 100 })
    await takeDeliveries(built.adminContext, {
      ...{ coalitionId: built.id, limit: 100, leaseSeconds: 1 },
      answerQuery: ({ subjectId }) => Promise.resolve({ data: { name: 'a', subjectId } }),
    })
    await eraseCustomer(built.adminContext, request(built.customer('Anna').id))
    await scrub(built)
    const messages = await built.store.prisma.webhookDelivery.findMany({ where: { coalitionId: built.id } })
    const sale = messages.find(({ eventKind }) => eventKind === 'purchase.recorded')
    expect(sale?.body).toContain('"name":"a"')
  })

  it('keeps no answer to a question that was asked before it', async () => {
    const built = await aCoalition()
      .withMember('wash')
      .withCustomer('Anna', { name: NAME })
      .open(database.store)
    const { id } = built.customer('Anna')
    await anEndpoint(built.adminContext, 'http://127.0.0.1:9/e', { query: '{ viewer { kind } }' })
    await recordPurchase(built.member('wash').context, aSale({ id }))
    await tellEvents(built.adminContext, { coalitionId: built.id, limit: 100 })
    let name = NAME
    const { attempts } = await takeDeliveries(built.adminContext, {
      ...{ coalitionId: built.id, limit: 100, leaseSeconds: 60 },
      answerQuery: async () => {
        const data = { name }
        // The answer has been read, and is on its way back to be kept.
        if (name === NAME) {
          name = 'Erased'
          await eraseCustomer(built.adminContext, request(id))
        }
        return { data }
      },
    })
    expect(attempts.length).toBeGreaterThan(0)
    expect(JSON.stringify(attempts)).not.toContain('Zyxwv')
    const [attempt] = attempts
    const { deliveryId, attemptNo } = attempt ?? { deliveryId: '', attemptNo: 0 }
    // Another erasure while the endpoint answers, with what it was sent.
    await eraseCustomer(
      built.adminContext,
      request(
        (await enrolCustomer(built.member('wash').context, { name: 'B', consentVersion: '1' })).customer.id,
      ),
    )
    await endWebhookAttempt(built.adminContext, {
      ...{ coalitionId: built.id, deliveryId, attemptNo, durationMs: 1 },
      ...{ outcome: 'DELIVERED', responseStatus: 200, responseBody: NAME },
      ...{ retryAfterSeconds: null, random: 0 },
    })
    const kept = await built.store.prisma.webhookDelivery.findMany({
      where: { coalitionId: built.id },
      include: { log: true },
    })
    expect(kept.flatMap(({ log }) => log)).toHaveLength(1)
    expect(
      JSON.stringify(kept.map(({ body, log }) => [body, log.map((one) => one.responseBody)])),
    ).not.toContain('Zyxwv')
  })
})
