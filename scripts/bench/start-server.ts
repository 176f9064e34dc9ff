import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ServerTask } from './server.ts'

export interface BenchServer {
  readonly port: number
  readonly pid: number
  stop(): void
}

/** Room for young objects, MB: the same for every server. Node's default spends a fifth of a busy server on collecting. */
export const SEMI_SPACE_MB = 64

/** Starts a server in a process of its own. What it logs is written and thrown away, as it would be shipped. */
export function startServer(task: ServerTask): Promise<BenchServer> {
  const child = spawn(
    process.execPath,
    [
      `--max-semi-space-size=${SEMI_SPACE_MB}`,
      '--import',
      import.meta.resolve('tsx'),
      fileURLToPath(new URL('./server.ts', import.meta.url)),
      JSON.stringify(task),
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, NODE_ENV: 'production' } },
  )
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The ${task.role} server ended with ${code}`)))
    child.once('message', (message) => {
      const { port } = message as { port: number }
      resolve({
        port,
        pid: child.pid ?? 0,
        stop: () => child.kill('SIGKILL'),
      })
    })
  })
}
