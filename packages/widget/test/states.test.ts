import { launchBrowser } from '@artel/test-browser'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PageServer, servePage } from './serve-page.ts'

let browser: Browser
let context: BrowserContext
let server: PageServer
beforeAll(async () => {
  server = await servePage()
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Every element, in the order of a page. */
const tags = [
  ...['artel-wallet', 'artel-checkout', 'artel-earn-badge'],
  ...['artel-offers', 'artel-partners', 'artel-refer', 'artel-claim'],
]
/** In each scene all of them show it, but for those that are named. */
const scenes: Readonly<Record<string, readonly [state: string, others?: Readonly<Record<string, string>>]>> =
  {
    '': ['demo'],
    loading: ['loading'],
    'signed-out': ['signed-out'],
    empty: ['empty', { 'artel-earn-badge': 'demo', 'artel-claim': 'demo' }],
    error: ['error'],
    offline: ['offline'],
  }

const own: Readonly<Record<string, string>> = {
  'artel-checkout': 'amount="500000" order-ref="A-1"',
  'artel-earn-badge': 'amount="100000"',
}
const elements = (scene: string): string =>
  tags.map((tag) => `<${tag} demo="${scene}" sign-in-url="/sign-in" ${own[tag] ?? ''}></${tag}>`).join('\n')

const statesOf = (page: Page): Promise<Array<string | null>> =>
  page.evaluate(
    (all) => all.map((tag) => document.querySelector(tag)?.getAttribute('data-state') ?? null),
    tags,
  )

for (const [scene, [state, others]] of Object.entries(scenes)) {
  describe(`demo="${scene}"`, () => {
    for (const lang of ['ru', 'en']) {
      for (const theme of ['light', 'dark'] as const) {
        test(`${lang}, ${theme}: shows its state, fits 360 px, has no accessibility violation`, async () => {
          const page = await context.newPage()
          await page.goto(server.page(elements(scene), { lang, theme }))
          await expect.poll(() => statesOf(page)).toEqual(tags.map((tag) => others?.[tag] ?? state))
          const width = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(width).toBe(360)
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
          ).toEqual([])
          await page.close()
        })
      }
    }
  })
}

test('held points have no accessibility violation in both languages and themes', async () => {
  for (const lang of ['ru', 'en']) {
    for (const theme of ['light', 'dark'] as const) {
      const page = await context.newPage()
      await page.goto(server.page(elements(''), { lang, theme }))
      await page.getByRole('slider').fill('400')
      await page.locator('artel-checkout').locator('[part=confirm]').click()
      await page.locator('artel-checkout [part=held]').waitFor()
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      await page.close()
    }
  }
})

test('sample data needs no server and breaks no policy', async () => {
  const page = await context.newPage()
  const before = server.requests.length
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) elsewhere.push(request.url())
  })
  const address = server.page(elements(''))
  await page.goto(address)
  await page.getByRole('slider').fill('400')
  await page.locator('artel-checkout [part=confirm]').click()
  await page.locator('artel-checkout [part=held]').waitFor()
  const asked = server.requests
    .slice(before)
    .filter((path) => !path.startsWith('/page') && path !== '/favicon.ico')
  expect(asked.sort()).toEqual([
    '/artel-card-code.js',
    '/artel-claim-kit.js',
    '/artel-list-view.js',
    '/artel-offers-kit.js',
    '/artel-open-demo-session.js',
    '/artel-partners-kit.js',
    '/artel-refer-kit.js',
    '/artel-wallet-benefits.js',
    '/artel.js',
  ])
  expect(elsewhere).toEqual([])
  expect(server.violations).toEqual([])
  await page.close()
})

test('nothing in the elements carries a style attribute', async () => {
  const page = await context.newPage()
  await page.goto(server.page(elements('')))
  await page.getByRole('slider').fill('400')
  const styled = await page.evaluate(
    (all) =>
      [...document.querySelectorAll(all)].flatMap((host) => [
        ...(host.hasAttribute('style') ? [host.localName] : []),
        ...[...(host.shadowRoot?.querySelectorAll('[style], style') ?? [])].map((inner) => inner.localName),
      ]),
    tags.join(),
  )
  expect(styled).toEqual([])
  await page.close()
})

test('every state of an element is as high as every other', async () => {
  for (const width of [360, 900]) {
    for (const lang of ['ru', 'en']) {
      for (const tag of ['artel-wallet', 'artel-checkout']) {
        const heights = new Set<number>()
        for (const scene of Object.keys(scenes)) {
          const page = await context.newPage()
          await page.setViewportSize({ width, height: 800 })
          await page.goto(server.page(elements(scene), { lang }))
          await page.locator(`${tag}[data-state]`).waitFor()
          heights.add((await page.locator(tag).boundingBox())?.height ?? 0)
          await page.close()
        }
        expect([tag, width, lang, ...heights]).toHaveLength(4)
      }
    }
  }
})

test('controls are at least 44 px high or wide for a thumb', async () => {
  const page = await context.newPage()
  await page.goto(server.page(elements('')))
  await expect.poll(async () => new Set(await statesOf(page))).toEqual(new Set(['demo']))
  const small = await page.evaluate(
    (all) =>
      [...document.querySelectorAll(all)].flatMap((host) =>
        [...(host.shadowRoot?.querySelectorAll('button, input, a') ?? [])]
          .map((control) => control.getBoundingClientRect())
          .filter(({ height }) => height > 0 && height < 44)
          .map(({ height }) => height),
      ),
    tags.join(),
  )
  expect(small).toEqual([])
  await page.close()
})

test('forced colours keep the border of the card, the slider and the button', async () => {
  const page = await context.newPage()
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(server.page(elements('')))
  const borders = await page.evaluate(() => {
    const root = document.querySelector('artel-checkout')?.shadowRoot
    return ['.card', '.button', '.summary'].map((selector) => {
      const part = root?.querySelector(selector)
      return part ? getComputedStyle(part).borderTopStyle : 'missing'
    })
  })
  expect(borders).toEqual(['solid', 'solid', 'solid'])
  await page.close()
})
