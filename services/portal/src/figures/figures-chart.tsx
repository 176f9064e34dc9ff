import { useTranslation } from 'react-i18next'
import type { FigurePartRowFragment } from '../generated/graphql.ts'
import { formatTrend } from '../number/format-money.ts'
import { formatLocalDay } from '../number/format-time.ts'
import './figures.css'

const HEIGHT = 160
const STEP = 20
const GAP = 5
/** Parts of the height that a bar may take, exact while sums are whole. */
const SCALE = 1_000n

interface FiguresChartProps {
  readonly parts: readonly FigurePartRowFragment[]
  readonly label: string
}

/** Turnover as bars; the table below says the same in numbers. */
export default function FiguresChart({ parts, label }: FiguresChartProps) {
  const { i18n } = useTranslation()
  const sums = parts.map(({ sums }) => BigInt(sums.net.amountMinor))
  let highest = 1n
  for (const sum of sums) if (sum > highest) highest = sum
  const first = parts[0]
  const last = parts.at(-1)
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${parts.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {parts.map(({ from, sums: { net } }, index) => {
          const sum = sums[index] ?? 0n
          const part = sum > 0n ? Number((sum * SCALE) / highest) / Number(SCALE) : 0
          const height = part * (HEIGHT - 4)
          return (
            <rect
              key={from}
              x={index * STEP + GAP / 2}
              y={HEIGHT - height}
              width={STEP - GAP}
              height={height}
              rx="2"
            >
              <title>{`${formatLocalDay(from, i18n.language)}: ${formatTrend(net, i18n.language)}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption>
        <span>{first && formatLocalDay(first.from, i18n.language)}</span>
        <span>{last && formatLocalDay(last.to, i18n.language)}</span>
      </figcaption>
    </figure>
  )
}
