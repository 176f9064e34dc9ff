import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Coalitions in which agreed terms with another worth of a point have started, and what that does is not written down. */
export const coalitionsToRevalue = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_revaluation_coalitions',
    condition: `exists (select from terms t
        where t.coalition_id = c.coalition_id and t.variant = 0 and t.version > 1 and t.withdrawn_at is null
          and t.starts_at <= clock.now
          and t.reserve_price <> (select p.reserve_price from terms p
            where p.coalition_id = t.coalition_id and p.variant = 0 and p.version < t.version and p.withdrawn_at is null
            order by p.version desc limit 1)
          and not exists (select from revaluation r
            where r.coalition_id = t.coalition_id and r.terms_id = t.terms_id)
          and not exists (select from member m
            where m.coalition_id = t.coalition_id and m.status = 'ACTIVE'
              and not exists (select from terms_acceptance a where a.coalition_id = m.coalition_id
                and a.terms_id = t.terms_id and a.member_id = m.member_id)))`,
  })

/** Coalitions with a settlement window that time alone, or the last payment, moves on. */
export const coalitionsToSettle = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_settlement_coalitions',
    condition: `exists (select from settlement_window w where w.coalition_id = c.coalition_id and (
    w.status = 'OPEN' and w.cut_off <= clock.now or w.status = 'CLOSED'
    or w.status = 'STATED' and w.dispute_deadline <= clock.now
    or w.status = 'APPROVED' and not exists (select from payment_leg g where g.coalition_id = c.coalition_id
      and g.window_no = w.window_no and g.receivable_at is null and g.amount_minor > (select coalesce(sum(y.amount_minor), 0)
        from standing_payment y where y.coalition_id = c.coalition_id and y.payment_leg_id = g.payment_leg_id))))`,
  })
