import { launchBrowser } from '@artel/test-browser'
import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSites, runRefusedSite, type SiteName, type SitesWorld } from './sites-world.ts'

let world: SitesWorld
let browser: Browser

beforeAll(async () => {
  world = await openSites()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

test.each<[SiteName, string]>([
  ['auto-service', '/orders'],
  ['car-wash', '/washes'],
  ['parts-shop', '/api/orders'],
])('%s refuses what a foreign page sends', async (site, path) => {
  const send = (headers: Record<string, string>) =>
    fetch(world.sites[site] + path, { method: 'POST', headers, body: '{}' }).then(({ status }) => status)
  expect(await send({ origin: 'https://evil.example' })).toBe(403)
  expect(await send({})).toBe(403)
})

test.each<SiteName>(['auto-service', 'car-wash', 'parts-shop'])(
  '%s names the setting that is missing',
  async (site) => {
    const settings = {
      PORT: '1',
      ARTEL_API_URL: 'http://localhost/graphql',
      ARTEL_WIDGET_URL: 'http://localhost/artel.js',
    }
    const { code, said } = await runRefusedSite(site, settings)
    expect(code).toBe(1)
    expect(said).toMatch(/^Set ARTEL_API_KEY: your member's secret key .*\n$/)
  },
)

const looks = (['ru', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (
      [
        ['auto-service', lang === 'en' ? '/?lang=en' : '/'],
        ['car-wash', lang === 'en' ? '/en' : '/'],
        ['parts-shop', lang === 'en' ? '/?lang=en' : '/'],
      ] as const
    ).map(([site, path]) => [site, lang, colorScheme, path] as const),
  ),
)
test.each(looks)(
  '%s in %s, %s: accessible, and no wider than a phone',
  async (site, lang, colorScheme, path) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 780 } })
    const page = await context.newPage()
    await page.goto(world.sites[site] + path)
    await page.locator('h1').waitFor()
    // While a badge is asking, its text is as pale as its pill.
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
    expect(await page.getAttribute('html', 'lang')).toBe(lang)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    const { violations } = await new AxeBuilder({ page }).analyze()
    await context.close()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  },
)
