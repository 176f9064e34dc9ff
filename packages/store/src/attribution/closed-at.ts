/**
 * The last instant at which something may have led to a purchase `p` of a coalition `c`: that of its recording, on the local day of the
 * sale, else that of the sale.
 */
export const CLOSED_AT = `case when (p.recorded_at at time zone c.time_zone)::date = (p.occurred_at at time zone c.time_zone)::date
  then greatest(p.occurred_at, p.recorded_at) else p.occurred_at end`
