import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { bundledProgram } from '@artel/bundle'

/** An API that serves from a process of its own. */
export interface ApiProcess {
  /** Base address, without a trailing slash. */
  readonly url: string
  readonly port: number
  isAlive(): boolean
  /** Memory that the process holds, bytes. Linux only. */
  residentBytes(): number
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code when the process has ended by itself. */
  stop(): Promise<number | null>
}

/** Starts an API on `databaseUrl`, by default on any free port. Rejects when it ends before it listens. */
export async function startApiProcess(
  databaseUrl: string,
  {
    port = 0,
    queueLimit = 5_000,
    drainDelayMs = 0,
  }: { port?: number; queueLimit?: number; drainDelayMs?: number } = {},
): Promise<ApiProcess> {
  const script = await bundledProgram(new URL('./serve.ts', import.meta.url))
  const args = [script, databaseUrl, String(port), String(queueLimit), String(drainDelayMs)]
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env })
  const listeningPort = await portOf(child)
  const isAlive = () => child.exitCode === null && child.signalCode === null
  return {
    url: `http://127.0.0.1:${listeningPort}`,
    port: listeningPort,
    isAlive,
    residentBytes: () => {
      const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
      return Number(kilobytes) * 1_024
    },
    kill: async () => {
      if (!isAlive()) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = await ended
      return code
    },
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`The API ended with ${code ?? signal}`)))
    child.once('message', (message) => resolve((message as { port: number }).port))
  })
}
