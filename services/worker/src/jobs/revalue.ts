import { revaluePoints } from '@artel/use-cases'
import { dueByCoalitionClock } from './due-by-coalition-clock.ts'
import type { Job } from './job.ts'

/** Writes down what a changed worth of a point does to the points that are out, once a version of the terms. */
export const revalue: Job = {
  queue: 'revalue',
  leaseSeconds: 60,
  dueCoalitions: (store) =>
    dueByCoalitionClock(store, {
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
    }),
  async runBatch(context, coalitionId) {
    const revaluation = await revaluePoints(context, { coalitionId })
    return { done: revaluation ? 1 : 0, more: false }
  },
}
