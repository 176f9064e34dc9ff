import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 900, height: 900 })

test('loading gives way to the wallet without moving what is below', async () => {
  let openGate = (): void => {}
  shop.api.gate = new Promise((opened) => {
    openGate = opened
  })
  await shop.open(`<artel-wallet API token="good"></artel-wallet>
    <artel-checkout API token="good" amount="500000" order-ref="A-1"></artel-checkout>`)
  await expect.poll(() => shop.state('artel-checkout')).toBe('loading')
  await shop.page.evaluate(() => {
    const seen = window as typeof window & { shifts: number }
    seen.shifts = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shifts += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift' })
  })
  const before = await shop.page.locator('#below').boundingBox()
  openGate()
  await expect.poll(() => shop.state('artel-checkout')).toBe('ready')
  expect(await shop.page.locator('#below').boundingBox()).toEqual(before)
  // A number that is wider than its placeholder counts a little; nothing else may.
  expect(await shop.page.evaluate(() => (window as typeof window & { shifts: number }).shifts)).toBeLessThan(
    0.005,
  )
})

test('the card opens its code for the till, by keyboard too, and gives the focus back', async () => {
  const { page } = shop
  await page.goto(shop.server.page('<artel-wallet demo></artel-wallet>', { lang: 'ru', theme: 'dark' }))
  const card = page.getByRole('button', { name: 'Карта 9630 1142 5806 9424' })
  await card.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Карта' })
  await dialog.waitFor()
  expect(await dialog.innerText()).toContain('Покажите код на кассе')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog.isVisible()).toBe(false)
  expect(await card.evaluate((element) => element.matches(':focus'))).toBe(true)
  await card.click()
  await page.getByRole('button', { name: 'Закрыть' }).click()
  await expect.poll(() => dialog.isVisible()).toBe(false)
})

test('a page chooses how many events the wallet lists', async () => {
  const { page } = shop
  await shop.open(
    '<artel-wallet demo events="0"></artel-wallet><artel-wallet demo events="4"></artel-wallet>',
  )
  await page.locator('artel-wallet[data-state=demo]').first().waitFor()
  const counts = await page.evaluate(() =>
    [...document.querySelectorAll('artel-wallet')].map(
      (wallet) => wallet.shadowRoot?.querySelectorAll('[part=event]').length,
    ),
  )
  expect(counts).toEqual([0, 4])
})
