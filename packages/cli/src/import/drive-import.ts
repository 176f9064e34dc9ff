import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@artel/ledger'
import type { ImportJob } from '@artel/store/prisma'
import { advanceImports, beginImport, type Context, pauseImport } from '@artel/use-cases'
import type { ProgressBar } from '../progress-bar.ts'

/** How an import that is driven ended: it stands still, or somebody stopped the command. */
export interface Driven {
  readonly job: ImportJob
  readonly isStopped: boolean
}

/** A database that is away or slow comes back: so often in a row a step is tried, a second apart. */
const TRIES = 20
const TRY_AGAIN_MS = 1_000

/**
 * Does the work of a worker on one import until it stands still: checked, done or given up. A worker may be at it too. When `stop` comes the import is
 * paused, so that no worker goes on behind the back of who stopped it.
 */
export async function driveImport(
  acting: Context,
  {
    job: first,
    bar,
    stop,
  }: { readonly job: ImportJob; readonly bar: ProgressBar; readonly stop: AbortSignal },
): Promise<Driven> {
  const { store } = acting
  const { coalitionId, id } = first
  const operator = { store, principal: { kind: 'operator' } } as const
  for (;;) {
    const job = await patiently(() =>
      store.prisma.importJob.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id } } }),
    )
    bar.update(job.position, Math.max(job.rowCount, 1), `${job.position}`)
    if (!isMoving(job)) return { job, isStopped: false }
    if (stop.aborted) return { job: await pauseImport(acting, { importId: id }), isStopped: true }
    await patiently(async () => {
      const { postponed } = await advanceImports(operator, { coalitionId, importId: id })
      if (postponed) throw postponed.error
    })
  }
}

async function patiently<Result>(step: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step()
    } catch (error) {
      if (error instanceof Refusal || tries === TRIES) throw error
      await pause(TRY_AGAIN_MS)
    }
  }
}

const isMoving = ({ state, isPaused }: ImportJob): boolean =>
  !isPaused && (state === 'CHECKING' || state === 'RUNNING')

/** Whether it goes on by itself once it is checked: of opening balances another person has to say yes. */
export const goesOn = ({ kind, state }: ImportJob): boolean =>
  state === 'CHECKED' && kind !== 'OPENING_BALANCES'

/** Begins what was checked. */
export const begun = (acting: Context, { id }: ImportJob): Promise<ImportJob> =>
  beginImport(acting, { importId: id })
