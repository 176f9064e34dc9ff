import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** After so long a yes to a claim of a receipt is not on its way any more: it was cut off. Minutes of the coalition's clock. */
export const YES_CUT_OFF_MINUTES = 10

/** Coalitions with claims of receipts whose yes was cut off. */
export const coalitionsWithCutOffYeses = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_yes_coalitions',
    condition: `exists (select from receipt_claim m where m.coalition_id = c.coalition_id and m.taken_at is not null
        and m.confirmed_at is null and m.taken_at <= clock.now - make_interval(mins => $1::int))`,
    values: [YES_CUT_OFF_MINUTES],
  })
