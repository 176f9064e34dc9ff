import { coalitionsToExport } from '@artel/store'
import { advanceExports, describeFailure, encodePublicId } from '@artel/use-cases'
import type { Job } from './job.ts'

/** Writes files of lists piece by piece, and removes those whose day is over. Long enough for the hash of the largest. */
export const writeExportsJob: Job = {
  queue: 'write-exports',
  leaseSeconds: 60,
  dueCoalitions: coalitionsToExport,
  async runBatch(context, coalitionId) {
    const reader = context.exportReader
    const { pieces, more, postponed } = await advanceExports(context, { coalitionId, reader })
    if (!postponed) return { done: pieces, more }
    const { type, message } = describeFailure(postponed.error)
    const file = encodePublicId('export', postponed.exportId)
    return {
      done: pieces,
      more,
      alarm: `File ${file} is put off, it could not be written: ${type}: ${message}`,
    }
  },
}
