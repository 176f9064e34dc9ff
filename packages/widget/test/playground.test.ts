import { launchBrowser } from '@artel/test-browser'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PageServer, servePage } from './serve-page.ts'

let browser: Browser
let server: PageServer
let page: Page
beforeAll(async () => {
  server = await servePage()
  browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'en-GB' })
  page = await context.newPage()
  await page.goto(`${server.origin}/playground.html`)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const axe = async (): Promise<string[]> => {
  // Within the page itself: the other way opens another page for each analysis.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

test('a visitor switches element, language, theme and state, and copies what to paste', async () => {
  const snippet = page.locator('#snippet')
  await page.locator('#frame artel-wallet[data-state=demo]').waitFor()
  expect(await snippet.textContent()).toContain(
    '<artel-wallet token-endpoint="/artel-token" locale="en" theme="light">',
  )
  await page.getByLabel('artel-checkout').check()
  await page.getByLabel('Русский').check()
  await page.getByLabel('Тёмная').check()
  await page.getByLabel('Сумма, ₽').fill('1200')
  expect(await snippet.textContent()).toContain(
    'amount="120000" order-ref="order-1042" locale="ru" theme="dark"',
  )
  await page.locator('select').selectOption('error')
  await page.locator('#frame artel-checkout[data-state=error]').waitFor()
  expect(await page.locator('#events').textContent()).toContain('artel:state')
  await page.getByRole('button', { name: 'Сбросить' }).click()
  await page.locator('#frame artel-wallet[data-state=demo]').waitFor()
})

const looks = [
  ['light', 'en', 'auto'],
  ['light', 'ru', 'dark'],
  ['dark', 'en', 'light'],
  ['dark', 'ru', 'auto'],
] as const
test.each(looks)(
  'on a %s page, in %s, theme %s: fits a phone, breaks no policy, has no accessibility violation',
  async (colorScheme, locale, theme) => {
    await page.emulateMedia({ colorScheme })
    for (const choice of ['all', locale, theme]) await page.locator(`input[value=${choice}]`).check()
    await page.locator('#frame artel-checkout[data-state=demo]').waitFor()
    expect(await axe()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(server.violations).toEqual([])
  },
)
