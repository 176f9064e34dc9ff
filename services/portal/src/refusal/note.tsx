import type { ReactNode } from 'react'

interface NoteProps {
  /** `bad`: something was refused or failed. `wait`: something is to be known. */
  readonly tone: 'bad' | 'wait'
  readonly title: ReactNode
  /** The stable code of a refusal, for who reads the page by program. */
  readonly code?: string
  readonly children?: ReactNode
}

/** Says something that must not be missed, and is read out at once. */
export function Note({ tone, title, code, children }: NoteProps) {
  return (
    <div className="note" data-tone={tone} data-code={code} role="alert">
      <strong>{title}</strong>
      {children}
    </div>
  )
}
