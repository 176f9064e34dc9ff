import { expect, test } from 'vitest'
import { customerToken } from '../../test/customer-token.ts'
import { useShop } from '../../test/use-shop.ts'

const shop = useShop({ width: 900, height: 900 })
const figure = (): Promise<string | null> =>
  shop.page.locator('artel-wallet [part=balance] .figure').textContent()

test('elements with the same credentials share one wallet request', async () => {
  await shop.open(`<artel-wallet API token="good"></artel-wallet><artel-wallet API token="good" events="0"></artel-wallet>
    <artel-checkout API token="good" amount="500000" order-ref="A-1"></artel-checkout>`)
  await expect.poll(() => shop.state('artel-checkout')).toBe('ready')
  expect(await shop.state('artel-wallet')).toBe('ready')
  expect(shop.accountReads()).toBe(1)
})

test('no document leaves the page: every request names a persisted operation', async () => {
  const bodies: string[] = []
  shop.page.on('request', (request) => {
    if (request.url() === shop.api.url && request.method() === 'POST') bodies.push(request.postData() ?? '')
  })
  await shop.open(
    '<artel-wallet API token="good"></artel-wallet><artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>',
  )
  await expect.poll(() => bodies.length).toBeGreaterThanOrEqual(2)
  for (const body of bodies) {
    expect(Object.keys(JSON.parse(body)).sort()).toEqual(['extensions', 'variables'])
    expect(body).not.toContain('{ viewer')
  }
})

test('a browser is known again by random letters that it keeps, and sends them where a customer is signed in', async () => {
  const sent: (string | undefined)[] = []
  shop.page.on('request', (request) => {
    const { accept, 'artel-device': device } = request.headers()
    if (request.url() === shop.api.url && request.method() === 'POST' && accept !== 'text/event-stream')
      sent.push(device)
  })
  for (const times of [1, 2]) {
    await shop.open('<artel-wallet API token="good"></artel-wallet>')
    await expect.poll(() => shop.accountReads()).toBe(times)
  }
  expect(sent[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(new Set(sent).size).toBe(1)
  sent.length = 0
  await shop.open('<artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>')
  await expect.poll(() => sent).toEqual([undefined])
})

const keptDevice = (): Promise<string | null> =>
  shop.page.evaluate(() => localStorage.getItem('artel-device'))

test('a visitor who is not signed in is given nothing to be known again by', async () => {
  await shop.open('<p>Nothing of ours</p>')
  await shop.page.evaluate(() => localStorage.clear())
  shop.server.tokens = [401]
  await shop.open(`<artel-wallet API token-endpoint="/token" sign-in-url="/sign-in"></artel-wallet>
    <artel-checkout API token-endpoint="/token" amount="500000" order-ref="A-1"></artel-checkout>`)
  await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
  expect(await keptDevice()).toBeNull()
})

test('what a browser keeps and the API would refuse is replaced', async () => {
  await shop.open('<p>Nothing of ours</p>')
  await shop.page.evaluate(() => localStorage.setItem('artel-device', 'too short'))
  await shop.open('<artel-wallet API token="good"></artel-wallet>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  expect(await keptDevice()).toMatch(/^[0-9a-f-]{36}$/)
})

test('a token endpoint that answers 401 or 204 means signed-out, and the API is not asked', async () => {
  for (const status of [401, 204]) {
    shop.server.tokens = [status]
    await shop.open(`<artel-wallet API token-endpoint="/token" sign-in-url="/sign-in"></artel-wallet>
      <artel-checkout API token-endpoint="/token" amount="500000" order-ref="A-1"></artel-checkout>`)
    await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
    expect(await shop.state('artel-checkout')).toBe('signed-out')
    expect(await shop.page.locator('artel-wallet').getByRole('link').getAttribute('href')).toContain(
      '/sign-in',
    )
  }
  expect(shop.api.calls).toEqual([])
  expect(shop.server.tokenRequests).toEqual(['POST', 'POST'])
})

test('a token endpoint that only knows GET is asked by GET', async () => {
  shop.server.tokens = [405, 'good']
  await shop.open('<artel-wallet API token-endpoint="/token"></artel-wallet>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  expect(shop.server.tokenRequests).toEqual(['POST', 'GET'])
})

test('a refused token is renewed once and the call goes through', async () => {
  shop.server.tokens = [customerToken(600, 'old'), 'good']
  await shop.open('<artel-wallet API token-endpoint="/token"></artel-wallet>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  const accounts = shop.api.calls.filter(({ operation }) => operation === 'WidgetAccount')
  expect(accounts.map(({ token }) => token?.split('.').at(-1))).toEqual(['old', 'good'])
})

test('a fixed token that is refused means signed-out', async () => {
  await shop.open('<artel-wallet API token="stale"></artel-wallet>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
})

test('getToken may be set after the element is there', async () => {
  await shop.open('<artel-wallet API></artel-wallet>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
  await shop.page
    .locator('artel-wallet')
    .evaluate((element) => Object.assign(element, { getToken: async () => 'good' }))
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  expect(await figure()).toBe('1,722')
})

test('a failure shows the request id, and "Try again" brings the wallet', async () => {
  shop.api.brokenStatus = 500
  await shop.open('<artel-wallet API token="good"></artel-wallet>')
  await shop.page.evaluate(() => {
    const seen = window as typeof window & { codes: string[] }
    seen.codes = []
    document.addEventListener('artel:error', (event) => seen.codes.push((event as CustomEvent).detail.code))
  })
  await expect.poll(() => shop.state('artel-wallet')).toBe('error')
  expect(await shop.page.locator('artel-wallet [part=request-id]').textContent()).toContain('req_42')
  shop.api.brokenStatus = undefined
  await shop.page.locator('artel-wallet').getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
})

test('without a connection the wallet says so and comes back by itself', async () => {
  await shop.open('<p>The shop</p>')
  await shop.context.setOffline(true)
  await shop.page.evaluate((address) => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', `<artel-wallet api="${address}" token="good"></artel-wallet>`)
  }, shop.api.url)
  await expect.poll(() => shop.state('artel-wallet')).toBe('offline')
  await shop.context.setOffline(false)
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
})

test('elements come and go with the page, and moving one asks nothing again', async () => {
  await shop.open('<div id="one"><artel-wallet API token="good"></artel-wallet></div><div id="two"></div>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  await shop.page.evaluate(() => {
    const wallet = document.querySelector('artel-wallet')
    if (wallet) document.querySelector('#two')?.append(wallet)
  })
  expect(await shop.state('artel-wallet')).toBe('ready')
  expect(shop.accountReads()).toBe(1)
  await shop.page.evaluate(() => document.querySelector('artel-wallet')?.remove())
  await shop.page.evaluate((address) => {
    document
      .querySelector('#one')
      ?.insertAdjacentHTML('beforeend', `<artel-wallet api="${address}" token="good"></artel-wallet>`)
  }, shop.api.url)
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  expect(shop.accountReads()).toBe(2)
})

const retry = (tag: string): Promise<void> =>
  shop.page.locator(tag).evaluate((element) => (element as HTMLElement & { retry(): void }).retry())

test('who signs out without a reload is signed out after `retry`, though the token is good for minutes yet', async () => {
  const anna = customerToken(600, 'anna')
  shop.api.goodTokens.add(anna)
  shop.server.tokens = [anna]
  await shop.open(`<artel-wallet API token-endpoint="/token"></artel-wallet>
    <artel-checkout API token-endpoint="/token" amount="500000" order-ref="A-1"></artel-checkout>`)
  await expect.poll(() => shop.state('artel-checkout')).toBe('ready')
  shop.server.tokens = [401]
  // Any of them: they share the session.
  await retry('artel-checkout')
  await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
  expect(await shop.state('artel-checkout')).toBe('signed-out')
})
