/** Whose points an entry gives or takes back: those of its member, or of the coalition where the promo fund pays. */
export const ISSUER = 'coalesce(e.member_id, e.coalition_id)'

/** What lies in reserve for a point of lot `l` under its terms `t`: all of its worth where the promo fund paid. */
export const DEPOSIT = 'case when l.issuer_id = l.coalition_id then t.reserve_price else t.deposit end'
