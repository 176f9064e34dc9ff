import { expect, test } from 'vitest'
import { barcode } from './barcode.ts'

/** Widths of bars and spaces as they stand in the path, in turn. */
function widthsOf(path: string): number[] {
  const bars = [...path.matchAll(/M(\d+) 0h(\d+)v/g)].map(([, x, width]) => ({
    x: Number(x),
    width: Number(width),
  }))
  return bars.flatMap(({ x, width }, at) => {
    const next = bars[at + 1]
    return next ? [width, next.x - x - width] : [width]
  })
}
const symbolsOf = (path: string): string[] => widthsOf(path).join('').match(/.{6}/g) ?? []

test('bars of a card are a start of set C, a symbol for each two digits, a check and an end, with clear space beside', () => {
  const bars = barcode('9231357335133357')
  expect(bars?.width).toBe(10 + 11 * 10 + 13 + 10)
  const symbols = symbolsOf(bars?.path ?? '')
  expect(symbols[0]).toBe('211232')
  expect(
    widthsOf(bars?.path ?? '')
      .slice(-7)
      .join(''),
  ).toBe('2331112')
  expect(bars?.path.startsWith('M10 ')).toBe(true)
})

test('every symbol is eleven modules wide, its bars an even number of them, and no two are alike', () => {
  const all = Array.from({ length: 100 }, (_, value) => {
    const symbol = symbolsOf(barcode(String(value).padStart(2, '0'))?.path ?? '')[1] ?? ''
    const widths = [...symbol].map(Number)
    const sum = (from: number, step: number) =>
      widths.filter((_width, at) => at >= from && (at - from) % step === 0).reduce((a, b) => a + b, 0)
    expect([value, sum(0, 1), sum(0, 2) % 2]).toEqual([value, 11, 0])
    return symbol
  })
  expect(new Set(all).size).toBe(100)
})

test.each(['', '123', '12a4', '4000 0001'])('%j has no bars', (text) => expect(barcode(text)).toBeUndefined())
