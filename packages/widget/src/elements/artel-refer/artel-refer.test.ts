import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 360, height: 900 })
const element = () => shop.page.locator('artel-refer')
const text = async () => (await element().locator('[part=card]').innerText()).replace(/[^\S\n]+/g, ' ')
const url = 'https://api.zarechye.example/r/7K3M9-QXA2B'
const referral = (over: object = {}) => ({
  ...{ code: '7K3M9-QXA2B', url, friends: 3, waiting: 1, points: '12600', isReferred: false, ...over },
})
const rule = (id: string, on: string | null, sentence: string) => ({
  ...{ id, on, sentence, name: id, lastDay: null, member: null, takenAt: [] },
})

test('a customer sees the code, its QR, who came of it, and what rules give for a friend, and nothing else is loaded', async () => {
  shop.api.referral = referral()
  shop.api.offers = [
    rule('rul_1', null, 'Twice as many points'),
    rule('rul_2', 'REFERRED', 'After the first purchase: 200 points'),
    rule('rul_3', 'REFERRER', 'For a friend who was brought: 300 points'),
  ]
  await shop.open('<artel-refer API token="good"></artel-refer>')
  await expect.poll(() => shop.state('artel-refer')).toBe('ready')
  expect(await element().locator('[part=code]').innerText()).toBe('7K3M9-QXA2B')
  expect(await shop.page.getByRole('img', { name: 'QR code of your link' }).count()).toBe(1)
  const [first, second] = await element().locator('[part=gives] > div').allInnerTexts()
  expect(first).toMatch(/For you\s+For a friend who was brought: 300 points/)
  expect(second).toMatch(/For the friend\s+After the first purchase: 200 points/)
  expect((await element().locator('[part=facts]').innerText()).split(/\s*\n+\s*/)).toEqual([
    ...['Friends came', '3', 'Waited for', '1', 'Points so far', '12,600'],
  ])
  expect(await text()).not.toContain('Twice')
  expect(shop.operations()).toEqual(['WidgetRefer'])
  expect(shop.server.requests.filter((path) => /kit|list|benefits|follow/.test(path))).toEqual([
    '/artel-refer-kit.js',
  ])
})

test('before the first friend it says how it works; without a page the code itself is copied, and no QR is shown', async () => {
  shop.api.referral = referral({ url: null, friends: 0, waiting: 0, points: '0' })
  await shop.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await shop.open('<artel-refer API token="good" lang="ru"></artel-refer>')
  await expect.poll(() => shop.state('artel-refer')).toBe('empty')
  expect(await text()).toContain('Друг называет этот код при вступлении или до первой покупки.')
  expect(await element().locator('[part=facts], [part=qr], [part=gives]').count()).toBe(0)
  await shop.page.getByRole('button', { name: 'Скопировать код' }).press('Enter')
  await expect.poll(() => element().locator('.view [role=status]').innerText()).toBe('Скопировано')
  expect(await shop.page.evaluate(() => navigator.clipboard.readText())).toBe('7K3M9-QXA2B')
})

test('the address is copied and, where the browser can, shared; a browser that forbids it has the code marked', async () => {
  shop.api.referral = referral()
  await shop.page.addInitScript(() => {
    const shared: unknown[] = []
    Object.assign(globalThis, { shared })
    navigator.share = async (data) => {
      shared.push(data)
      throw new DOMException('Turned back.', 'AbortError')
    }
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'))
  })
  await shop.open('<artel-refer API token="good"></artel-refer>')
  await shop.page.getByRole('button', { name: 'Share' }).click()
  expect(await shop.page.evaluate(() => (globalThis as unknown as { shared: unknown }).shared)).toEqual([
    { text: 'My code in Zarechye: 7K3M9-QXA2B', url },
  ])
  await shop.page.getByRole('button', { name: 'Copy the link' }).click()
  await expect.poll(text).toContain('Marked: copy it by hand')
})

test('who has left has no code; a stranger is told to sign in; what fails is said, reported and tried again', async () => {
  shop.api.referral = referral({ code: null, url: null })
  await shop.open('<artel-refer API token="good"></artel-refer><artel-refer API id="stranger"></artel-refer>')
  await expect.poll(() => shop.state('artel-refer')).toBe('ready')
  expect(await element().first().locator('[part=card]').innerText()).toContain('This account is closed.')
  await expect.poll(() => shop.state('#stranger')).toBe('signed-out')
  shop.api.brokenStatus = 500
  await shop.page.evaluate(() => document.documentElement.setAttribute('lang', 'ru'))
  await expect.poll(() => shop.state('artel-refer')).toBe('error')
  shop.api.brokenStatus = undefined
  shop.api.referral = referral()
  await shop.page.getByRole('button', { name: 'Повторить' }).click()
  await expect.poll(() => shop.state('artel-refer')).toBe('ready')
})

test('another customer is never shown the code of the one before', async () => {
  shop.api.goodTokens.add('other')
  shop.api.referral = referral()
  await shop.open('<artel-refer API token="good"></artel-refer>')
  await expect.poll(() => shop.state('artel-refer')).toBe('ready')
  let open = () => {}
  shop.api.gate = new Promise((resolve) => {
    open = resolve
  })
  await element().evaluate((refer) => refer.setAttribute('token', 'other'))
  await expect.poll(() => shop.state('artel-refer')).toBe('loading')
  expect(await text()).not.toContain('7K3M9')
  shop.api.referral = referral({ code: '0011V-AAAA3' })
  open()
  await expect.poll(text).toContain('0011V-AAAA3')
})
