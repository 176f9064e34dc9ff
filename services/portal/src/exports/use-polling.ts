import { useEffect, useRef } from 'react'

/** Between two looks at a file that is being written. */
const LOOK_EVERY_MS = 2_000

/** Asks again every few seconds as long as something is on its way, and nothing while nobody sees the page. */
export function usePolling(isNeeded: boolean, ask: () => void): void {
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    if (!isNeeded) return
    const timer = setInterval(() => document.visibilityState === 'visible' && latest.current(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isNeeded])
}
