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

test('a page writes the names that the API tells in its own letters; a name that it does not know stays', async () => {
  shop.api.member = { id: 'mbr_1', name: 'Моторный двор', brandColor: null, brandLogoUrl: null }
  const names = JSON.stringify({ Zarechye: 'Заречье', 'Моторный двор': 'Motor Yard' })
  await shop.open(`<artel-wallet API token="good" names='${names}'></artel-wallet>
    <artel-checkout API token="good" amount="500000" order-ref="N-1" names='${names}'></artel-checkout>`)
  const header = shop.page.locator('artel-wallet [part=header]')
  await expect.poll(() => header.innerText()).toMatch(/^З\s+Заречье\s+Anna Sokolova$/)
  await shop.page.getByRole('slider').fill('400')
  await shop.page.locator('artel-checkout [part=confirm]').click()
  const held = shop.page.locator('artel-checkout [part=held]')
  await expect.poll(() => held.innerText()).toContain('Ask Motor Yard to cancel the hold')
  // What is no text is no name, and what is no JSON has none.
  for (const other of ['{"Заречье": 1}', 'no JSON', '']) {
    await shop.page
      .locator('artel-wallet')
      .evaluate((wallet, json) => wallet.setAttribute('names', json), other)
    await expect.poll(() => header.innerText()).toMatch(/^Z\s+Zarechye\s+Anna Sokolova$/)
  }
})

test('a card number, a fact and a day are whole on the narrowest wallet, in both languages', async () => {
  const { page } = shop
  await page.setViewportSize({ width: 320, height: 900 })
  for (const lang of ['en', 'ru']) {
    await page.goto(shop.server.page('<artel-wallet demo></artel-wallet>', { lang }))
    await page.locator('artel-wallet[data-state=demo]').waitFor()
    const cut = await page.evaluate(() =>
      Array.from(
        document.querySelector('artel-wallet')?.shadowRoot?.querySelectorAll('.clip:not(header *)') ?? [],
      )
        .filter((text) => text.scrollWidth > text.clientWidth)
        .map((text) => text.textContent),
    )
    expect(cut).toEqual([])
  }
})
