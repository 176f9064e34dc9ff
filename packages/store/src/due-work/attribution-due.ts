import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Coalitions with a link and batches after the last one whose purchases are attributed. */
export const coalitionsToAttribute = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_attribution_coalitions',
    condition: `exists (select from link l where l.coalition_id = c.coalition_id)
      and exists (select from chain_head h left join attribution_cursor a on a.coalition_id = h.coalition_id
        where h.coalition_id = c.coalition_id and h.batch_no > coalesce(a.done_batch_no, 0))`,
  })
