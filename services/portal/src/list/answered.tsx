import type { ReactNode } from 'react'

interface AnsweredProps {
  /** Whether what stands here answers other filters, or another page, than those that are asked for by now. */
  readonly isStale: boolean
  readonly children: ReactNode
}

/** What was answered. While it answers another question it is dim, and nothing is done by it. */
export function Answered({ isStale, children }: AnsweredProps) {
  return (
    <div className="answered" aria-busy={isStale} inert={isStale}>
      {children}
    </div>
  )
}
