import { expire, NothingDueError, type Points, points } from '@artel/ledger'
import {
  accountsDueByDate,
  accountsDueByInactivity,
  type DueAccount,
  newId,
  rememberJob,
  type Store,
} from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { allOrThrow } from '../posting/all-or-throw.ts'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import { type Agreement, loadAgreement, termsById } from '../terms/agreement.ts'
import { endingLots, endsByInactivity } from './ending-lots.ts'

/** Most customers or holds of one batch of due work. */
export const MAX_DUE_BATCH = 1_000

export interface DueBatchInput {
  readonly coalitionId: string
  /** Most customers or holds to work through in this call; 1 to 1000. */
  readonly limit: number
}

export interface ExpiredLots {
  /** Lots that expired in this call. */
  readonly lots: number
  readonly points: Points
  /** Whether more may be due. */
  readonly more: boolean
}

/**
 * Expires what is left of lots past their end, less what open holds still claim, customer by customer, at most
 * `limit` of them. The end is the lot's date; under terms of inactivity, months after its customer's last activity;
 * and the end of a winding-down coalition at the latest. The operator's worker calls it; so may an administrator of the coalition.
 *
 * The key is the customer with the account's sequence that was seen: two workers that saw the same due lots post
 * once, and points that fall due later, in the same lot too, have a later sequence and so a key of their own.
 */
export async function expireDueLots(context: Context, input: DueBatchInput): Promise<ExpiredLots> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const agreement = await loadAgreement(store, coalitionId)
  const due = await customersWithDueLots(store, agreement, limit)
  // Those that end by silence have no date to be found by: the worker need not look again at once.
  if (due.length < limit && endsByInactivity(agreement))
    await rememberJob(store, coalitionId, 'inactive-lots')
  const expired = await allOrThrow(due.map((account) => expireLotsOf(store, agreement, account)))
  return {
    lots: expired.reduce((sum, { lots }) => sum + lots, 0),
    points: points(expired.reduce((sum, { points: gone }) => sum + gone, 0n)),
    more: due.length === limit,
  }
}

async function customersWithDueLots(
  store: Store,
  agreement: Agreement,
  limit: number,
): Promise<DueAccount[]> {
  const look = { coalitionId: agreement.coalition.id, limit }
  const byDate = await accountsDueByDate(store, look)
  const silent = endsByInactivity(agreement) ? await accountsDueByInactivity(store, look) : []
  const due = new Map<string, DueAccount>()
  for (const account of [...silent, ...byDate])
    if (!due.has(account.customerId) && due.size < limit) due.set(account.customerId, account)
  return [...due.values()]
}

async function expireLotsOf(store: Store, agreement: Agreement, due: DueAccount) {
  const coalitionId = agreement.coalition.id
  const { customerId } = due
  const ids = { groupId: newId(), eventId: newId() }
  try {
    const { group } = await postCommand(store, coalitionId, {
      customerId,
      key: {
        scopeId: coalitionId,
        operation: 'lotExpire',
        key: `${customerId}@${due.sequence}`,
        requestHash: requestHash({ customerId, sequence: due.sequence }),
      },
      decide: (state, { now }) => {
        // Who did anything since then may be silent no more; the next run will tell.
        const lastActiveAt = state.sequence === due.sequence ? due.lastActiveAt : null
        const lots = endingLots(agreement, state.lots, lastActiveAt)
        const entry = expire(
          { ...state, lots },
          {
            coalitionId,
            now,
            breakageOf: (termsId) => termsById(agreement, termsId).breakage,
          },
        )
        if (!entry) throw new NothingDueError()
        const payload = { customerId, points: String(-entry.pointsDelta) }
        return {
          documentId: ids.groupId,
          entries: [entry],
          outbox: [{ id: ids.eventId, kind: 'points.expired', subjectId: customerId, payload }],
        }
      },
    })
    const entry = group?.entries[0]
    return { lots: entry?.lotUses.length ?? 0, points: -(entry?.pointsDelta ?? 0n) }
  } catch (error) {
    if (error instanceof NothingDueError) return { lots: 0, points: 0n }
    throw error
  }
}
