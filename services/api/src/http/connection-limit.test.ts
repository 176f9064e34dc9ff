import { connect, type Socket } from 'node:net'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiConfig } from '../config.ts'
import { startApi } from '../start-api.ts'
import { gatedStore } from '../testing/gated-store.ts'
import { callApi } from '../testing/test-api.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const log = pino({ level: 'silent' })
const start = (config: Partial<ApiConfig>, store = database.store) =>
  startApi({ store, port: 0, host: '127.0.0.1', log, config })
const query = '{ viewer { kind } }'

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}

const closed = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.once('error', () => undefined)
    socket.once('close', () => resolve())
    socket.resume()
  })

test('connections of one address beyond the bound are closed at once, whatever their headers say', async () => {
  const api = await start({ maxConnectionsPerAddress: 3 })
  const sockets = [await open(api.port), await open(api.port), await open(api.port)]
  const fourth = await open(api.port)
  fourth.write('GET /healthz HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 203.0.113.9\r\n\r\n')
  await closed(fourth)
  sockets[0]?.destroy()
  const status = () => fetch(`${api.url}/healthz`).then((response) => response.status, String)
  await expect.poll(status).toBe(200)
  for (const socket of sockets) socket.destroy()
  await api.stop()
})

test('behind a proxy the last address of its header is bounded; those before it are of the caller', async () => {
  const town = await aCoalition().open(database.store)
  const gate = gatedStore(database.store)
  const api = await start({ maxConnectionsPerAddress: 1, clientAddressHeader: 'X-Forwarded-For' }, gate.store)
  const from = (addresses: string, key?: string) =>
    callApi(api.url, { query }, { ...(key ? { key } : {}), headers: { 'x-forwarded-for': addresses } })
  const held = from('198.51.100.1, 203.0.113.1', town.adminKey)
  await gate.reached
  const second = await from('198.51.100.2, 203.0.113.1')
  expect([second.status, second.errors[0]?.extensions.code]).toEqual([503, 'OVERLOADED'])
  expect((await from('203.0.113.1, 203.0.113.2')).status).toBe(200)
  gate.open()
  expect((await held).status).toBe(200)
  await expect.poll(async () => (await from('203.0.113.1')).status).toBe(200)
  await api.stop()
})
