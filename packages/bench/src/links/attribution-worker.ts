import { openStore } from '@artel/store'
import { attributePurchases, MAX_ATTRIBUTED } from '@artel/use-cases'
import { serveJobs } from '../run-worker.ts'
import type { AttributionJob, AttributionResult } from './attribution-job.ts'

// Attributes as the worker does, in a process of its own.
const [databaseUrl = ''] = process.argv.slice(2)
const store = await openStore({ databaseUrl })
serveJobs(async ({ coalitionId }: AttributionJob): Promise<AttributionResult> => {
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  const context = { store, principal: { kind: 'operator' } } as const
  let purchases = 0
  for (let more = true; more; ) {
    const done = await attributePurchases(context, { coalitionId, limit: MAX_ATTRIBUTED })
    purchases += done.purchases
    more = done.more
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  return { purchases, ms: performance.now() - startMs, cpuMicros: user + system }
})
