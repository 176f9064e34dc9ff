import { type BenchDatabase, startBenchDatabase } from './bench-database.ts'
import { type Generator, startGenerator } from './generator/start-generator.ts'
import type { Options, Plan } from './read-options.ts'
import type { ServerTask } from './server.ts'
import { type BenchServer, startServer } from './start-server.ts'

/** What everything is measured with. */
export interface Bench {
  readonly plan: Plan
  readonly database: BenchDatabase
  readonly generator: Generator
  /** The API runs under the flags of the options, all other servers under Node's defaults. */
  startServer(task: ServerTask, furtherFlags?: readonly string[]): Promise<BenchServer>
  /** Stopped at the end. */
  readonly processes: { stop(): void }[]
}

/** Exit code of a program that was stopped from the keyboard. */
const STOPPED = 130

/** Starts a database and a generator, hands them over, and stops everything afterwards, whatever happened. */
export async function withBench<Result>(
  { plan, apiFlags }: Options,
  use: (bench: Bench) => Promise<Result>,
): Promise<Result> {
  const processes: { stop(): void }[] = []
  const database = await startBenchDatabase()
  let stopping: Promise<void> | undefined
  const shutDown = () => {
    for (const each of processes) each.stop()
    stopping ??= database.stop()
    return stopping
  }
  // Asked to stop, or whoever started this is gone.
  const leave = () => void shutDown().finally(() => process.exit(STOPPED))
  process.once('message', leave)
  process.once('disconnect', leave)
  try {
    const generator = await startGenerator()
    processes.push(generator)
    return await use({
      plan,
      database,
      generator,
      processes,
      startServer: async (task, furtherFlags = []) => {
        const server = await startServer(task, task.role === 'api' ? [...apiFlags, ...furtherFlags] : [])
        processes.push(server)
        return server
      },
    })
  } finally {
    process.off('message', leave)
    process.off('disconnect', leave)
    await shutDown()
  }
}
