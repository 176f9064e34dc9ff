import {
  ADMIN_SCOPES,
  EVENT_KINDS,
  EVENTS,
  MEMBER_SCOPES,
  type MemberStatus,
  mayHearOf,
  type Principal,
} from '@artel/use-cases'
import { expect, test } from 'vitest'
import { type Visible, visibleTo } from './visible.ts'

/** What shows a caller of the API the same as events of a topic. */
const SEEN_AS: Readonly<Record<string, keyof Visible>> = {
  sales: 'purchase',
  holds: 'hold',
  adjustments: 'adjustment',
  customers: 'customer',
  settlement: 'statement',
}
const ids = { coalitionId: 'c', keyId: 'k' }
const kinds = EVENT_KINDS.filter((kind) => SEEN_AS[EVENTS[kind].topic] !== undefined)
const seen = (principal: Principal, kind: (typeof kinds)[number]) =>
  visibleTo(principal)[SEEN_AS[EVENTS[kind].topic] ?? 'coalition'] !== null

test('an administrator hears of what it sees by the same key, and of nothing else', () => {
  for (const scope of ADMIN_SCOPES)
    for (const kind of kinds) {
      const principal: Principal = { kind: 'admin', ...ids, scopes: new Set([scope]) }
      const heard = mayHearOf(kind, { memberId: null, memberStatus: null, scopes: [scope] })
      expect(heard, `${kind} with ${scope}`).toBe(seen(principal, kind))
    }
})

test('a member hears of what it sees by the same key in the same status, but for what is the coalition’s alone', () => {
  for (const status of ['INVITED', 'ACTIVE', 'SUSPENDED', 'EXITING', 'CLOSED'] as MemberStatus[])
    for (const scope of MEMBER_SCOPES)
      for (const kind of kinds) {
        const principal: Principal = {
          kind: 'member',
          ...ids,
          memberId: 'm',
          status,
          scopes: new Set([scope]),
        }
        const heard = mayHearOf(kind, { memberId: 'm', memberStatus: status, scopes: [scope] })
        const own = EVENTS[kind].audience !== 'ADMINISTRATORS'
        expect(heard, `${kind} with ${scope} when ${status}`).toBe(own && seen(principal, kind))
      }
})
