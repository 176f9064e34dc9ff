import { type ReactNode, useEffect, useRef } from 'react'

interface DropProps {
  /** What the button says to who does not see it. */
  readonly label: string
  readonly button: ReactNode
  readonly className: string
  readonly children: ReactNode
}

/** A button that opens what is below it: the browser's own disclosure, which closes with Escape, a click elsewhere, or a choice. */
export function Drop({ label, button, className, children }: DropProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const { current } = details
      if (!current?.open) return
      const isKey = event instanceof KeyboardEvent
      if (isKey && event.key !== 'Escape') return
      if (!isKey && event.target instanceof Node && current.contains(event.target)) return
      current.open = false
      if (isKey) current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  return (
    <details className="drop" ref={details}>
      <summary className={className} aria-label={label}>
        {button}
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a choice inside is a button or link, which says so to keyboards; this only closes after it */}
      <div className="drop-sheet" onClick={() => details.current?.removeAttribute('open')}>
        {children}
      </div>
    </details>
  )
}
