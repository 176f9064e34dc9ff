import { InvalidInputError } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { checkBrandColor, checkBrandLogoUrl, checkOrigins } from './branding.ts'

describe('branding is data, never markup', () => {
  it.each([
    'red',
    '#fff',
    '#12345g',
    '#123456;background:url(x)',
    'url(https://x)',
    'expression(1)',
    ' #123456',
  ])('refuses %j as a colour', (value) => {
    expect(() => checkBrandColor(value)).toThrow(InvalidInputError)
  })

  it('takes #rrggbb in any case, and nothing', () => {
    expect(checkBrandColor('#0A6E5C')).toBe('#0a6e5c')
    expect(checkBrandColor(null)).toBeNull()
  })

  it.each([
    'javascript:alert(1)',
    'http://cdn.example/logo.png',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'https://user:secret@cdn.example/logo.png',
    '//cdn.example/logo.png',
    'logo.png',
    `https://cdn.example/${'x'.repeat(3000)}`,
  ])('refuses %j as a logo', (value) => {
    expect(() => checkBrandLogoUrl(value)).toThrow(InvalidInputError)
  })

  it('escapes what could end an attribute', () => {
    expect(checkBrandLogoUrl('https://cdn.example/a"onerror="x.png')).toBe(
      'https://cdn.example/a%22onerror=%22x.png',
    )
  })

  it.each([
    'https://shop.example/',
    'https://*.shop.example',
    '*',
    'null',
    'file:///etc',
    'https://SHOP.example',
    'https://shop.example:443',
    'ftp://shop.example',
    'shop.example',
  ])('refuses %j as an origin', (value) => {
    expect(() => checkOrigins([value])).toThrow(InvalidInputError)
  })

  it('takes exact origins once each', () => {
    const origins = ['https://shop.example', 'http://localhost:3000', 'https://shop.example']
    expect(checkOrigins(origins)).toEqual(['https://shop.example', 'http://localhost:3000'])
  })
})
