/** Two signals closer than this are one key press: npm hands the terminal's Ctrl-C on to a process that had it already. */
const ECHO_MS = 400
const FORCED_EXIT_CODE = 130

/** Resolves at the first SIGINT, SIGTERM or SIGHUP; a second one, later, ends the process on the spot. */
export function nextStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0
    const onSignal = () => {
      if (first !== 0 && Date.now() - first > ECHO_MS) process.exit(FORCED_EXIT_CODE)
      first ||= Date.now()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  })
}
