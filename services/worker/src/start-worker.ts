import { runWorker, type WorkerOptions } from './run-worker.ts'

/** A worker that runs beside something else in one process. */
export interface RunningWorker {
  /** Lets the batch in flight finish, then resolves. */
  stop(): Promise<void>
}

/** Starts a worker without waiting for it: for a process that also serves. */
export function startWorker(options: Omit<WorkerOptions, 'signal'>): RunningWorker {
  const stopping = new AbortController()
  const running = runWorker({ ...options, signal: stopping.signal })
  return {
    stop() {
      stopping.abort()
      return running
    },
  }
}
