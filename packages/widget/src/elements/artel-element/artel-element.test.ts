import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 900, height: 900 })

test('the page fills the signed-out slot with its own words', async () => {
  await shop.open('<artel-wallet API><button slot="signed-out">Sign in with us</button></artel-wallet>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('signed-out')
  await shop.page.getByRole('button', { name: 'Sign in with us' }).click()
})

test('branding is data: hostile values paint nothing and run nothing', async () => {
  const dialogs: string[] = []
  shop.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  for (const brandColor of [
    'red;}*{display:none}',
    'url(https://evil.example/x)',
    '#12345',
    '</style><script>alert(1)</script>',
  ]) {
    shop.api.member = {
      id: 'mbr_1',
      name: '<img src=x onerror=alert(1)>',
      brandColor,
      brandLogoUrl: 'javascript:alert(1)',
    }
    await shop.open('<artel-wallet API token="good"></artel-wallet>')
    await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
    expect(await shop.page.locator('artel-wallet img').count()).toBe(0)
    const brand = await shop.page
      .locator('artel-wallet')
      .evaluate((element) => getComputedStyle(element).getPropertyValue('--_brand'))
    expect(brand).toBe('')
  }
  expect(dialogs).toEqual([])
})

test('a good brand colour paints, and the page may overrule it', async () => {
  shop.api.member = { id: 'mbr_1', name: 'Motor Yard', brandColor: '#ffcc00', brandLogoUrl: null }
  await shop.open('<artel-wallet API token="good"></artel-wallet>')
  const mark = shop.page.locator('artel-wallet [part=logo]')
  const colors = (): Promise<string[]> =>
    mark.evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color])
  await expect.poll(colors).toEqual(['rgb(255, 204, 0)', 'color(srgb-linear 0 0 0)'])
  await shop.page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('artel-wallet { --artel-accent: #123456; --artel-accent-text: #ffffff }')
    document.adoptedStyleSheets.push(sheet)
    document.documentElement.lang = 'ru'
  })
  await expect.poll(colors).toEqual(['rgb(18, 52, 86)', 'rgb(255, 255, 255)'])
})

test('text on any accent is black or white, whichever reads better', async () => {
  await shop.open('<artel-wallet API token="good"></artel-wallet>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  const textOn = (accent: string): Promise<string> =>
    shop.page.locator('artel-wallet').evaluate((element, color) => {
      element.style.setProperty('--artel-accent', color)
      return getComputedStyle(element.shadowRoot?.querySelector('[part=logo]') ?? element).color
    }, accent)
  // Greys around the luminance of 0.179, and colours whose lightness alone would mislead.
  for (const dark of ['#757575', '#0b6b5d', '#e00000', '#0000ff'])
    expect(await textOn(dark)).toMatch(/ 1 1 1\)$/)
  for (const light of ['#767676', '#ffcc00', '#ff3030', '#00a000'])
    expect(await textOn(light)).toMatch(/ 0 0 0\)$/)
})

test('the language follows the attribute, the nearest lang, and the page when it switches', async () => {
  await shop.open(`<div lang="ru"><artel-wallet API token="good"></artel-wallet></div>
    <artel-earn-badge API member="mbr_1" amount="4200" locale="ru"></artel-earn-badge>`)
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  expect(await shop.page.locator('artel-wallet [part=balance]').innerText()).toMatch(/^1\s722 балла$/)
  await expect
    .poll(() => shop.page.locator('artel-earn-badge [part=badge]').innerText())
    .toBe('Вы получите 2 балла')
  await shop.page.evaluate(() => document.querySelector('[lang=ru]')?.setAttribute('lang', 'en'))
  await shop.page
    .locator('artel-wallet')
    .evaluate((element) => Object.assign(element, { messages: { unit: 'bonuses' } }))
  await expect.poll(() => shop.page.locator('artel-wallet [part=balance]').innerText()).toBe('1,722 bonuses')
})

test('the script may be loaded twice', async () => {
  await shop.open('<artel-wallet API token="good"></artel-wallet>')
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  const outcome = await shop.page.evaluate(`import('/artel.js?again').then((again) => {
    again.defineArtelElements()
    return customElements.get('artel-wallet') === again.ArtelWallet ? 'redefined' : 'kept'
  })`)

  expect(outcome).toBe('kept')
})
