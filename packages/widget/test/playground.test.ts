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
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id }) => id)
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

test('fits a phone, breaks no policy, has no accessibility violation in both languages', async () => {
  await page.getByLabel('All three').check()
  expect(await axe()).toEqual([])
  await page.getByLabel('Русский').check()
  await page.getByLabel('Тёмная').check()
  expect(await axe()).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(server.violations).toEqual([])
})
