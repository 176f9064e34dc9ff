import { launchBrowser } from '@artel/test-browser'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ContractServer, serveContract } from '../../test/serve-contract.ts'
import { type PageServer, servePage } from '../../test/serve-page.ts'

let browser: Browser
let context: BrowserContext
let page: Page
let shop: PageServer
let api: ContractServer
beforeAll(async () => {
  shop = await servePage()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})
beforeEach(async () => {
  api = await serveContract()
  shop.tokens = []
  shop.tokenRequests.length = 0
  shop.violations.length = 0
  context = await browser.newContext({ viewport: { width: 900, height: 900 } })
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await api.close()
  expect(shop.violations).toEqual([])
})

const open = (body: string): Promise<unknown> =>
  page.goto(shop.page(body.replaceAll('API', `api="${api.url}"`), { api: api.url }))
const state = (tag: string): Promise<string | null> => page.locator(tag).first().getAttribute('data-state')
const operations = (): string[] => api.calls.map(({ operation }) => operation)
const figure = (): Promise<string | null> => page.locator('artel-wallet [part=balance] .figure').textContent()

/** A token that a browser can read: its middle part says how long it lives. */
function jwt(lifeSeconds: number, mark: string): string {
  const nowSeconds = Math.floor(Date.now() / 1000)
  const claims = Buffer.from(
    JSON.stringify({ iat: nowSeconds, exp: nowSeconds + lifeSeconds, mark }),
  ).toString('base64url')
  return `head.${claims}.${mark}`
}

test('elements with the same credentials share one wallet request', async () => {
  await open(`<artel-wallet API token="good"></artel-wallet><artel-wallet API token="good" events="0"></artel-wallet>
    <artel-checkout API token="good" amount="500000" order-ref="A-1"></artel-checkout>`)
  await expect.poll(() => state('artel-checkout')).toBe('ready')
  expect(await state('artel-wallet')).toBe('ready')
  expect(operations().filter((operation) => operation === 'WidgetAccount')).toHaveLength(1)
})

test('no document leaves the page: every request names a persisted operation', async () => {
  const bodies: string[] = []
  page.on('request', (request) => {
    if (request.url() === api.url && request.method() === 'POST') bodies.push(request.postData() ?? '')
  })
  await open(
    '<artel-wallet API token="good"></artel-wallet><artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>',
  )
  await expect.poll(() => bodies.length).toBe(2)
  for (const body of bodies) {
    expect(Object.keys(JSON.parse(body)).sort()).toEqual(['extensions', 'variables'])
    expect(body).not.toContain('{ viewer')
  }
})

test('loading gives way to the wallet without moving what is below', async () => {
  let openGate = (): void => {}
  api.gate = new Promise((opened) => {
    openGate = opened
  })
  await open(`<artel-wallet API token="good"></artel-wallet>
    <artel-checkout API token="good" amount="500000" order-ref="A-1"></artel-checkout>`)
  await expect.poll(() => state('artel-checkout')).toBe('loading')
  await page.evaluate(() => {
    const seen = window as typeof window & { shifts: number }
    seen.shifts = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shifts += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift' })
  })
  const before = await page.locator('#below').boundingBox()
  openGate()
  await expect.poll(() => state('artel-checkout')).toBe('ready')
  expect(await page.locator('#below').boundingBox()).toEqual(before)
  // A number that is wider than its placeholder counts a little; nothing else may.
  expect(await page.evaluate(() => (window as typeof window & { shifts: number }).shifts)).toBeLessThan(0.005)
})

test('a token endpoint that answers 401 or 204 means signed-out, and the API is not asked', async () => {
  for (const status of [401, 204]) {
    shop.tokens = [status]
    await open(`<artel-wallet API token-endpoint="/token" sign-in-url="/sign-in"></artel-wallet>
      <artel-checkout API token-endpoint="/token" amount="500000" order-ref="A-1"></artel-checkout>`)
    await expect.poll(() => state('artel-wallet')).toBe('signed-out')
    expect(await state('artel-checkout')).toBe('signed-out')
    expect(await page.locator('artel-wallet').getByRole('link').getAttribute('href')).toContain('/sign-in')
  }
  expect(api.calls).toEqual([])
  expect(shop.tokenRequests).toEqual(['POST', 'POST'])
})

test('the page fills the signed-out slot with its own words', async () => {
  await open('<artel-wallet API><button slot="signed-out">Sign in with us</button></artel-wallet>')
  await expect.poll(() => state('artel-wallet')).toBe('signed-out')
  await page.getByRole('button', { name: 'Sign in with us' }).click()
})

test('a token endpoint that only knows GET is asked by GET', async () => {
  shop.tokens = [405, 'good']
  await open('<artel-wallet API token-endpoint="/token"></artel-wallet>')
  await expect.poll(() => state('artel-wallet')).toBe('ready')
  expect(shop.tokenRequests).toEqual(['POST', 'GET'])
})

test('a refused token is renewed once and the call goes through', async () => {
  shop.tokens = [jwt(600, 'old'), 'good']
  await open('<artel-wallet API token-endpoint="/token"></artel-wallet>')
  await expect.poll(() => state('artel-wallet')).toBe('ready')
  expect(api.calls.map(({ token }) => token?.split('.').at(-1))).toEqual(['old', 'good'])
})

test('a fixed token that is refused means signed-out', async () => {
  await open('<artel-wallet API token="stale"></artel-wallet>')
  await expect.poll(() => state('artel-wallet')).toBe('signed-out')
})

test('getToken may be set after the element is there', async () => {
  await open('<artel-wallet API></artel-wallet>')
  await expect.poll(() => state('artel-wallet')).toBe('signed-out')
  await page
    .locator('artel-wallet')
    .evaluate((element) => Object.assign(element, { getToken: async () => 'good' }))
  await expect.poll(() => state('artel-wallet')).toBe('ready')
  expect(await figure()).toBe('1,722')
})

test('a failure shows the request id, and "Try again" brings the wallet', async () => {
  api.brokenStatus = 500
  await open('<artel-wallet API token="good"></artel-wallet>')
  await page.evaluate(() => {
    const seen = window as typeof window & { codes: string[] }
    seen.codes = []
    document.addEventListener('artel:error', (event) => seen.codes.push((event as CustomEvent).detail.code))
  })
  await expect.poll(() => state('artel-wallet')).toBe('error')
  expect(await page.locator('artel-wallet [part=request-id]').textContent()).toContain('req_42')
  api.brokenStatus = undefined
  await page.locator('artel-wallet').getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => state('artel-wallet')).toBe('ready')
})

test('without a connection the wallet says so and comes back by itself', async () => {
  await open('<p>The shop</p>')
  await context.setOffline(true)
  await page.evaluate((address) => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', `<artel-wallet api="${address}" token="good"></artel-wallet>`)
  }, api.url)
  await expect.poll(() => state('artel-wallet')).toBe('offline')
  await context.setOffline(false)
  await expect.poll(() => state('artel-wallet')).toBe('ready')
})

test('the earn badge works signed-out for a named member', async () => {
  await open('<artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>')
  await expect.poll(() => state('artel-earn-badge')).toBe('ready')
  expect(await page.locator('artel-earn-badge [part=badge]').innerText()).toBe('You will earn 50 points')
  expect(api.calls).toMatchObject([
    { operation: 'WidgetQuote', token: undefined, variables: { input: { memberId: 'mbr_1' } } },
  ])
})

test('equal badges ask once', async () => {
  await open('<artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>'.repeat(4))
  await expect.poll(() => state('artel-earn-badge')).toBe('ready')
  expect(api.calls).toHaveLength(1)
})

test('a badge follows its price', async () => {
  await open('<artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>')
  await expect
    .poll(() => page.locator('artel-earn-badge [part=badge]').innerText())
    .toBe('You will earn 50 points')
  await page.locator('artel-earn-badge').evaluate((badge) => badge.setAttribute('amount', '2000'))
  await expect
    .poll(() => page.locator('artel-earn-badge [part=badge]').innerText())
    .toBe('You will earn 1 point')
})

test('elements come and go with the page, and moving one asks nothing again', async () => {
  await open('<div id="one"><artel-wallet API token="good"></artel-wallet></div><div id="two"></div>')
  await expect.poll(() => state('artel-wallet')).toBe('ready')
  await page.evaluate(() => {
    const wallet = document.querySelector('artel-wallet')
    if (wallet) document.querySelector('#two')?.append(wallet)
  })
  expect(await state('artel-wallet')).toBe('ready')
  expect(operations()).toEqual(['WidgetAccount'])
  await page.evaluate(() => document.querySelector('artel-wallet')?.remove())
  await page.evaluate((address) => {
    document
      .querySelector('#one')
      ?.insertAdjacentHTML('beforeend', `<artel-wallet api="${address}" token="good"></artel-wallet>`)
  }, api.url)
  await expect.poll(() => state('artel-wallet')).toBe('ready')
  expect(operations()).toEqual(['WidgetAccount', 'WidgetAccount'])
})

test('branding is data: hostile values paint nothing and run nothing', async () => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  for (const brandColor of [
    'red;}*{display:none}',
    'url(https://evil.example/x)',
    '#12345',
    '</style><script>alert(1)</script>',
  ]) {
    api.member = {
      id: 'mbr_1',
      name: '<img src=x onerror=alert(1)>',
      brandColor,
      brandLogoUrl: 'javascript:alert(1)',
    }
    await open('<artel-wallet API token="good"></artel-wallet>')
    await expect.poll(() => state('artel-wallet')).toBe('ready')
    expect(await page.locator('artel-wallet img').count()).toBe(0)
    const brand = await page
      .locator('artel-wallet')
      .evaluate((element) => getComputedStyle(element).getPropertyValue('--_brand'))
    expect(brand).toBe('')
  }
  expect(dialogs).toEqual([])
})

test('a good brand colour paints, and the page may overrule it', async () => {
  api.member = { id: 'mbr_1', name: 'Motor Yard', brandColor: '#ffcc00', brandLogoUrl: null }
  await open('<artel-wallet API token="good"></artel-wallet>')
  const mark = page.locator('artel-wallet [part=logo]')
  const colors = (): Promise<string[]> =>
    mark.evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color])
  await expect.poll(colors).toEqual(['rgb(255, 204, 0)', 'rgb(0, 0, 0)'])
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('artel-wallet { --artel-accent: #123456; --artel-accent-text: #ffffff }')
    document.adoptedStyleSheets.push(sheet)
    document.documentElement.lang = 'ru'
  })
  await expect.poll(colors).toEqual(['rgb(18, 52, 86)', 'rgb(255, 255, 255)'])
})

test('the language follows the attribute, the nearest lang, and the page when it switches', async () => {
  await open(`<div lang="ru"><artel-wallet API token="good"></artel-wallet></div>
    <artel-earn-badge API member="mbr_1" amount="4200" locale="ru"></artel-earn-badge>`)
  await expect.poll(() => state('artel-wallet')).toBe('ready')
  expect(await page.locator('artel-wallet [part=balance]').innerText()).toMatch(/^1\s722 балла$/)
  await expect
    .poll(() => page.locator('artel-earn-badge [part=badge]').innerText())
    .toBe('Вы получите 2 балла')
  await page.evaluate(() => document.querySelector('[lang=ru]')?.setAttribute('lang', 'en'))
  await page
    .locator('artel-wallet')
    .evaluate((element) => Object.assign(element, { messages: { unit: 'bonuses' } }))
  await expect.poll(() => page.locator('artel-wallet [part=balance]').innerText()).toBe('1,722 bonuses')
})

test('the script may be loaded twice', async () => {
  await open('<artel-wallet API token="good"></artel-wallet>')
  await expect.poll(() => state('artel-wallet')).toBe('ready')
  const outcome = await page.evaluate(`import('/artel.js?again').then((again) => {
    again.defineArtelElements()
    return customElements.get('artel-wallet') === again.ArtelWallet ? 'redefined' : 'kept'
  })`)

  expect(outcome).toBe('kept')
})
