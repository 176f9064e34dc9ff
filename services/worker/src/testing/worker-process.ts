import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { bundledProgram } from '@artel/bundle'
import type { WebhookSettings } from '../webhooks/deliver-webhooks.ts'

/** A worker in a process of its own. */
export interface WorkerProcess {
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code when the process has ended by itself. */
  stop(): Promise<number | null>
}

/** Starts a worker on `databaseUrl`; resolves when it works. `preload` is a module that runs before the worker. */
export async function startWorkerProcess(
  databaseUrl: string,
  options: {
    lookEverySeconds?: number
    leaseSeconds?: number
    preload?: string
    /** What of it survives JSON. */
    webhooks?: Pick<WebhookSettings, 'allowPrivate' | 'attemptLeaseSeconds'>
  } = {},
): Promise<WorkerProcess> {
  const script = await bundledProgram(new URL('./work.ts', import.meta.url))
  const preload = options.preload === undefined ? [] : ['--import', options.preload]
  const settings = JSON.stringify({
    lookEverySeconds: options.lookEverySeconds ?? 1,
    leaseSeconds: options.leaseSeconds ?? 2,
    ...(options.webhooks && { webhooks: options.webhooks }),
  })
  const args = [...preload, script, databaseUrl, settings]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await readinessOf(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    }
    return child.exitCode
  }
  return { kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') }
}

function readinessOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`The worker ended with ${code ?? signal}`)))
    child.once('message', () => resolve())
  })
}
