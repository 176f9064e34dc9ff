import { fiscalDocumentSql } from '../receipt-claim/fiscal-document.ts'
import { waiting } from '../receipt-claim/receipt-standing.ts'
import type { Step } from './fold-batch.ts'
import type { Querier } from './load-batch.ts'

/** A customer that becomes another one. */
interface Merge {
  readonly coalitionId: string
  readonly customerId: string
  readonly intoId: string
}

/** The merge that these steps are, if they are one. */
export function mergeOf(coalitionId: string, steps: readonly Step[]): Merge | undefined {
  const [gone, survivor] = steps
  if (gone?.outcome.kind !== 'group' || !gone.outcome.group.mergesCustomers || !survivor) return undefined
  return { coalitionId, customerId: gone.command.customerId, intoId: survivor.command.customerId }
}

/**
 * Closes the customer that goes, in the transaction that has just posted the merge's entries: whoever decides on a state
 * after it sees a customer that is CLOSED and leads to the survivor, as do those merged into it before.
 */
export async function closeMerged(
  client: Querier,
  { coalitionId, customerId, intoId }: Merge,
): Promise<void> {
  for (const statement of MERGE) await client.query(statement, [coalitionId, customerId, intoId])
}

/** $1 coalition, $2 the customer that goes, $3 the survivor, who takes over a household and a birth date if it has none. */
const MERGE = [
  // Both, in the order of whoever locks customers: what is changed of either meanwhile comes before or after.
  'select 1 from customer where coalition_id = $1 and customer_id in ($2, $3) order by customer_id for no key update',
  `update customer survivor set household_id = coalesce(survivor.household_id, gone.household_id),
      birth_date = coalesce(survivor.birth_date, gone.birth_date) from customer gone
    where survivor.coalition_id = $1 and survivor.customer_id = $3 and (survivor.household_id is null or survivor.birth_date is null)
      and gone.coalition_id = $1 and gone.customer_id = $2`,
  `update customer set status = 'CLOSED', merged_into_id = $3, household_id = null
    where coalition_id = $1 and customer_id = $2`,
  'update customer set merged_into_id = $3 where coalition_id = $1 and merged_into_id = $2',
  `insert into segment_customer (coalition_id, segment_id, customer_id, added_at)
    select coalition_id, segment_id, $3, added_at from segment_customer where coalition_id = $1 and customer_id = $2
    on conflict do nothing`,
  'delete from segment_customer where coalition_id = $1 and customer_id = $2 and $3::uuid is not null',
  `insert into tier_standing as t (coalition_id, ladder_id, customer_id, position, since_day, proven_day)
    select s.coalition_id, s.ladder_id, $3, s.position, s.since_day, s.proven_day from tier_standing s
    join tier_ladder l on l.coalition_id = $1 and l.ladder_id = s.ladder_id
    join coalition c on c.coalition_id = $1
    where s.coalition_id = $1 and s.customer_id = $2
      -- One whose review day has come is nobody's any more, and would hand on since when it was held.
      and s.proven_day + l.window_days + l.grace_days
        > (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date
    on conflict (coalition_id, ladder_id, customer_id, position) do update
    set since_day = least(t.since_day, excluded.since_day), proven_day = greatest(t.proven_day, excluded.proven_day)`,
  'delete from tier_standing where coalition_id = $1 and customer_id = $2 and $3::uuid is not null',
  // Counted anew, of both, with the survivor's next purchase.
  'delete from tier_day where coalition_id = $1 and customer_id in ($2, $3)',
  'update card set customer_id = $3 where coalition_id = $1 and customer_id = $2',
  'update customer_reference set customer_id = $3 where coalition_id = $1 and customer_id = $2',
  // Of one receipt that both wait for, the survivor's claim stands.
  `update receipt_claim m set ended_at = coalition_clock(c.clock_offset_seconds) from coalition c
    where c.coalition_id = $1 and m.coalition_id = $1 and m.customer_id = $2 and m.taken_at is null and ${waiting('m')}
      and exists (select from receipt_claim o where o.coalition_id = $1 and o.customer_id = $3 and ${waiting('o')}
        and ${fiscalDocumentSql('o.receipt')} = ${fiscalDocumentSql('m.receipt')})`,
  'update receipt_claim set customer_id = $3 where coalition_id = $1 and customer_id = $2 and taken_at is null',
  `update vehicle v set customer_id = $3 where coalition_id = $1 and customer_id = $2 and not exists (
    select from vehicle o where o.coalition_id = $1 and o.customer_id = $3 and o.plate = v.plate)`,
  'delete from vehicle where coalition_id = $1 and customer_id = $2 and $3::uuid is not null',
]
