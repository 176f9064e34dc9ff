import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 360, height: 900 })

const partner = (name: string, over: object = {}, site: string | null = null) => ({
  member: { id: `mbr_${name}`, name, kind: 'CAR_WASH', brandColor: null, brandLogoUrl: null, ...over },
  ...{ site, earns: '3 % of what you pay comes back in points', takes: 'Points pay up to 50 % of a bill' },
})

test('a stranger reads who takes part, what it is, gives and takes, and goes to its site', async () => {
  shop.api.partners = [
    partner('Blesk', { brandColor: '#0f6f8f' }, 'https://blesk.example/points?a=1'),
    partner('Club', { kind: 'CLUB' }),
  ]
  await shop.open('<artel-partners API member="mbr_1"></artel-partners>')
  await expect.poll(() => shop.state('artel-partners')).toBe('ready')
  const [wash = '', club = ''] = await shop.page.locator('artel-partners [part=item]').allInnerTexts()
  expect(wash).toMatch(/Blesk\s+Car wash[\s\S]*3 % of what you pay[\s\S]*up to 50 %[\s\S]*blesk\.example$/)
  expect(club).toMatch(/Club\s+Club/)
  const link = shop.page.getByRole('link')
  expect(await link.getAttribute('href')).toBe('https://blesk.example/points?a=1')
  expect(await link.getAttribute('aria-label')).toBe('Blesk: blesk.example')
  const mark = shop.page.locator('artel-partners [part=logo]').first()
  expect(await mark.evaluate((logo) => getComputedStyle(logo).backgroundColor)).toBe('rgb(15, 111, 143)')
})

test('what comes from data is neither a script, nor a style, nor a picture of another kind', async () => {
  shop.api.partners = [
    partner(
      '<b>Bold</b>',
      { brandColor: 'red}:host{display:none', brandLogoUrl: 'http://x.example/a.png' },
      'javascript:alert(1)',
    ),
  ]
  await shop.open('<artel-partners API member="mbr_1"></artel-partners>')
  await expect.poll(() => shop.state('artel-partners')).toBe('ready')
  const element = shop.page.locator('artel-partners')
  expect(await element.locator('[part=card]').innerText()).toContain('<b>Bold</b>')
  expect(await element.isVisible()).toBe(true)
  expect(await element.locator('a, img').count()).toBe(0)
})

test('a logo that the policy of the page refuses leaves the letter', async () => {
  shop.api.partners = [partner('Blesk', { brandLogoUrl: 'https://blesk.example/logo.png' })]
  await shop.open('<artel-partners API member="mbr_1"></artel-partners>')
  await expect.poll(() => shop.state('artel-partners')).toBe('ready')
  await expect.poll(() => shop.page.locator('artel-partners img').isHidden()).toBe(true)
  expect(await shop.page.locator('artel-partners [part=logo]').innerText()).toBe('B')
  // The refusal is the point here.
  await expect.poll(() => shop.server.violations.length).toBeGreaterThan(0)
  shop.server.violations.length = 0
})
