import { launchBrowser } from '@artel/test-browser'
import { refundPurchase } from '@artel/use-cases'
import type { Browser, Page } from 'playwright-core'
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

/** A page of a phone at a site, signed in there as the customer. */
async function onPhone(site: SiteName, name: string, address = '/'): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 360, height: 780 } })
  const page = await context.newPage()
  await page.goto(world.sites[site] + address)
  await page.selectOption('form select', world.customerId(name))
  await page.click('form:has(select) button')
  // A customer without points has a wallet that says so.
  await page.locator(':is(artel-wallet[data-state=ready], artel-wallet[data-state=empty])').waitFor()
  return page
}

test('what was ticked and typed stays in the form that the auto service sends back', async () => {
  const page = await onPhone('auto-service', 'Вера Лис')
  await page.fill('#plate', 'А123ВС76')
  await page.click('#prices .drop-off button')
  await page.getByRole('alert').waitFor()
  expect(await page.inputValue('#plate')).toBe('А123ВС76')
  await page.check('#prices input[value=oil]')
  // Too short, which only a browser without the pattern of the field would send.
  await page.$eval('#plate', (field) => field.removeAttribute('pattern'))
  await page.fill('#plate', 'А1')
  await page.click('#prices .drop-off button')
  await page.getByRole('alert').waitFor()
  expect(await page.isChecked('#prices input[value=oil]')).toBe(true)
  expect(await page.inputValue('#plate')).toBe('А1')
  await page.context().close()
})

test('a return is shown on the order, money as money and points as points', async () => {
  await world.earn('Пётр Ильин', 1000)
  const page = await onPhone('auto-service', 'Пётр Ильин')
  await page.check('#prices input[value=oil]')
  await page.fill('#plate', 'А123ВС76')
  await page.click('#prices .drop-off button')
  await page.locator('artel-checkout[data-state=ready] [part=points-field]').fill('320')
  await page.locator('artel-checkout [part=confirm]').click()
  const figure = async (name: string) =>
    (await page.locator(`[data-figure="${name}"]`).innerText()).replace(/\s+/g, ' ')
  await page.locator('[data-figure=left]').waitFor()
  expect(await figure('left')).toBe('2 880 ₽')
  const order = page.url()
  await page.goto(`${world.sites['auto-service']}/workshop`)
  await page.getByRole('button', { name: 'Поднять на подъёмник' }).click()
  await page.getByRole('button', { name: 'Закрыть заказ' }).click()
  await page.getByText('Подъёмники свободны.').waitFor()
  const receiptRef = decodeURIComponent(order.split('/').at(-1) ?? '')
  await refundPurchase(world.coalition.member('motor-yard').context, {
    purchase: { receiptRef },
    reason: 'The customer was right.',
    idempotencyKey: 'refund-of-the-test',
  })
  await page.goto(order)
  // 320 of 3 200 were points; 5 % of 2 880 had been earned.
  expect(await figure('returned-money')).toBe('2 880 ₽')
  expect(await figure('returned-points')).toBe('320 баллов')
  expect(await figure('taken-back')).toBe('144 балла')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.context().close()
})

test('on a phone the cart of the parts shop is one tap away from any part of the album', async () => {
  const page = await onPhone('parts-shop', 'Глеб Чиж')
  await page.locator('.part button').first().click()
  const toCart = page.getByRole('link', { name: 'Корзина · 1' })
  expect(await toCart.evaluate((link) => link.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
  await toCart.click()
  await expect
    .poll(() => page.locator('#cart h2').evaluate((title) => title.getBoundingClientRect().top))
    .toBeLessThan(780)
  await page.getByRole('button', { name: 'Оформить заказ' }).click()
  await page.waitForURL('**/orders/*')
  await page.context().close()
})

test.each<[SiteName, string]>([
  ['auto-service', '/?lang=en'],
  ['car-wash', '/en'],
  ['parts-shop', '/?lang=en'],
])(
  '%s writes names in Latin letters on its English page, and in its own on the Russian',
  async (site, path) => {
    const page = await browser.newPage()
    const namesAt = async (address: string) => {
      await page.goto(world.sites[site] + address)
      await page.locator('form select option').first().waitFor({ state: 'attached' })
      return page.locator('form select option').allInnerTexts()
    }
    expect(await namesAt(path)).toContain('Anna Kotova')
    expect(await namesAt('/')).toContain('Анна Котова')
    await page.close()
  },
)
