import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Coalitions with holds past their time-out. */
export const coalitionsWithDueHolds = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_hold_coalitions',
    condition: `exists (select from hold h where h.coalition_id = c.coalition_id and h.status = 'OPEN'
        and h.expires_at <= clock.now)`,
  })

/**
 * Coalitions with lots past their date. Lots that end by their customer's silence, or with their coalition, have no date
 * to be found by: a coalition that may have such is due as often as `lookEveryHours` says, by its clock.
 */
export const coalitionsWithDueLots = (
  store: Pick<Store, 'pool'>,
  { lookEveryHours }: { readonly lookEveryHours: number },
): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_lot_coalitions',
    condition: `exists (select from lot l where l.coalition_id = c.coalition_id and l.open
        and l.remaining > l.reserved and l.expires_at <= clock.now)
        or (c.wind_down_ends_at <= clock.now or exists (select from terms t
          where t.coalition_id = c.coalition_id and t.expiry_kind = 'INACTIVITY'))
        and not exists (select from job_cursor j where j.coalition_id = c.coalition_id
          and j.job = 'inactive-lots' and j.done_until > clock.now - make_interval(hours => $1::int))`,
    values: [lookEveryHours],
  })

/** Coalitions in which nobody has looked for `lookEveryHours` for points that are about to expire. */
export const coalitionsToRemind = (
  store: Pick<Store, 'pool'>,
  { lookEveryHours }: { readonly lookEveryHours: number },
): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_reminder_coalitions',
    condition: `not exists (select from job_cursor j where j.coalition_id = c.coalition_id
        and j.job = 'remind-expiring' and j.done_until > clock.now - make_interval(hours => $1::int))`,
    values: [lookEveryHours],
  })
