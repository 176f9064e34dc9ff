import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 360, height: 900 })

const voucher = (code: string, over: object = {}) => ({
  ...{ id: `vch_${code}`, code, state: 'ISSUED', sentence: '20 % off', lastDay: '2030-12-10' },
  ...{ at: [{ name: 'Blesk' }, { name: 'Tyres' }], ...over },
})
const row = () => shop.page.locator('artel-wallet [part=vouchers]')

test('a customer finds the code of a voucher, where it is taken and until when, by keyboard, and what is missing for a tier', async () => {
  shop.api.account.vouchers = [voucher('7K3M-9QXA-2B4C'), voucher('USED', { state: 'USED' })]
  shop.api.account.tiers = [
    {
      ladder: { id: 'lad_1', member: null },
      tier: { name: 'Silver' },
      next: { tier: { name: 'Gold' }, missing: { spend: null, visits: 3 } },
    },
  ]
  await shop.open('<artel-wallet API token="good"></artel-wallet>')
  await expect.poll(() => row().innerText()).toMatch(/Vouchers\s+1\s+Silver/)
  await row().focus()
  await shop.page.keyboard.press('Enter')
  const dialog = shop.page.getByRole('dialog', { name: 'Vouchers' })
  await dialog.waitFor()
  const text = (await dialog.innerText()).replace(/\s+/g, ' ')
  expect(text).toContain('20 % off Blesk, Tyres, until December 10 7K3M-9QXA-2B4C')
  expect(text).not.toContain('USED')
  expect(text).toContain('Your tier Silver 3 visits more to Gold')
  const { violations } = await new AxeBuilder({ page: shop.page }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await shop.page.keyboard.press('Escape')
  await expect.poll(() => dialog.isVisible()).toBe(false)
  expect(await row().evaluate((element) => element.matches(':focus'))).toBe(true)
})

test('a voucher that came with a purchase shows once the balance has moved; nothing of a customer is left for the next', async () => {
  await shop.open('<artel-wallet API token="good"></artel-wallet>')
  await expect.poll(() => row().innerText()).toMatch(/Vouchers\s+0/)
  await expect.poll(() => shop.api.streams.length).toBe(1)
  shop.api.account.vouchers = [voucher('7K3M-9QXA-2B4C')]
  shop.api.account.moves += 1
  await shop.api.streams[0]?.tell()
  await expect.poll(() => row().innerText()).toMatch(/Vouchers\s+1/)
  shop.api.account.id = 'cus_2'
  shop.api.account.vouchers = []
  await shop.page
    .locator('artel-wallet')
    .evaluate((wallet) => (wallet as unknown as { retry(): void }).retry())
  await expect.poll(() => row().innerText()).toMatch(/Vouchers\s+0/)
})

test('the place of vouchers is kept while they are loaded, so nothing moves', async () => {
  await shop.open('<artel-wallet API token="good"></artel-wallet>')
  const below = () => shop.page.locator('#below').boundingBox()
  await shop.page.locator('artel-wallet[data-state]').waitFor()
  const before = await below()
  await row().waitFor()
  expect(await below()).toEqual(before)
})
