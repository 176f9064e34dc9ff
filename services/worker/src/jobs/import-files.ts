import { coalitionsToImport } from '@artel/store'
import { advanceImports, describeFailure, encodePublicId } from '@artel/use-cases'
import type { Job } from './job.ts'

/** Checks and records files that members handed in, piece by piece, and takes rows away whose time is over. */
export const importFilesJob: Job = {
  queue: 'import-files',
  leaseSeconds: 60,
  dueCoalitions: coalitionsToImport,
  async runBatch(context, coalitionId) {
    const { pieces, more, postponed } = await advanceImports(context, { coalitionId })
    if (!postponed) return { done: pieces, more }
    const { type, message } = describeFailure(postponed.error)
    const file = encodePublicId('import', postponed.importId)
    return {
      done: pieces,
      more,
      alarm: `Import ${file} is put off, it could not go on: ${type}: ${message}`,
    }
  },
}
