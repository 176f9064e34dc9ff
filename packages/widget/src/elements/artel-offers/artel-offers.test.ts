import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 360, height: 900 })

const offer = (id: string, over: object = {}) => ({
  ...{ id, name: `Offer ${id}`, sentence: 'Twice as many points', lastDay: null, member: null, takenAt: [] },
  ...over,
})
const items = () => shop.page.locator('artel-offers [part=item]').allInnerTexts()

test('a stranger reads what a member offers for another, until when, by keyboard too, and only this list is loaded', async () => {
  shop.api.offers = [
    offer('rul_1', {
      ...{ name: 'A wash after the oil', lastDay: `${new Date().getFullYear()}-12-31` },
      ...{ member: { name: 'Моторный двор' }, takenAt: [{ name: 'Blesk' }] },
    }),
  ]
  const names = JSON.stringify({ 'Моторный двор': 'Motor Yard' })
  await shop.open(`<artel-offers API member="mbr_1" names='${names}'></artel-offers>`)
  await expect.poll(() => shop.state('artel-offers')).toBe('ready')
  const [text = ''] = await items()
  expect(text.replace(/\s+/g, ' ')).toContain('Motor Yard → the voucher is taken at Blesk, until December 31')
  expect(shop.api.calls).toMatchObject([
    {
      operation: 'WidgetOffers',
      token: undefined,
      variables: { memberId: 'mbr_1', first: 5, language: 'EN' },
    },
  ])
  const loaded = shop.server.requests.filter((path) => /kit|benefits/.test(path))
  expect(new Set(loaded)).toEqual(new Set(['/artel-offers-kit.js']))
})

test('"Show all" shows the rest, and goes', async () => {
  shop.api.offers = Array.from({ length: 7 }, (_, at) => offer(`rul_${at}`))
  await shop.open('<artel-offers API member="mbr_1" first="2"></artel-offers>')
  await expect.poll(async () => (await items()).length).toBe(2)
  await shop.page.getByRole('button', { name: 'Show all' }).press('Enter')
  await expect.poll(async () => (await items()).length).toBe(7)
  expect(await shop.page.getByRole('button', { name: 'Show all' }).count()).toBe(0)
})

test('a customer is asked about with its token; without one and without a member it says to sign in', async () => {
  shop.api.offers = [offer('rul_1')]
  await shop.open(
    '<artel-offers API token="good"></artel-offers><artel-offers API id="stranger"></artel-offers>',
  )
  await expect.poll(() => shop.state('artel-offers')).toBe('ready')
  await expect.poll(() => shop.state('#stranger')).toBe('signed-out')
  expect(shop.api.calls.map(({ token }) => token)).toEqual(['good'])
})

test('a broken API is said, reported once, and tried again; a member that is none is an error', async () => {
  shop.api.brokenStatus = 500
  await shop.open('<artel-offers API member="mbr_1" lang="ru"></artel-offers>')
  await expect.poll(() => shop.state('artel-offers')).toBe('error')
  const element = shop.page.locator('artel-offers')
  expect(await element.locator('[part=card]').innerText()).toContain('Не удалось загрузить предложения')
  shop.api.brokenStatus = undefined
  shop.api.offers = []
  await shop.page.getByRole('button', { name: 'Повторить' }).click()
  await expect.poll(() => shop.state('artel-offers')).toBe('empty')
  expect(await element.locator('[part=card]').innerText()).toContain('Сейчас предложений нет')
  shop.api.offers = null
  await element.evaluate((list) => list.setAttribute('member', 'mbr_2'))
  await expect.poll(() => shop.state('artel-offers')).toBe('error')
})

test('another language of the page is another request', async () => {
  shop.api.offers = [offer('rul_1')]
  await shop.open('<artel-offers API member="mbr_1"></artel-offers>')
  await expect.poll(() => shop.state('artel-offers')).toBe('ready')
  await shop.page.evaluate(() => document.documentElement.setAttribute('lang', 'ru'))
  await expect
    .poll(() => shop.api.calls.map(({ variables }) => (variables as { language?: string }).language))
    .toEqual(['EN', 'RU'])
  await expect
    .poll(() => shop.page.locator('artel-offers [part=header]').innerText())
    .toBe('Предложения партнёров')
})
