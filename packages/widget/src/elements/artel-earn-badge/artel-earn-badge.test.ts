import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 900, height: 900 })

test('the earn badge works signed-out for a named member', async () => {
  await shop.open('<artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>')
  await expect.poll(() => shop.state('artel-earn-badge')).toBe('ready')
  expect(await shop.page.locator('artel-earn-badge [part=badge]').innerText()).toBe('You will earn 50 points')
  expect(shop.api.calls).toMatchObject([
    { operation: 'WidgetQuote', token: undefined, variables: { input: { memberId: 'mbr_1' } } },
  ])
})

test('equal badges ask once', async () => {
  await shop.open('<artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>'.repeat(4))
  await expect.poll(() => shop.state('artel-earn-badge')).toBe('ready')
  expect(shop.api.calls).toHaveLength(1)
})

test('a badge follows its price', async () => {
  await shop.open('<artel-earn-badge API member="mbr_1" amount="100000"></artel-earn-badge>')
  await expect
    .poll(() => shop.page.locator('artel-earn-badge [part=badge]').innerText())
    .toBe('You will earn 50 points')
  await shop.page.locator('artel-earn-badge').evaluate((badge) => badge.setAttribute('amount', '2000'))
  await expect
    .poll(() => shop.page.locator('artel-earn-badge [part=badge]').innerText())
    .toBe('You will earn 1 point')
})
