import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type RunningApi, startApi } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import { type Artel, createArtel } from '@artel/sdk'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { launchBrowser } from '@artel/test-browser'
import { encodePublicId, recordPurchase, updateMember } from '@artel/use-cases'
import { aCoalition, aSale, roubles } from '@artel/use-cases/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReadmeShop } from './readme-shop.ts'
import { readmeSnippets } from './readme-snippets.ts'

/** A shop on its own origin: its page, and a server that keeps the key and asks the API for short tokens. */
interface Shop {
  readonly origin: string
  readonly server: Server
  signedIn: boolean
  artel: Artel | undefined
  customerId: string
  body: string
}

const widgetDir = fileURLToPath(new URL('../../../../packages/widget/dist/cdn', import.meta.url))
let database: TestDatabase
let api: RunningApi
let shop: Shop
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  database = await createTestDatabase()
  api = await startApi({ store: database.store, port: 0, config: { widgetDir }, log: makeLog('silent') })
  shop = await openShop()
  browser = await launchBrowser()
  context = await browser.newContext()
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  shop?.server.close()
  await api?.stop()
  await database?.drop()
})

async function openShop(): Promise<Shop> {
  const server = createServer((request, response) => void answer(request.url ?? '', response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const state: Shop = { origin, server, signedIn: false, artel: undefined, customerId: '', body: '' }
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === '/artel-token') {
      if (!state.signedIn || state.artel === undefined) return void response.writeHead(401).end()
      const customer = { id: state.customerId }
      const { token } = await state.artel.widgetSessions.create({ customer, origin }).unwrap()
      response.setHeader('content-type', 'application/json')
      return void response.end(JSON.stringify({ token }))
    }
    if (path !== '/') return void response.writeHead(404).end()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader(
      'content-security-policy',
      `default-src 'self'; script-src 'self' ${api.url}; connect-src 'self' ${api.url}`,
    )
    response.end(`<!doctype html><html lang="ru"><head><title>Shop</title>
      <script type="module" src="${api.url}/widget/artel.js"></script></head><body>${state.body}</body></html>`)
  }
  return state
}

const state = (tag: string): Promise<string | null> => page.locator(tag).getAttribute('data-state')
const facts = (): Promise<string[]> => page.locator('artel-wallet [part=facts] dd').allInnerTexts()

test('from a quote for a stranger to points held on the page and captured by the shop', async () => {
  const built = await aCoalition({ name: 'Заречье' })
    .withMember('motor-yard', { name: 'Моторный двор' })
    .withCustomer('Анна Соколова')
    .open(database.store)
  const member = built.member('motor-yard')
  const customer = built.customer('Анна Соколова')
  await updateMember(member.context, { allowedOrigins: [shop.origin], brandColor: '#e4572e' })
  await recordPurchase(member.context, aSale(customer, { total: roubles(20_000) }))
  shop.artel = createArtel({ url: `${api.url}/graphql`, apiKey: member.apiKey })
  shop.customerId = encodePublicId('customer', customer.id)
  const memberId = encodePublicId('member', member.id)
  shop.body = `<artel-earn-badge member="${memberId}" amount="100000"></artel-earn-badge>
    <artel-wallet token-endpoint="/artel-token"></artel-wallet>
    <artel-checkout token-endpoint="/artel-token" amount="120000" order-ref="order-7"></artel-checkout>`

  await page.goto(shop.origin)
  await expect.poll(() => state('artel-wallet')).toBe('signed-out')
  await expect
    .poll(() => page.locator('artel-earn-badge [part=badge]').innerText())
    .toBe('Вы получите 50 баллов')

  shop.signedIn = true
  await page.reload()
  await expect.poll(() => state('artel-checkout')).toBe('ready')
  expect(await page.locator('artel-wallet [part=balance]').innerText()).toMatch(/^1\s000 баллов$/)
  expect(await page.locator('artel-wallet [part=event]').first().innerText()).toContain('Моторный двор')

  const told = page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve) => {
        document.addEventListener('artel:hold', (event) => resolve((event as CustomEvent).detail), {
          once: true,
        })
      }),
  )
  await page.getByRole('slider').fill('600')
  await page.locator('artel-checkout [part=confirm]').click()
  const { holdId, points, payMinor } = await told
  expect({ points, payMinor }).toEqual({ points: '600', payMinor: '60000' })
  await expect.poll(facts).toEqual(['400', '600', '0'])

  const captured = await shop.artel.holds
    .capture({ holdId: String(holdId), receiptRef: 'receipt-7', total: { amountMinor: 120_000n } })
    .unwrap()
  expect(captured.purchase.pointsRedeemed).toBe('600')
  expect(captured.purchase.pointsEarned).toBe('30')

  await page.reload()
  await expect.poll(facts).toEqual(['430', '0', '0'])
})

test('the API serves the playground beside the module', async () => {
  const answers = await Promise.all(
    ['playground.html', 'playground.js', 'playground.css', 'artel.js'].map((name) =>
      fetch(`${api.url}/widget/${name}`),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(answers[0]?.headers.get('content-type')).toContain('text/html')
  await page.goto(`${api.url}/widget/playground.html`)
  await page.locator('#frame artel-wallet[data-state=demo]').waitFor()
})

/** Which origin the API lets call it, asked from one. */
async function allowedOrigin(origin: string): Promise<string | null> {
  const headers = { origin, 'access-control-request-method': 'POST' }
  const answer = await fetch(`${api.url}/graphql`, { method: 'OPTIONS', headers })
  return answer.headers.get('access-control-allow-origin')
}

test('a shop made of the snippets of the README takes points from the page to the receipt', async () => {
  const built = await aCoalition({ name: 'Заречье' })
    .withMember('motor-yard', { name: 'Моторный двор' })
    .open(database.store)
  const member = built.member('motor-yard')
  const artel = createArtel({ url: `${api.url}/graphql`, apiKey: member.apiKey })
  const { customer } = await artel.customers
    .enrol({ reference: 'crm-17', name: 'Anna', consentVersion: '1' })
    .unwrap()
  await artel.purchases
    .record({ customer: { id: customer.id }, receiptRef: 'R-1', total: { amountMinor: 2_000_000n } })
    .unwrap()
  const shop = await openReadmeShop({ url: api.url, apiKey: member.apiKey })
  await updateMember(member.context, { allowedOrigins: [shop.origin] })
  await expect.poll(() => allowedOrigin(shop.origin)).toBe(shop.origin) // processes learn of it within seconds
  const visit = await browser.newPage()
  const complaints: string[] = []
  visit.on('console', (message) => complaints.push(...(message.type() === 'error' ? [message.text()] : [])))

  await visit.goto(shop.origin)
  await visit.locator('artel-checkout[data-state=signed-out]').waitFor()
  // The printed style hides the wallet of a stranger.
  expect(await visit.locator('artel-wallet').isVisible()).toBe(false)
  complaints.length = 0 // the browser names the 401 that the README asks for

  shop.customerId = 'crm-17'
  await visit.reload()
  await visit.locator('artel-checkout[data-state=ready]').waitFor()
  expect(await visit.locator('artel-wallet [part=balance]').innerText()).toBe('1,000 bonuses')
  const confirm = visit.locator('artel-checkout [part=confirm]')
  expect(await confirm.evaluate((button) => getComputedStyle(button).textTransform)).toBe('uppercase')
  await visit.getByRole('slider').fill('600')
  await confirm.click()
  await expect.poll(shop.holdId).toMatch(/^hld_/)
  await shop.closeOrder(shop.holdId() ?? '')
  expect(await artel.purchases.get({ receiptRef: 'R-1042' })).toMatchObject({ pointsRedeemed: '600' })

  const [, named = ''] = await readmeSnippets('packages/widget/README.md', 'html')
  await visit.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), named)
  const header = visit.locator('artel-wallet').last().locator('[part=header]')
  await expect.poll(() => header.innerText()).toContain('Zarechye')
  expect(complaints).toEqual([])
  await visit.close()
  await shop.stop()
})
