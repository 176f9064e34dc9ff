import { ClockNotMovableError, InvalidInputError } from '@artel/ledger'
import { announceDueWork, coalitionNow } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { releaseDueHolds } from '../hold/release-due-holds.ts'
import { checkInteger } from '../input/text.ts'
import { expireDueLots } from '../points/expire-due-lots.ts'
import { forgetAgreement, loadAgreement } from '../terms/agreement.ts'

/** Longest single step: two years. Seconds. */
const MAX_STEP_SECONDS = 2 * 366 * 86_400
/** Furthest that a sandbox's clock may run ahead: 50 years. Seconds. */
const MAX_OFFSET_SECONDS = 50 * 366 * 86_400
const DUE_BATCH = 500
/** Batches of due work that one step does itself; what a bigger sandbox has beyond that is the worker's. */
const MAX_DUE_BATCHES = 20

/**
 * Moves a TEST coalition's clock ahead, never back, then releases the holds and expires the lots that this made due,
 * so that the sandbox reads at once as if the time had passed; workers are told of the rest. Administrators only.
 * Throws InvalidInputError, and ClockNotMovableError for a LIVE coalition.
 */
export async function advanceClock(
  context: Context,
  input: { readonly seconds: number },
): Promise<{ readonly coalition: Coalition; readonly now: Date }> {
  const { coalitionId } = requireAdmin(context.principal, 'ops:write')
  const { store } = context
  const seconds = checkInteger(['seconds'], input.seconds, { min: 1, max: MAX_STEP_SECONDS })
  const moved = await store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.coalition.updateMany({
      where: { id: coalitionId, mode: 'TEST', clockOffsetSeconds: { lte: MAX_OFFSET_SECONDS - seconds } },
      data: { clockOffsetSeconds: { increment: seconds } },
    })
    const subject = { type: 'coalition', id: coalitionId } as const
    if (count > 0)
      await recordAct(context, transaction, {
        act: 'clockAdvance',
        coalitionId,
        subject,
        details: { seconds },
      })
    return count
  })
  forgetAgreement(store, coalitionId)
  const { coalition } = await loadAgreement(store, coalitionId)
  if (moved === 0 && coalition.mode === 'TEST')
    throw new InvalidInputError({
      path: ['seconds'],
      problem: 'Must not move the clock more than 50 years ahead. Open a fresh sandbox.',
    })
  if (moved === 0) throw new ClockNotMovableError()
  const batch = { coalitionId, limit: DUE_BATCH }
  await inBatches(() => releaseDueHolds(context, batch))
  await inBatches(() => expireDueLots(context, batch))
  await announceDueWork(store)
  return { coalition, now: await coalitionNow(store, coalitionId) }
}

async function inBatches(work: () => Promise<{ readonly more: boolean }>): Promise<void> {
  for (let batches = 0; batches < MAX_DUE_BATCHES; batches += 1) if (!(await work()).more) return
}
