import { expire, type Points, points } from '@artel/ledger'
import { newId, type Store } from '@artel/store'
import { type Agreement, loadAgreement, termsById } from './agreement.ts'
import { allOrThrow } from './all-or-throw.ts'
import { requireDueWorkOf } from './authorise.ts'
import { NothingDueError } from './errors/nothing-due.ts'
import { checkInteger } from './input/text.ts'
import { postCommand } from './post-command.ts'
import type { Context } from './principal.ts'
import { requestHash } from './request-hash.ts'

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
 * Expires what is left of lots past their date, less what open holds still claim, customer by customer, at most
 * `limit` of them. The operator's worker calls it; so may an administrator of the coalition.
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
  const due = await customersWithDueLots(store, coalitionId, limit)
  const expired = await allOrThrow(due.map((account) => expireLotsOf(store, agreement, account)))
  return {
    lots: expired.reduce((sum, { lots }) => sum + lots, 0),
    points: points(expired.reduce((sum, { points: gone }) => sum + gone, 0n)),
    more: due.length === limit,
  }
}

interface DueAccount {
  readonly customerId: string
  readonly sequence: bigint
}

async function customersWithDueLots(store: Store, coalitionId: string, limit: number): Promise<DueAccount[]> {
  const { rows } = await store.pool.query<{ customer_id: string; sequence: string }>({
    name: 'artel_due_lots',
    text: `select a.customer_id, a.sequence::text
      from (select l.customer_id, min(l.expires_at) as due_at
        from coalition c
        join lot l on l.coalition_id = $1 and l.open and l.remaining > l.reserved
          and l.expires_at <= clock_timestamp() + make_interval(secs => c.clock_offset_seconds)
        where c.coalition_id = $1
        group by l.customer_id order by due_at, l.customer_id limit $2) due
      join customer_account a on a.coalition_id = $1 and a.customer_id = due.customer_id
      order by due.due_at, due.customer_id`,
    values: [coalitionId, limit],
  })
  return rows.map((row) => ({ customerId: row.customer_id, sequence: BigInt(row.sequence) }))
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
        requestHash: requestHash(due),
      },
      decide: (state, { now }) => {
        const entry = expire(state, {
          coalitionId,
          now,
          breakageOf: (termsId) => termsById(agreement, termsId).breakage,
        })
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
