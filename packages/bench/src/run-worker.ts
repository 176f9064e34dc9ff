import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process of its own that does one job at a time. */
export interface Worker<Job, Result> {
  readonly pid: number
  /** Rejects when the job fails or the process ends. */
  run(job: Job): Promise<Result>
  stop(): void
}

/** What a worker says to whoever started it. */
export type WorkerReply<Result> =
  | { readonly ready: true }
  | { readonly result: Result }
  | { readonly failure: string }

/** Starts a TypeScript program of this folder and waits until it says that it is ready. */
export async function startWorker<Job extends object, Result>(
  program: string,
  { nodeFlags = [], args = [] }: { nodeFlags?: readonly string[]; args?: readonly string[] } = {},
): Promise<Worker<Job, Result>> {
  const script = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(
    process.execPath,
    [...nodeFlags, '--import', import.meta.resolve('tsx'), script, ...args],
    {
      // What it logs is written and thrown away, as it would be shipped.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Keeps bigints and times as they are.
      serialization: 'advanced',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const whenReady = nextReply<Result>(child, program)
  await whenReady
  return {
    pid: child.pid ?? 0,
    run: async (job) => {
      child.send(job)
      const reply = await nextReply<Result>(child, program)
      if ('result' in reply) return reply.result
      throw new Error(`${program} failed: ${'failure' in reply ? reply.failure : 'it is ready again'}`)
    },
    stop: () => void child.kill('SIGKILL'),
  }
}

/** The other end: does what it is told, and ends when the process that started it does. */
export function serveJobs<Job, Result>(run: (job: Job) => Promise<Result>): void {
  const reply = (message: WorkerReply<Result>) => void process.send?.(message)
  process.once('disconnect', () => process.exit(0))
  process.on('message', (job: Job) => {
    run(job).then(
      (result) => reply({ result }),
      (error: unknown) => reply({ failure: error instanceof Error ? `${error.stack}` : String(error) }),
    )
  })
  reply({ ready: true })
}

async function nextReply<Result>(child: ChildProcess, program: string): Promise<WorkerReply<Result>> {
  const over = new AbortController()
  const message = once(child, 'message', { signal: over.signal })
  const exit = once(child, 'exit', { signal: over.signal })
  // Whichever loses is told to stop, which is no failure.
  exit.catch(() => undefined)
  message.catch(() => undefined)
  try {
    return await Promise.race([
      message.then(([reply]) => reply as WorkerReply<Result>),
      exit.then(([code, signal]) => {
        throw new Error(`${program} ended with ${code ?? signal}`)
      }),
    ])
  } finally {
    over.abort()
  }
}
