import { coalitionsToAudit } from '@artel/store'
import { AUDIT_HOUR, auditBooks } from '@artel/use-cases'
import type { Job } from './job.ts'

/** Replays the invariants of the books, once a night. */
export const audit: Job = {
  queue: 'audit',
  // Ten million entries take minutes to replay.
  leaseSeconds: 1_800,
  dueCoalitions: (store) => coalitionsToAudit(store, { auditHour: AUDIT_HOUR }),
  async runBatch(context, coalitionId) {
    const { broken, recorded } = await auditBooks(context, { coalitionId, databaseUrl: context.databaseUrl })
    const done = { done: recorded ? 1 : 0, more: false }
    return broken.length === 0 ? done : { ...done, alarm: `The books do not add up: ${broken.join(', ')}` }
  },
}
