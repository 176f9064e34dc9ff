import { APPROVED_BY_TIME, MOVED_BY_SETTLEMENT } from '../commission/due-commissions.ts'
import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/**
 * Coalitions with sales and refunds that were not looked through for commissions, with commissions that time approves today, or
 * whose settlement has moved some on.
 */
export const coalitionsToCommission = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_commission_coalitions',
    condition: `exists (select from attribution_cursor a
        left join commission_cursor k on k.coalition_id = c.coalition_id
        where a.coalition_id = c.coalition_id and a.done_batch_no > coalesce(k.done_batch_no, a.first_batch_no - 1))
      or exists (select from (${APPROVED_BY_TIME}) k where k.coalition_id = c.coalition_id
        and k.due_on <= (clock.now at time zone c.time_zone)::date)
      or ${MOVED_BY_SETTLEMENT}`,
  })
