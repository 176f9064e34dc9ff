import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { recordPurchase } from '@artel/use-cases'
import { aCoalition, anEndpoint, aSale } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installQueues } from '../queues/install-queues.ts'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { startWorkerProcess, type WorkerProcess } from '../testing/worker-process.ts'

const long = process.env.ARTEL_CRASH_LONG === '1'
const KILLS = long ? 30 : 3
const SALES_A_ROUND = 150
const LIMIT_MS = long ? 900_000 : 180_000

let database: TestDatabase
let receiver: Receiver
let worker: WorkerProcess | undefined
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
  receiver = await startReceiver()
})
afterAll(async () => {
  await worker?.kill()
  await receiver?.stop()
  await database?.drop()
})

test(
  'a worker killed at any moment loses no event, and what comes twice comes under the same id',
  async () => {
    const { store, databaseUrl } = database
    const town = await aCoalition().withMember('shop').withCustomer('Anna').open(store)
    const { context } = town.member('shop')
    const eventKinds = ['purchase.recorded']
    for (const path of ['/one', '/two']) await anEndpoint(context, `${receiver.url}${path}`, { eventKinds })
    const start = () =>
      startWorkerProcess(databaseUrl, {
        leaseSeconds: 1,
        webhooks: { allowPrivate: true, attemptLeaseSeconds: 2 },
      })
    const sold: string[] = []
    const sell = async () => {
      const sales = Array.from({ length: SALES_A_ROUND }, () =>
        recordPurchase(context, aSale(town.customer('Anna'))),
      )
      for (const { purchase } of await Promise.all(sales)) sold.push(purchase.receiptRef)
    }
    let killedAtWork = 0
    for (let kills = 0; kills < KILLS; kills += 1) {
      await sell()
      const before = receiver.received.length
      worker = await start()
      // Half of the kills hit a worker that is sending, half one that may only have written down what to send.
      if (kills % 2 === 0)
        await expect.poll(() => receiver.received.length, { interval: 2 }).toBeGreaterThan(before)
      await delay(randomInt(0, 30))
      await worker.kill()
      if (new Set(receiver.received.map((message) => message.headers['webhook-id'])).size < sold.length)
        killedAtWork += 1
    }
    expect(killedAtWork).toBeGreaterThan(0)

    worker = await start()
    const left = () => store.prisma.webhookDelivery.count({ where: { status: { not: 'DELIVERED' } } })
    const untold = () => store.prisma.outbox.count({ where: { kind: 'purchase.recorded', sentAt: null } })
    await expect.poll(async () => [await untold(), await left()]).toEqual([0, 0])
    expect(await worker.stop()).toBe(0)
    for (const path of ['/one', '/two']) {
      const messages = receiver.at(path)
      const bodies = new Map(messages.map(({ headers, body }) => [headers['webhook-id'], body]))
      // Each sale under one id, and no id with two bodies.
      expect([...bodies.values()].map((body) => JSON.parse(body).data.receiptRef).sort()).toEqual(
        sold.toSorted(),
      )
      for (const { headers, body } of messages) expect(bodies.get(headers['webhook-id'])).toBe(body)
    }
  },
  LIMIT_MS,
)
