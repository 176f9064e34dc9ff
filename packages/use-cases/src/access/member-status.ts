/**
 * INVITED until the terms are accepted, then ACTIVE; SUSPENDED by an administrator; EXITING from its notice on: it issues
 * no points, and customers may still redeem them there; CLOSED for good. What each may do is in `verb-statuses.ts`.
 */
export type MemberStatus = 'INVITED' | 'ACTIVE' | 'SUSPENDED' | 'EXITING' | 'CLOSED'
