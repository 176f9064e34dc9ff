import type { ReactNode } from 'react'

interface FigureProps {
  readonly name: string
  readonly value: ReactNode
  /** What it stands beside: the period before, or a part of it. */
  readonly beside?: ReactNode
}

/** One figure that a role lives by. */
export function Figure({ name, value, beside }: FigureProps) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd className="value amount">{value}</dd>
      {beside && <dd className="beside">{beside}</dd>}
    </div>
  )
}
