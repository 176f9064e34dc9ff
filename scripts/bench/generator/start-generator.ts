import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Job, JobResult } from './job.ts'

/** A running load generator. */
export interface Generator {
  /** Does a job; one at a time. Rejects when the generator fails or ends. */
  run(job: Job): Promise<JobResult>
  stop(): void
}

interface Reply {
  readonly result?: JobResult
  readonly failure?: string
}

/** Starts a load generator in a process of its own. */
export async function startGenerator(): Promise<Generator> {
  const script = fileURLToPath(new URL('./generator.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await nextMessage(child)
  return {
    run: async (job) => {
      child.send(job)
      const { result, failure } = await nextMessage(child)
      if (!result) throw new Error(`The load generator failed: ${failure}`)
      return result
    },
    stop: () => child.kill('SIGKILL'),
  }
}

async function nextMessage(child: ChildProcess): Promise<Reply> {
  const stopped = new AbortController()
  try {
    return await Promise.race([
      once(child, 'message', { signal: stopped.signal }).then(([message]) => message as Reply),
      once(child, 'exit', { signal: stopped.signal }).then(([code, signal]) => {
        throw new Error(`The load generator ended with ${code ?? signal}`)
      }),
    ])
  } finally {
    // The loser of the race rejects with AbortError, which the race has already left behind.
    stopped.abort()
  }
}
