import { describe, expect, it } from 'vitest'
import { type Chart, renderChart } from './render-chart.ts'
import { textsAt, xmlTree } from './testing/pain001-schema.ts'

const chart = (changes: Partial<Chart> = {}): Chart => ({
  title: 'Вступление: 12 месяцев',
  description: 'Начислено, списано и деньги по месяцам.',
  labels: ['янв', 'фев', 'мар'],
  series: [
    { name: 'Начислено', kind: 'bar', values: [100n, 250n, 400n] },
    { name: 'Списано', kind: 'bar', values: [0n, 50n, 120n] },
    { name: 'Деньги', kind: 'line', values: [-90n, 20n, 310n] },
  ],
  format: (value) => value.toString(),
  ...changes,
})

/** All elements of a name, with their attributes. */
function marks(svg: string, name: string) {
  return [...svg.matchAll(new RegExp(`<${name} ([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  )
}

describe('renderChart', () => {
  it('is a well-formed picture with a title and a description for screen readers', () => {
    const tree = xmlTree(renderChart(chart({ id: 'join' })))
    expect(tree.name).toBe('svg')
    expect(tree.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'join-title join-desc' })
    expect(textsAt(tree, 'title')).toEqual(['Вступление: 12 месяцев'])
    expect(textsAt(tree, 'desc')).toEqual(['Начислено, списано и деньги по месяцам.'])
    expect(textsAt(tree, 'circle/title')).toEqual([
      'янв · Деньги: -90',
      'фев · Деньги: 20',
      'мар · Деньги: 310',
    ])
  })

  it('draws to scale: heights are as the values, zero is one line, negatives hang below it', () => {
    const svg = renderChart(chart())
    const heights = marks(svg, 'rect').flatMap(({ height, x }) => (x && Number(x) > 0 ? Number(height) : []))
    const [, , jan = 0, feb = 0, mar = 0] = heights
    expect(feb / jan).toBeCloseTo(2.5, 1)
    expect(mar / jan).toBeCloseTo(4, 1)
    const [negative, , positive] = marks(svg, 'circle').map(({ cy }) => Number(cy))
    const zero = marks(svg, 'path').find((path) => path['stroke-opacity'] === '0.6')?.d ?? ''
    const zeroY = Number(/ ([\d.]+)H/.exec(zero)?.[1])
    expect(negative).toBeGreaterThan(zeroY)
    expect(positive).toBeLessThan(zeroY)
  })

  it('takes its colours from the page, so that light and dark need one picture', () => {
    const svg = renderChart(chart())
    expect(svg).toContain('fill="currentColor"')
    expect(svg).toContain('var(--chart-1, #2563eb)')
    expect(svg).not.toMatch(/fill="(white|black|#fff|#000)/)
  })

  it('keeps text text', () => {
    const svg = renderChart(chart({ title: '<script>alert(1)</script> & "x"', labels: ['<', '>', '\u0000'] }))
    expect(svg).not.toContain('<script')
    expect(textsAt(xmlTree(svg), 'title')).toEqual(['<script>alert(1)</script> & "x"'])
  })

  it('draws nothing but zeros, one month, none, and values beyond a float, without a NaN', () => {
    const huge = 9_223_372_036_854_775_807n
    const series = (values: bigint[]) => [{ name: 'a', kind: 'line' as const, values }]
    for (const [labels, values] of [
      [['m'], [0n]],
      [[], []],
      [
        ['a', 'b'],
        [huge, -huge],
      ],
      [
        ['a', 'b'],
        [-5n, -1n],
      ],
    ] as [string[], bigint[]][]) {
      const svg = renderChart(chart({ labels, series: series(values) }))
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      for (const { cy } of marks(svg, 'circle')) {
        expect(Number(cy)).toBeGreaterThanOrEqual(52)
        expect(Number(cy)).toBeLessThanOrEqual(312)
      }
    }
    expect(() => renderChart(chart({ labels: ['a'] }))).toThrow(RangeError)
  })
})
