/** How the supervisor asks this process to end. */
export interface StopRequests {
  /** Aborted when an orderly stop is asked for, or the supervisor is gone. */
  readonly signal: AbortSignal
  /** Resolves then. */
  readonly asked: Promise<void>
}

const FORCED_EXIT_CODE = 130

/** Listens to the supervisor: its first request stops in order, its second ends the process on the spot. */
export function listenToStopRequests(): StopRequests {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.on('message', (message) => {
    if (message === 'stop') stop()
    if (message === 'stop-now') process.exit(FORCED_EXIT_CODE)
  })
  process.once('disconnect', stop)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return {
    signal: controller.signal,
    asked: new Promise((resolve) =>
      controller.signal.addEventListener('abort', () => resolve(), { once: true }),
    ),
  }
}
