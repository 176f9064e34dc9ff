import type { BatchDone, Job, JobContext } from './jobs/job.ts'

/**
 * Works on one coalition for about `sliceMs`, a batch at least, and says what was done and whether more may be due: a
 * coalition with much of it goes back to the end of the queue, so that it never starves the others.
 */
export async function runSlice(
  job: Job,
  context: JobContext,
  {
    coalitionId,
    sliceMs,
    signal,
    onAlarm = () => undefined,
  }: { coalitionId: string; sliceMs: number; signal: AbortSignal; onAlarm?: (alarm: string) => void },
): Promise<BatchDone> {
  // Monotonic: setting the machine's clock must not stretch a slice.
  const endsAt = performance.now() + sliceMs
  let done = 0
  let more = true
  while (more) {
    const batch = await job.runBatch(context, coalitionId)
    done += batch.done
    more = batch.more
    if (batch.alarm !== undefined) onAlarm(batch.alarm)
    if (signal.aborted || performance.now() >= endsAt) break
  }
  return { done, more }
}
