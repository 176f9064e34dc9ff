import { runClosedLoop } from './closed-loop.ts'
import type { Job } from './job.ts'

/** The load generator, a process of its own so that its processor time is measured apart. One job at a time. */
process.once('disconnect', () => process.exit(0))
process.on('message', (job: Job) => {
  run(job).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ failure: error instanceof Error ? error.stack : String(error) }),
  )
})
process.send?.({ ready: true })

function run(job: Job) {
  if (job.kind === 'closed') return runClosedLoop(job)
  throw new Error('open loop')
}
