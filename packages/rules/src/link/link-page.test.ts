import { expect, test } from 'vitest'
import { addressOfVisit, isOnPages, pageOfLink, utmOf } from './link-page.ts'

const PAGES = ['https://shop.example/sale', 'https://wash.example/']

test.each([
  ['https://shop.example/sale', true],
  ['https://shop.example/sale/', true],
  ['https://shop.example/sale/oil?size=4#top', true],
  ['https://wash.example/any/page', true],
  ['https://shop.example/sales', false],
  ['https://shop.example/sale/../admin', false],
  ['https://shop.example/sale%2F..%2Fadmin', false],
  ['https://shop.example:444/sale', false],
  ['http://shop.example/sale', false],
  ['https://shop.example@evil.example/sale', false],
  ['https://user:word@shop.example/sale', false],
  ['https://shop.example.evil.example/sale', false],
  ['//evil.example/sale', false],
  ['javascript:alert(1)', false],
  ['https:\\\\evil.example/sale', false],
])('%s lies on an allowed page: %s', (address, isAllowed) => {
  expect(isOnPages(address, PAGES)).toBe(isAllowed)
})

test('a page that is no longer allowed leads to the first that is, and without any nowhere', () => {
  expect(pageOfLink('https://shop.example/sale/oil', PAGES)).toBe('https://shop.example/sale/oil')
  expect(pageOfLink('https://gone.example/', PAGES)).toBe('https://shop.example/sale')
  expect(pageOfLink(null, PAGES)).toBe('https://shop.example/sale')
  expect(pageOfLink('https://gone.example/', [])).toBeUndefined()
})

test('a contact in place of a campaign is left out', () => {
  const query = new URLSearchParams({
    ...{ utm_source: 'anna@example.org', utm_term: '8 (912) 555-01-55', utm_content: '+491712345678' },
    utm_campaign: '701234567',
  })
  expect(utmOf(query, { medium: 'qr' })).toEqual({ medium: 'qr', campaign: '701234567' })
})

test('the page keeps its own query and campaign, and is told the click', () => {
  const utm = utmOf(new URLSearchParams('utm_source=poster&utm_medium=&other=1'), {
    campaign: 'may',
    medium: 'qr',
  })
  expect(utm).toEqual({ campaign: 'may', medium: 'qr', source: 'poster' })
  expect(addressOfVisit('https://shop.example/sale?a=1&utm_campaign=own', { utm, clickId: 'clk_x' })).toBe(
    'https://shop.example/sale?a=1&utm_campaign=own&utm_source=poster&utm_medium=qr&art=clk_x',
  )
  expect(
    addressOfVisit('https://shop.example/sale?q=a%20b&bare&x=1;2', {
      utm: { source: 'a b' },
      clickId: 'clk_x',
    }),
  ).toBe('https://shop.example/sale?q=a%20b&bare&x=1;2&utm_source=a+b&art=clk_x')
  expect(addressOfVisit('https://shop.example/sale?art=clk_old', { utm: {}, clickId: 'clk_x' })).toBe(
    'https://shop.example/sale?art=clk_x',
  )
  expect(addressOfVisit('https://shop.example/sale', { utm: {}, clickId: null })).toBe(
    'https://shop.example/sale',
  )
})
