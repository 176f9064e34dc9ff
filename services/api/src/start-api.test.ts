import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { openStore } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './start-api.ts'
import { gatedStore } from './testing/gated-store.ts'
import { freshKey, RECORD, roubles } from './testing/operations.ts'
import { callApi } from './testing/test-api.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const start = (options: Partial<Parameters<typeof startApi>[0]> = {}) =>
  startApi({ store: database.store, port: 0, host: '127.0.0.1', log, ...options })

test('is healthy and ready', async () => {
  const api = await start()
  const health = await fetch(`${api.url}/healthz`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  const ready = await fetch(`${api.url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  await api.stop()
  await expect(fetch(`${api.url}/healthz`)).rejects.toThrow()
})

test('a taken port is an error, not a wait', async () => {
  const api = await start()
  await expect(start({ port: api.port })).rejects.toThrow('EADDRINUSE')
  await api.stop()
})

// Linux answers on all of 127.0.0.0/8, so that 127.0.0.2 stands for another address of the machine.
test.runIf(process.platform === 'linux')('listens on 127.0.0.1 alone, unless told otherwise', async () => {
  const statusAt = async (options: { host?: string }) => {
    const api = await startApi({ store: database.store, port: 0, log, ...options })
    const status = await fetch(`http://127.0.0.2:${api.port}/healthz`).then(
      (response) => response.status,
      ({ cause }) => cause.code,
    )
    await api.stop()
    return status
  }
  expect(await statusAt({})).toBe('ECONNREFUSED')
  expect(await statusAt({ host: '0.0.0.0' })).toBe(200)
})

describe('without a database', () => {
  test('is healthy, not ready, answers UNAVAILABLE with Retry-After, and recovers by itself', async () => {
    const wire = await cuttableWire(database.databaseUrl)
    const store = await openStore({ databaseUrl: wire.databaseUrl })
    const town = await aCoalition().withMember('wash').open(store)
    const api = await start({ store })
    wire.cut()
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${api.url}/readyz`)).status).toBe(503)
    const answer = await callApi(api.url, { query: '{ viewer { kind } }' }, { key: town.adminKey })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('1')
    // Whose request it is cannot be told: it is counted for nobody.
    expect(answer.headers.get('ratelimit')).toBeNull()
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'UNAVAILABLE',
      retryable: true,
      retryAfterMs: 1_000,
    })
    const fromPage = await callApi(
      api.url,
      { query: '{ viewer { kind } }' },
      { headers: { origin: 'https://wash.example' } },
    )
    expect([fromPage.status, fromPage.errors[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE'])
    await wire.mend()
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
    expect((await callApi(api.url, { query: '{ viewer { kind } }' }, { key: town.adminKey })).status).toBe(
      200,
    )
    await api.stop()
    await store.close()
    wire.cut()
  })
})

describe('stop', () => {
  test('lets a request in flight finish, then closes', async () => {
    const town = await aCoalition()
      .withMember('wash')
      .withCustomer('Anna', { reference: 'anna' })
      .open(database.store)
    const gate = gatedStore(database.store)
    const api = await start({ store: gate.store })
    const input = {
      customer: { reference: 'anna' },
      receiptRef: 'last',
      total: roubles(100),
      idempotencyKey: freshKey(),
    }
    const inFlight = callApi(
      api.url,
      { query: RECORD, variables: { input } },
      { key: town.member('wash').apiKey },
    )
    await gate.reached
    const stopped = api.stop()
    await expect(fetch(`${api.url}/healthz`)).rejects.toThrow()
    gate.open()
    expect((await inFlight).data.purchaseRecord).toMatchObject({ replayed: false, balanceAfter: '5' })
    await stopped
  })

  test('cuts off what does not finish within the bound', async () => {
    const api = await start({ config: { drainMs: 50 } })
    const socket = connect(api.port, '127.0.0.1')
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    )
    await api.stop()
    await closed
    expect(socket.destroyed).toBe(true)
  })

  test('twice is once', async () => {
    const api = await start()
    await Promise.all([api.stop(), api.stop()])
  })
})

/** A wire to the database that can be cut and mended: connections break as they do when the server goes away. */
async function cuttableWire(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const listenOn = (port: number) =>
    new Promise<Server>((resolve) => {
      const server = createServer((near) => {
        const far = connect(Number(target.port), target.hostname)
        for (const [from, to] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(from)
          from.on('error', () => to.destroy())
          from.on('close', () => to.destroy())
          from.pipe(to)
        }
      }).listen(port, '127.0.0.1', () => resolve(server))
    })
  let server = await listenOn(0)
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    databaseUrl: url.toString(),
    cut: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    mend: async () => {
      server = await listenOn(port)
    },
  }
}
