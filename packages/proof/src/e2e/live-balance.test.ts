import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type RunningApi, startApi } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import { type Artel, createArtel } from '@artel/sdk'
import { generateTokenKeyPair, mintCustomerToken } from '@artel/sdk/token'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { launchBrowser } from '@artel/test-browser'
import { encodePublicId, updateMember } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

const widgetDir = fileURLToPath(new URL('../../../../packages/widget/dist/cdn', import.meta.url))
/** Long enough to load the wallet with, and short enough to end under the test's eyes. */
const TOKEN_SECONDS = 4

let database: TestDatabase
let api: RunningApi
let town: BuiltCoalition
let till: Artel
let shop: Server
let browser: Browser
let page: Page
let tokensGiven = 0
beforeAll(async () => {
  database = await createTestDatabase()
  api = await startShopApi(0)
  town = await aCoalition({ name: 'Заречье' }).withMember('wash').withCustomer('Анна').open(database.store)
  till = createArtel({ url: `${api.url}/graphql`, apiKey: town.member('wash').apiKey })
  shop = await openShop()
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser?.close()
  shop?.closeAllConnections()
  shop?.close()
  await api?.stop()
  await database?.drop()
})

const startShopApi = (port: number): Promise<RunningApi> =>
  startApi({ store: database.store, port, config: { widgetDir }, log: makeLog('silent') })

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** A shop that signs its customer's short tokens itself, with a key that outlives the API's process. */
async function openShop(): Promise<Server> {
  const { kid, privateJwk, publicJwk } = await generateTokenKeyPair()
  await till.tokenKeys.register({ kid, publicJwk }).unwrap()
  const memberId = encodePublicId('member', town.member('wash').id)
  const customerId = encodePublicId('customer', town.customer('Анна').id)
  const server = createServer(async (request, response) => {
    if (request.url === '/artel-token') {
      tokensGiven += 1
      const claims = { memberId, customerId, privateJwk, kid, ttlSeconds: TOKEN_SECONDS }
      response.setHeader('content-type', 'application/json')
      return void response.end(JSON.stringify(await mintCustomerToken(claims)))
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">
      <script type="module" src="${api.url}/widget/artel.js?v=1"></script></head>
      <body><artel-wallet token-endpoint="/artel-token"></artel-wallet></body></html>`)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  await updateMember(town.member('wash').context, { allowedOrigins: [originOf(server)] })
  return server
}

let receipts = 0
/** Sells for 1 000 roubles, which earn 50 points. */
async function sell(): Promise<void> {
  receipts += 1
  const customer = { id: encodePublicId('customer', town.customer('Анна').id) }
  await till.purchases
    .record({ customer, receiptRef: `live-${receipts}`, total: { amountMinor: 100_000n } })
    .unwrap()
}

const balance = (): Promise<string> => page.locator('artel-wallet [part=balance] .figure').innerText()

test('what the till sells shows on an open page: with one token, with the next, and after the API was started again', async () => {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  const streams: string[] = []
  page.on('request', (request) => {
    if (request.headers().accept === 'text/event-stream') streams.push(request.postData() ?? '')
  })
  await sell()
  await page.goto(originOf(shop))
  await expect.poll(balance).toBe('50')
  await expect.poll(() => streams.length).toBe(1)

  await sell()
  await expect.poll(balance).toBe('100')

  // The stream of the first token ends with it.
  await expect.poll(() => streams.length).toBeGreaterThan(1)
  expect(tokensGiven).toBeGreaterThan(1)
  await sell()
  await expect.poll(balance).toBe('150')

  const { port } = api
  await api.stop()
  api = await startShopApi(port)
  await sell()
  await expect.poll(balance).toBe('200')
  expect(loads).toBe(1)
})
