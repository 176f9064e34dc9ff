import { expect, test } from 'vitest'
import { customerToken } from '../../../test/customer-token.ts'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 360, height: 900 })
const CODE = '7K3M9-QXA2B-4C5DW'
const element = () => shop.page.locator('artel-claim')
const field = () => element().locator('[part=code-field]')
const problem = () => element().locator('[part=code-problem]').innerText()
const result = async () => (await element().locator('[part=result]').innerText()).replace(/\s+/g, ' ')
const claims = () => shop.api.calls.filter(({ operation }) => operation === 'OwnEarnCodeClaim')
const focused = () =>
  shop.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))

const retry = () => element().evaluate((claim) => (claim as HTMLElement & { retry(): void }).retry())
const anna = customerToken(600, 'anna')
/** Opens a page of Anna's, whose token nobody takes back. */
const openAsAnna = async (body: string) => {
  shop.api.goodTokens.add(anna)
  shop.server.tokens = [anna]
  await shop.open(body)
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
}

/** A camera and a reader of QR codes, as browsers that have them do. */
const withCamera = (options: { readonly refuses?: boolean } = {}) =>
  shop.page.addInitScript(({ refuses }) => {
    const seen = { text: '', tracks: [] as MediaStreamTrack[] }
    Object.assign(globalThis, {
      seen,
      BarcodeDetector: class {
        static async getSupportedFormats() {
          return ['qr_code']
        }
        detect = async () => (seen.text ? [{ rawValue: seen.text }] : [])
      },
    })
    const getUserMedia = async () => {
      if (refuses) throw new DOMException('No.', 'NotAllowedError')
      const canvas = document.createElement('canvas')
      canvas.getContext('2d')?.fillRect(0, 0, 9, 9)
      const stream = canvas.captureStream(5)
      seen.tracks.push(...stream.getTracks())
      return stream
    }
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia } })
  }, options)
interface Seen {
  text: string
  readonly tracks: readonly MediaStreamTrack[]
}
const tracks = () =>
  shop.page.evaluate(() =>
    (globalThis as unknown as { seen: Seen }).seen.tracks.map(({ readyState }) => readyState),
  )
const show = (text: string) =>
  shop.page.evaluate((next) => {
    ;(globalThis as unknown as { seen: Seen }).seen.text = next
  }, text)
const openCamera = () => shop.page.getByRole('button', { name: 'Scan by camera' }).click()

test('a camera that sees a code fills the field, is stopped, and the customer claims by a tap', async () => {
  await withCamera()
  await shop.open('<artel-claim API token="good"></artel-claim>')
  await openCamera()
  await expect.poll(tracks).toEqual(['live'])
  await show(`https://api.example/earn/${CODE}`)
  await expect.poll(() => field().inputValue()).toBe(CODE)
  expect(await tracks()).toEqual(['ended'])
  await expect.poll(focused).toBe('claim')
  expect(claims()).toEqual([])
  await shop.page.keyboard.press('Enter')
  await expect.poll(result).toContain('50 points earned')
})

test('the stream ends with the button, with the page out of sight, and with the element; a refusal is said', async () => {
  await withCamera()
  await shop.open('<artel-claim API token="good"></artel-claim>')
  await openCamera()
  await expect.poll(tracks).toEqual(['live'])
  await shop.page.getByRole('button', { name: 'Close the camera' }).click()
  expect(await tracks()).toEqual(['ended'])
  await openCamera()
  await expect.poll(tracks).toEqual(['ended', 'live'])
  await shop.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'visibilityState')
  })
  expect(await tracks()).toEqual(['ended', 'ended'])
  await openCamera()
  await expect.poll(tracks).toEqual(['ended', 'ended', 'live'])
  await element().evaluate((claim) => claim.remove())
  expect(await tracks()).toEqual(['ended', 'ended', 'ended'])
})

test('a camera that is not allowed is said, and one that is not there is not offered', async () => {
  await shop.open('<artel-claim API token="good"></artel-claim>')
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  expect(await element().locator('[part=camera]').count()).toBe(0)
  await withCamera({ refuses: true })
  await shop.page.reload()
  await openCamera()
  await expect.poll(problem).toContain('The camera is not allowed here.')
  expect(await element().locator('video').count()).toBe(0)
})

test('the camera is closed by a claim, and where the customer is signed out', async () => {
  await withCamera()
  await openAsAnna('<artel-claim API token-endpoint="/token"></artel-claim>')
  await openCamera()
  await expect.poll(tracks).toEqual(['live'])
  await field().fill(CODE)
  await field().press('Enter')
  await expect.poll(result).toContain('50 points earned')
  expect(await tracks()).toEqual(['ended'])
  await element().locator('[part=another]').click()
  await openCamera()
  await expect.poll(tracks).toEqual(['ended', 'live'])
  shop.server.tokens = [401]
  await retry()
  await expect.poll(() => shop.state('artel-claim')).toBe('signed-out')
  expect(await tracks()).toEqual(['ended', 'ended'])
})
