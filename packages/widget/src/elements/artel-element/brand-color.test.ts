import { describe, expect, test } from 'vitest'
import { brandColor, brandImage } from './brand-color.ts'

describe('brandColor', () => {
  test.each(['#0b6b5d', '#FFCC00'])('passes %s', (value) => expect(brandColor(value)).toBe(value))
  test.each([
    'red',
    '#fff',
    '#12345g',
    '#123456;}',
    'url(https://x)',
    'var(--x)',
    '#1234567',
    ' #123456',
    '#123456\n',
    '',
    null,
  ])('refuses %j', (value) => expect(brandColor(value)).toBeUndefined())
})

describe('brandImage', () => {
  test('passes https', () =>
    expect(brandImage('https://cdn.example/logo.png')).toBe('https://cdn.example/logo.png'))
  test.each([
    'http://x/a.png',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    '/logo.png',
    '//x/a.png',
    '',
    null,
  ])('refuses %j', (value) => expect(brandImage(value)).toBeUndefined())
})
