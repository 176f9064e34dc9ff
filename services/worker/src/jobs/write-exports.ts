import { coalitionsToExport } from '@artel/store'
import { advanceExports } from '@artel/use-cases'
import type { Job } from './job.ts'

/** Writes files of lists piece by piece, and removes those whose day is over. Long enough for the hash of the largest. */
export const writeExportsJob: Job = {
  queue: 'write-exports',
  leaseSeconds: 60,
  dueCoalitions: coalitionsToExport,
  async runBatch(context, coalitionId) {
    const { pieces, more } = await advanceExports(context, { coalitionId, reader: context.exportReader })
    return { done: pieces, more }
  },
}
