import { expire, type Points, points } from '@artel/ledger'
import { ACTIVITY_KINDS, newId, rememberJob, type Store, withLongTimeout } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { NothingDueError } from '../errors/nothing-due.ts'
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

interface DueAccount {
  readonly customerId: string
  readonly sequence: bigint
  /** Its last activity; null where that is no matter. */
  readonly lastActiveAt: Date | null
}

const DUE_BY_DATE = `select a.customer_id, a.sequence::text, null::timestamptz as last_active_at
  from (select l.customer_id, min(l.expires_at) as due_at
    from coalition c
    join lot l on l.coalition_id = $1 and l.open and l.remaining > l.reserved
      and l.expires_at <= coalition_clock(c.clock_offset_seconds)
    where c.coalition_id = $1
    group by l.customer_id order by due_at, l.customer_id limit $2) due
  join customer_account a on a.coalition_id = $1 and a.customer_id = due.customer_id
  order by due.due_at, due.customer_id`

/**
 * Only for coalitions with such terms, or that wind down: of customers with such lots open, those whose last activity is
 * long enough ago. A lot that activates later than the activity is judged by itself when the command decides.
 */
const DUE_BY_INACTIVITY = `select a.customer_id, a.sequence::text,
    coalesce(act.last_active_at, to_timestamp(0)) as last_active_at
  from coalition c
  join lateral (select l.customer_id,
      min((greatest(l.activates_at, act.at) at time zone c.time_zone + make_interval(months => t.expiry_months))
        at time zone c.time_zone) filter (where t.expiry_kind = 'INACTIVITY') as due_at
    from lot l
    join terms t on t.coalition_id = $1 and t.terms_id = l.terms_id
    join lateral (select max(e.posted_at) as at from entry e
      where e.coalition_id = $1 and e.customer_id = l.customer_id and e.kind in ${ACTIVITY_KINDS}) act on true
    where l.coalition_id = $1 and l.open and l.remaining > l.reserved
      and (t.expiry_kind = 'INACTIVITY' or c.wind_down_ends_at is not null)
    group by l.customer_id) due on true
  join lateral (select max(e.posted_at) as last_active_at from entry e
    where e.coalition_id = $1 and e.customer_id = due.customer_id and e.kind in ${ACTIVITY_KINDS}) act on true
  join customer_account a on a.coalition_id = $1 and a.customer_id = due.customer_id
  where c.coalition_id = $1 and least(due.due_at, c.wind_down_ends_at)
    <= coalition_clock(c.clock_offset_seconds)
  order by least(due.due_at, c.wind_down_ends_at), a.customer_id limit $2`

async function customersWithDueLots(
  store: Store,
  agreement: Agreement,
  limit: number,
): Promise<DueAccount[]> {
  const values = [agreement.coalition.id, limit]
  const byInactivity = endsByInactivity(agreement)
  const read = (name: string, sql: string) =>
    store.pool.query<{ customer_id: string; sequence: string; last_active_at: Date | null }>(
      withLongTimeout({ name, text: sql, values }),
    )
  const { rows: byDate } = await read('artel_due_lots', DUE_BY_DATE)
  const { rows: silent } = byInactivity ? await read('artel_inactive_lots', DUE_BY_INACTIVITY) : { rows: [] }
  const due = new Map<string, DueAccount>()
  for (const row of [...silent, ...byDate])
    if (!due.has(row.customer_id) && due.size < limit)
      due.set(row.customer_id, {
        customerId: row.customer_id,
        sequence: BigInt(row.sequence),
        lastActiveAt: row.last_active_at,
      })
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
