import { launchBrowser } from '@artel/test-browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookOver, PHONE_WIDTH } from './look-over.ts'
import { type OrderPages, visitEverything } from './site-visitor.ts'
import { openSites, type SiteName, type SitesWorld } from './sites-world.ts'

let world: SitesWorld
let browser: Browser
/** One page for a visitor whom nobody knows, one for a customer who has been everywhere. */
let stranger: Page
let customer: Page
let orders: OrderPages

beforeAll(async () => {
  world = await openSites()
  browser = await launchBrowser()
  const open = async () => {
    const viewport = { width: PHONE_WIDTH, height: 780 }
    const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage()
    return page
  }
  stranger = await open()
  customer = await open()
  await world.earn('Анна Котова', 1000)
  orders = await visitEverything(world, 'Анна Котова', customer.context())
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

/** A page of a site by what it shows, where it is, and what is done on it before it is looked at. */
type Sight = readonly [what: string, path: string | (() => string), act?: (page: Page) => Promise<unknown>]

/** Looks at every page in both languages, light and dark, on a phone. */
function look(site: SiteName, whose: () => Page, sights: readonly Sight[]): void {
  for (const lang of ['ru', 'en'] as const) {
    for (const [what, path, act] of sights) {
      test(`${lang}: ${what}`, async () => {
        const page = whose()
        const address = typeof path === 'string' ? path : path()
        await page.goto(world.sites[site] + inLanguage(site, address, lang))
        await act?.(page)
        expect(await lookOver(page, lang)).toEqual([])
      })
    }
  }
}

function inLanguage(site: SiteName, path: string, lang: 'ru' | 'en'): string {
  if (lang === 'ru') return path
  return site === 'car-wash' ? '/en' : `${path}?lang=en`
}

describe('auto-service', () => {
  look('auto-service', () => stranger, [
    ['the front page of a stranger', '/'],
    ['the orders of a stranger', '/orders'],
    ['an address that is none', '/nothing'],
  ])
  look('auto-service', () => customer, [
    ['the front page', '/'],
    [
      'a form that lacks a work',
      '/',
      async (page) => {
        await page.fill('#plate', 'А123ВС76')
        await page.click('#prices .drop-off button')
        await page.getByRole('alert').waitFor()
      },
    ],
    ['the orders', '/orders'],
    ['an order as it was dropped off', () => orders.open],
    ['an order with points held, on the lift', () => orders.held],
    ['an order that is paid and taken back', () => orders.finished],
    ['an order that is cancelled', () => orders.cancelled],
    ['the workshop', '/workshop'],
  ])
})

describe('car-wash', () => {
  look('car-wash', () => stranger, [['the page of a stranger', '/']])
  look('car-wash', () => customer, [
    ['the page with a programme chosen', '/', (page) => page.locator('.programme').first().click()],
  ])
})

describe('parts-shop', () => {
  look('parts-shop', () => stranger, [
    ['the album of a stranger', '/'],
    ['the orders of a stranger', '/orders'],
  ])
  look('parts-shop', () => customer, [
    ['the album with a part in the cart', '/', (page) => page.locator('.part button').first().click()],
    ['the orders', '/orders'],
    ['an order to be paid', () => orders.unpaid],
    ['an order that is paid, with a line returned', () => orders.paid],
  ])
})

test('a problem with the form has the focus, so that a phone shows it', async () => {
  await customer.goto(world.sites['auto-service'])
  await customer.fill('#plate', 'А123ВС76')
  await customer.click('#prices .drop-off button')
  const problem = customer.getByRole('alert')
  await problem.waitFor()
  await expect.poll(() => problem.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('the terminal of the wash follows the thumb once a programme is chosen, and not before', async () => {
  await stranger.goto(world.sites['car-wash'])
  await stranger.locator('#sign-in option').first().waitFor({ state: 'attached' })
  const position = () =>
    stranger.locator('.terminal').evaluate((terminal) => getComputedStyle(terminal).position)
  expect(await position()).toBe('static')
  await stranger.locator('.programme').first().click()
  expect(await position()).toBe('sticky')
})
