import { Refusal } from '@artel/ledger'
import {
  ERASURE_SETTLES_SECONDS,
  inactiveCustomers,
  rememberJob,
  rememberPlace,
  sweepClicks,
  sweepConfirmations,
  sweepDevices,
} from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { eraseForGood } from '../customer/erase-customer.ts'
import { checkInteger } from '../input/text.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from '../points/expire-due-lots.ts'
import { scrubErasures } from './scrub-erasures.ts'

/** An erasure holds the coalition's chain for a moment: few of them make a batch. */
const MAX_ERASURES = 10

export interface AppliedRetention {
  /** Codes that were deleted. */
  readonly confirmations: number
  /** Devices of customers that were deleted, unseen for a year. */
  readonly devices: number
  /** Clicks whose browsers' names were taken away, after 90 days. */
  readonly clicks: number
  readonly erasedCustomers: number
  /** Whether more may be due. */
  readonly more: boolean
}

/**
 * Applies what a coalition has decided to keep for how long, by its local days: deletes up to `limit` codes that ended too
 * long ago, used or not, devices that no customer came from for a year, what browsers of clicks were called 90 days ago and what visitors were hashed with before today, and erases some of the customers who have no points and whom nothing has happened to for the months
 * agreed. Whoever came back meanwhile stays. For customers who were erased, by whomever, it looks through
 * messages and members' files, up to `limit` rows of a table each. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function applyRetention(
  context: Context,
  input: DueBatchInput & {
    /** How long after an erasure it looks; 60 unless said. */
    readonly settledSeconds?: number
  },
): Promise<AppliedRetention> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const settledSeconds = input.settledSeconds ?? ERASURE_SETTLES_SECONDS
  const scrubbing = await scrubErasures(store, coalitionId, { limit, settledSeconds })
  const confirmations = await sweepConfirmations(store, coalitionId, { limit })
  const devices = await sweepDevices(store, coalitionId, { limit })
  const clicks = await sweepClicks(store, coalitionId, { limit })
  const erasures = Math.min(limit, MAX_ERASURES)
  const { customerIds, afterId } = await inactiveCustomers(store, coalitionId, { limit: erasures })
  let erasedCustomers = 0
  for (const customerId of customerIds) {
    try {
      const byRetention = { reason: 'RETENTION', reference: null, erasedById: null } as const
      const decided = { coalitionId, customerId, ...byRetention, givesUpPoints: false, forgivesDebts: false }
      if (await eraseForGood(context, decided)) erasedCustomers += 1
    } catch (error) {
      // Points came, or a hold, or a merge, since the customers were looked for.
      if (!(error instanceof Refusal)) throw error
    }
  }
  await rememberPlace(store, coalitionId, afterId)
  const more =
    scrubbing || confirmations === limit || devices === limit || clicks === limit || afterId !== null
  if (!more) await rememberJob(store, coalitionId, 'retention')
  return { confirmations, devices, clicks, erasedCustomers, more }
}
