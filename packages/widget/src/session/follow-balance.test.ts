import { expect, test } from 'vitest'
import type { BalanceStream } from '../../test/serve-contract.ts'
import { useShop } from '../../test/use-shop.ts'
import { pauseMs } from './follow-balance.ts'

const shop = useShop({ width: 900, height: 900 })
const WALLET = '<artel-wallet API token-endpoint="/token"></artel-wallet>'

const figure = (): Promise<string | null> =>
  shop.page.locator('artel-wallet [part=balance] .figure').textContent()
const said = (): Promise<string | null> =>
  shop.page.locator('artel-wallet [role=status]').evaluate((region) => region.textContent)

/** Moves the customer's points, as a till does. */
function sell(points: bigint): void {
  shop.api.account.available += points
  shop.api.account.moves += 1
}

/** The stream that the page has opened after so many others. */
async function stream(number: number): Promise<BalanceStream> {
  await expect.poll(() => shop.api.streams.length).toBeGreaterThan(number)
  return shop.api.streams[number] as BalanceStream
}

/** Hides the page, or shows it, as a browser does for a tab. */
const setHidden = (isHidden: boolean): Promise<void> =>
  shop.page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (hidden ? 'hidden' : 'visible'),
    })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)

async function openWallet(body = WALLET): Promise<BalanceStream> {
  shop.server.tokens = ['good']
  await shop.open(body)
  return stream(0)
}

test('a sale moves the balance of an open page, which says so once and asks nothing again', async () => {
  const first = await openWallet(`${WALLET}
    <artel-checkout API token-endpoint="/token" amount="500000" order-ref="A-1"></artel-checkout>`)
  expect(first.after).toBe('b0')
  await expect.poll(() => shop.state('artel-checkout')).toBe('ready')
  await shop.page.evaluate(() => {
    const heard = window as typeof window & { said: string[] }
    heard.said = []
    const region = document.querySelector('artel-wallet')?.shadowRoot?.querySelector('[role=status]')
    if (region)
      new MutationObserver(() => heard.said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      })
  })
  sell(278n)
  // Two events of one sale: each carries the account as it is by now.
  await first.tell()
  await first.tell()
  await expect.poll(figure).toBe('2,000')
  await expect
    .poll(() => shop.page.locator('artel-checkout [part=header]').innerText())
    .toContain('2,000 points')
  expect(await shop.page.evaluate(() => (window as typeof window & { said: string[] }).said)).toEqual([
    'Your points: 2,000 points. Available: 2,000 points',
  ])
  expect(shop.accountReads()).toBe(1)
  expect(shop.api.streams).toHaveLength(1)
})

test('a page that nobody looks at keeps no stream, and catches up from what it shows', async () => {
  const first = await openWallet()
  sell(1n)
  await first.tell()
  await expect.poll(figure).toBe('1,723')
  await setHidden(true)
  await expect.poll(first.isOpen).toBe(false)
  sell(277n)
  await setHidden(false)
  const second = await stream(1)
  expect(second.after).toBe('b1')
  await second.tell()
  await expect.poll(figure).toBe('2,000')
})

test('a token that ends in the middle of a stream is followed by another', async () => {
  const first = await openWallet()
  shop.server.tokens = ['newer']
  shop.api.goodTokens.clear()
  shop.api.goodTokens.add('newer')
  sell(78n)
  first.fail('TOKEN_EXPIRED')
  const second = await stream(1)
  expect([second.token, second.after]).toEqual(['newer', 'b1'])
  await expect.poll(figure).toBe('1,800')
  expect(shop.server.tokenRequests).toEqual(['POST', 'POST'])
})

test('a fixed token that ends leaves what is shown, and asks for nothing', async () => {
  const first = await openWallet('<artel-wallet API token="good"></artel-wallet>')
  sell(1n)
  first.fail('TOKEN_EXPIRED')
  await expect.poll(first.isOpen).toBe(false)
  // Looked at again, it tries again.
  await setHidden(true)
  await setHidden(false)
  expect((await stream(1)).after).toBe('b0')
  expect(shop.accountReads()).toBe(1)
  expect([await shop.state('artel-wallet'), await figure()]).toEqual(['ready', '1,722'])
})

test('a stream that breaks, or whose process stops, is opened again after what is shown', async () => {
  const first = await openWallet()
  first.cut()
  const second = await stream(1)
  second.fail('STREAM_ENDED')
  const third = await stream(2)
  expect(third.after).toBe('b0')
  sell(-722n)
  await third.tell()
  await expect.poll(figure).toBe('1,000')
})

test('too much that was missed is read anew', async () => {
  const first = await openWallet()
  sell(5n)
  first.fail('CURSOR_EXPIRED')
  await expect.poll(figure).toBe('1,727')
  expect((await stream(1)).after).toBe('b1')
})

test('who has signed out meanwhile sees it, and is followed again once signed in', async () => {
  const first = await openWallet()
  shop.server.tokens = [401]
  shop.api.goodTokens.clear()
  first.fail('TOKEN_EXPIRED')
  await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
  shop.server.tokens = ['good']
  shop.api.goodTokens.add('good')
  await retry()
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  expect((await stream(1)).isOpen()).toBe(true)
})

/** Asks the session of the page for its wallet anew. */
const retry = (): Promise<void> =>
  shop.page.locator('artel-wallet').evaluate((wallet) => (wallet as HTMLElement & { retry(): void }).retry())

const nameShown = (): Promise<string> => shop.page.locator('artel-wallet [part=header]').innerText()

test("another customer who signs in on the page is not shown the first one's account", async () => {
  const first = await openWallet()
  const anna = { ...shop.api.account }
  shop.server.tokens = ['of Boris']
  shop.api.goodTokens.clear()
  shop.api.goodTokens.add('of Boris')
  Object.assign(shop.api.account, { id: 'cus_2', name: 'Boris', available: 5n, moves: 3 })
  await retry()
  await expect.poll(nameShown).toContain('Boris')
  await expect.poll(first.isOpen).toBe(false)
  expect((await stream(1)).token).toBe('of Boris')
  Object.assign(shop.api.account, anna, { moves: 9 })
  await first.tell()
  expect([await nameShown(), await figure()]).toEqual([expect.stringContaining('Boris'), '5'])
})

test('a stream that tells of another customer than the one shown has the page read who it is', async () => {
  const first = await openWallet()
  Object.assign(shop.api.account, { id: 'cus_2', name: 'Boris', available: 5n })
  await first.tell()
  await expect.poll(nameShown).toContain('Boris')
  expect(shop.accountReads()).toBe(2)
})

test('who has signed out is told nothing of a sale', async () => {
  const first = await openWallet()
  shop.server.tokens = [401]
  shop.api.goodTokens.clear()
  await retry()
  await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
  await expect.poll(first.isOpen).toBe(false)
  sell(1n)
  await first.tell()
  expect(await shop.state('artel-wallet')).toBe('signed-out')
})

test('a wallet that was read before a sale does not replace what the stream told of it', async () => {
  const first = await openWallet()
  let answer = () => {}
  shop.api.lateGate = new Promise((resolve) => {
    answer = resolve
  })
  const answered = shop.page.waitForResponse(
    (response) => response.request().postData()?.includes('{}') ?? false,
  )
  await retry()
  await expect.poll(() => shop.accountReads()).toBe(2)
  sell(1n)
  await first.tell()
  await expect.poll(figure).toBe('1,723')
  answer()
  await (await answered).finished()
  expect(await figure()).toBe('1,723')
})

test('a page whose own function for tokens never answers lets go of the stream with its element', async () => {
  await openWallet()
  // As text: the browser imports it, not the runner of the tests.
  const isFollowing = await shop.page.evaluate(`(async () => {
    const { followBalance } = await import('/artel-follow-balance.js')
    const closing = new AbortController()
    const account = { id: 'cus_1', wallet: { cursor: 'b0' } }
    const following = followBalance({
      api: location.href,
      session: { state: { account }, watch: () => () => undefined },
      customer: { token: () => new Promise(() => undefined) },
      signal: closing.signal,
    })
    closing.abort()
    return Promise.race([following.then(() => 'ended'), new Promise((resolve) => setTimeout(resolve, 10_000))])
  })()`)
  expect(isFollowing).toBe('ended')
})

test('streams that end because a process stops come back one by one, what breaks sooner', () => {
  expect([0, 1].map((random) => pauseMs(0, 'STREAM_ENDED', random))).toEqual([10_000, 30_000])
  expect([0, 1].map((random) => pauseMs(0, undefined, random))).toEqual([500, 1_500])
  expect(pauseMs(9, 'STREAM_ENDED', 1)).toBe(90_000)
})

test('without a connection it waits, and goes on when it is back', async () => {
  const first = await openWallet()
  await shop.context.setOffline(true)
  first.cut()
  sell(8n)
  await shop.context.setOffline(false)
  const second = await stream(1)
  await second.tell()
  await expect.poll(figure).toBe('1,730')
})

test('an API that serves no streams leaves the wallet as it is, without a word', async () => {
  const complaints: string[] = []
  shop.page.on('pageerror', (error) => complaints.push(String(error)))
  shop.api.streamRefusal = { code: 'PERSISTED_OPERATION_NOT_FOUND', retryable: false }
  const refused = await openWallet()
  expect(refused.isOpen()).toBe(false)
  expect(await shop.state('artel-wallet')).toBe('ready')
  expect(await said()).toBe('')
  expect(complaints).toEqual([])
})

test('where what follows the balance cannot be loaded, the wallet is read again when the page is looked at', async () => {
  await shop.page.route('**/artel-follow-balance.js', (route) => route.abort())
  shop.server.tokens = ['good']
  await shop.open(WALLET)
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  sell(1n)
  await setHidden(true)
  await setHidden(false)
  await shop.page.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 61_000
  })
  await setHidden(true)
  await setHidden(false)
  await expect.poll(figure).toBe('1,723')
  expect(shop.accountReads()).toBe(2)
})

test('who is not signed in does not load what follows the balance', async () => {
  const before = shop.server.requests.length
  shop.server.tokens = [401]
  await shop.open(WALLET)
  await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
  expect(shop.server.requests.slice(before)).not.toContain('/artel-follow-balance.js')
})

test('sample data and a badge alone follow nothing', async () => {
  const before = shop.server.requests.length
  await shop.open(
    '<artel-wallet demo></artel-wallet><artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>',
  )
  await expect.poll(() => shop.state('artel-earn-badge')).toBe('ready')
  expect(await shop.state('artel-wallet')).toBe('demo')
  expect(shop.server.requests.slice(before)).not.toContain('/artel-follow-balance.js')
  expect(shop.api.streams).toEqual([])
})
