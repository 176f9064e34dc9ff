import { xmlText } from './text/xml-element.ts'

/** A series of a chart; there is one value for each label. */
export interface ChartSeries {
  readonly name: string
  readonly kind: 'line' | 'bar'
  readonly values: readonly bigint[]
}

/** A chart of values over labels, e.g. months. */
export interface Chart {
  readonly title: string
  /** What the chart shows, in a sentence or two, for those who do not see it. */
  readonly description: string
  readonly labels: readonly string[]
  readonly series: readonly ChartSeries[]
  /** How a value is written on the axis and in the tooltip of its mark. */
  readonly format: (value: bigint) => string
  /** Tells several charts of one page apart. Letters, digits and dashes. Default `chart`. */
  readonly id?: string
}

const WIDTH = 720
const HEIGHT = 360
const AREA = { left: 84, right: 704, top: 52, bottom: 312 }
const TICK_COUNT = 4
/** Fixed-point digits of a share of the height: values may be larger than a float holds. */
const SHARE_SCALE = 1_000_000n
/** Told apart also without colour: lines have their own dashes. */
const DASHES = ['', '6 3', '2 3', '8 3 2 3']
const COLOURS = ['#2563eb', '#d97706', '#059669', '#7c3aed']

/**
 * Draws lines and bars over labels as an SVG of its own (no script, no outside file), with title and description for
 * screen readers and every mark's value in a tooltip. Text and axes take `currentColor`, series the CSS variables
 * `--chart-1` to `--chart-4`, so one picture serves light and dark. Throws RangeError when a series and the
 * labels differ in length.
 */
export function renderChart(chart: Chart): string {
  for (const { name, values } of chart.series)
    if (values.length !== chart.labels.length)
      throw new RangeError(`"${name}" has ${values.length} values for ${chart.labels.length} labels`)
  const id = (chart.id ?? 'chart').replace(/[^A-Za-z0-9-]/g, '')
  const scale = scaleOf(chart.series.flatMap(({ values }) => values))
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="system-ui, sans-serif" font-size="12" fill="currentColor">`,
    `<title id="${id}-title">${visible(chart.title)}</title>`,
    `<desc id="${id}-desc">${visible(chart.description)}</desc>`,
    `<text x="${AREA.left}" y="18" font-size="15" font-weight="600">${visible(chart.title)}</text>`,
    legend(chart.series),
    axes(chart, scale),
    ...chart.series.map((series, index) => seriesMarks(chart, series, index, scale)),
    '</svg>',
  ]
  return parts.join('\n')
}

interface Scale {
  readonly ticks: readonly bigint[]
  readonly y: (value: bigint) => number
}

/** A scale that holds zero and every value, with round ticks. */
function scaleOf(values: readonly bigint[]): Scale {
  let low = 0n
  let high = 0n
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const step = roundStep(high - low)
  const first = floorTo(low, step)
  let last = floorTo(high, step)
  if (last < high || last === first) last += step
  const ticks: bigint[] = []
  for (let tick = first; tick <= last; tick += step) ticks.push(tick)
  const span = last - first
  const height = AREA.bottom - AREA.top
  return {
    ticks,
    y: (value) =>
      AREA.bottom - (Number(((value - first) * SHARE_SCALE) / span) / Number(SHARE_SCALE)) * height,
  }
}

/** 1, 2 or 5 times a power of ten, at least one. */
function roundStep(span: bigint): bigint {
  const rough = span / BigInt(TICK_COUNT)
  if (rough < 1n) return 1n
  const power = 10n ** BigInt(rough.toString().length - 1)
  return [1n, 2n, 5n, 10n].map((factor) => factor * power).find((step) => step >= rough) ?? power * 10n
}

const floorTo = (value: bigint, step: bigint): bigint => {
  const rest = ((value % step) + step) % step
  return value - rest
}

function legend(series: readonly ChartSeries[]): string {
  const width = (AREA.right - AREA.left) / Math.max(1, series.length)
  return series
    .map(({ name, kind }, index) => {
      const x = AREA.left + index * width
      const mark =
        kind === 'bar'
          ? `<rect x="${x}" y="29" width="14" height="10" rx="2" fill="${colour(index)}"/>`
          : `<path d="M${x} 34h18" stroke="${colour(index)}" stroke-width="2.5"${dash(index)}/>`
      return `${mark}<text x="${x + 24}" y="38">${visible(name)}</text>`
    })
    .join('\n')
}

function axes(chart: Chart, scale: Scale): string {
  const lines = scale.ticks.map((tick) => {
    const y = coordinate(scale.y(tick))
    return `<path d="M${AREA.left} ${y}H${AREA.right}" stroke="currentColor" stroke-opacity="${tick === 0n ? 0.6 : 0.15}"/><text x="${AREA.left - 8}" y="${coordinate(scale.y(tick) + 4)}" text-anchor="end">${visible(chart.format(tick))}</text>`
  })
  // As many labels as fit beside each other, the first always.
  const every = Math.max(1, Math.ceil(chart.labels.length / 12))
  const labels = chart.labels.flatMap((label, index) =>
    index % every === 0
      ? `<text x="${coordinate(centre(chart, index))}" y="${AREA.bottom + 20}" text-anchor="middle">${visible(label)}</text>`
      : [],
  )
  return [...lines, ...labels].join('\n')
}

function seriesMarks(chart: Chart, series: ChartSeries, index: number, scale: Scale): string {
  const tip = (at: number): string =>
    `<title>${visible(`${chart.labels[at] ?? ''} · ${series.name}: ${chart.format(series.values[at] ?? 0n)}`)}</title>`
  if (series.kind === 'bar') {
    const bars = chart.series.filter(({ kind }) => kind === 'bar')
    const room = (slot(chart) * 0.7) / bars.length
    const offset = room * (bars.indexOf(series) - bars.length / 2)
    return series.values
      .map((value, at) => {
        const [top, bottom] = value < 0n ? [scale.y(0n), scale.y(value)] : [scale.y(value), scale.y(0n)]
        return `<rect x="${coordinate(centre(chart, at) + offset)}" y="${coordinate(top)}" width="${coordinate(room * 0.92)}" height="${coordinate(bottom - top)}" fill="${colour(index)}">${tip(at)}</rect>`
      })
      .join('\n')
  }
  const points = series.values.map(
    (value, at) => `${coordinate(centre(chart, at))} ${coordinate(scale.y(value))}`,
  )
  const line =
    points.length === 0
      ? ''
      : `<path d="M${points.join('L')}" fill="none" stroke="${colour(index)}" stroke-width="2.5"${dash(index)}/>`
  const dots = series.values.map(
    (value, at) =>
      `<circle cx="${coordinate(centre(chart, at))}" cy="${coordinate(scale.y(value))}" r="3.5" fill="${colour(index)}">${tip(at)}</circle>`,
  )
  return [line, ...dots].join('\n')
}

const slot = (chart: Chart): number => (AREA.right - AREA.left) / Math.max(1, chart.labels.length)
const centre = (chart: Chart, at: number): number => AREA.left + slot(chart) * (at + 0.5)
const colour = (index: number): string =>
  `var(--chart-${(index % 4) + 1}, ${COLOURS[index % 4] ?? 'currentColor'})`
const dash = (index: number): string =>
  index % 4 === 0 ? '' : ` stroke-dasharray="${DASHES[index % 4] ?? ''}"`
const coordinate = (value: number): string => (Math.round(value * 100) / 100).toString()

/** Text of the picture, without characters that XML has no place for. */
const visible = (text: string): string => xmlText(text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' '))
