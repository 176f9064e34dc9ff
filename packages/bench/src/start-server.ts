import { startWorker, type Worker } from './run-worker.ts'
import type { ServerMemory, ServerTask } from './server.ts'

export interface BenchServer {
  readonly port: number
  readonly pid: number
  /** Collects garbage, if the server was started with --expose-gc, and says what is left. */
  memory(): Promise<ServerMemory>
  stop(): void
}

/** What a server process can be asked. */
export type ServerJob = { readonly ask: 'port' } | { readonly ask: 'memory' }
export type ServerReply = { readonly port: number } | { readonly memory: ServerMemory }

/** Starts a server in a process of its own, under Node's defaults but for `nodeFlags`. */
export async function startServer(task: ServerTask, nodeFlags: readonly string[] = []): Promise<BenchServer> {
  const server: Worker<ServerJob, ServerReply> = await startWorker('./server.ts', {
    nodeFlags,
    args: [JSON.stringify(task)],
  })
  const told = await server.run({ ask: 'port' })
  if (!('port' in told)) throw new Error('The server did not say its port')
  return {
    port: told.port,
    pid: server.pid,
    stop: server.stop,
    memory: async () => {
      const reply = await server.run({ ask: 'memory' })
      if (!('memory' in reply)) throw new Error('The server did not say its memory')
      return reply.memory
    },
  }
}
