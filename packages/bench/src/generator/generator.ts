import { serveJobs } from '../run-worker.ts'
import { runClosedLoop } from './closed-loop.ts'
import type { Job, JobResult } from './job.ts'
import { runOpenLoop } from './open-loop.ts'

// The load generator: a process of its own, so that its processor time is told apart.
serveJobs((job: Job): Promise<JobResult> => (job.kind === 'closed' ? runClosedLoop(job) : runOpenLoop(job)))
