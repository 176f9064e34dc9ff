import { startWorker, type Worker } from '../run-worker.ts'
import type { Job, JobResult } from './job.ts'

/** A running load generator. */
export type Generator = Worker<Job, JobResult>

/** Starts a load generator in a process of its own. */
export const startGenerator = (): Promise<Generator> => startWorker('./generator/generator.ts')
