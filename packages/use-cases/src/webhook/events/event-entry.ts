import type { AdminScope, MemberScope } from '../../access/principal.ts'
import type { MemberVerb } from '../../access/verb-statuses.ts'
import type { PublicIdNoun } from '../../ids/public-id.ts'
import type { EventField } from './event-field.ts'

/**
 * Of what an event tells, and by that who may be told: the read that shows the same to a caller of the API. Any one of the
 * scopes is enough, and a member's status must allow the read.
 */
export interface EventTopic {
  readonly member: readonly MemberScope[]
  readonly admin: readonly AdminScope[]
  readonly read: MemberVerb
}

/** The topics: each row is the read of `auth/visible.ts` in the API, and a test holds the two against each other. */
export const TOPICS = {
  sales: {
    member: ['purchases:write', 'reports:read'],
    admin: ['coalition:read'],
    read: 'readPurchases',
  },
  holds: { member: ['holds:write'], admin: ['coalition:read'], read: 'readHolds' },
  adjustments: {
    member: ['adjustments:write', 'adjustments:approve'],
    admin: ['coalition:read', 'adjustments:write', 'adjustments:approve'],
    read: 'readAdjustments',
  },
  promos: { member: ['promotions:write'], admin: ['coalition:read'], read: 'readWallet' },
  customers: { member: ['customers:read'], admin: ['coalition:read'], read: 'findCustomer' },
  settlement: {
    member: ['reports:read'],
    admin: ['coalition:read', 'reports:read'],
    read: 'readSettlement',
  },
  /** Whoever manages endpoints may know it. */
  affairs: { member: ['member:write'], admin: ['coalition:write'], read: 'readCoalition' },
} as const satisfies Readonly<Record<string, EventTopic>>

/**
 * Whose dealing an event is. Of a member those whose payload names it in one of the fields; `EVERYBODY` is what concerns
 * every member alike, `OF_TERMS` what concerns those whom the terms are for, `SOLE_PAYER` promo points of one member alone.
 * The coalition's administrators are told of all, other members of none.
 */
export type Audience = readonly string[] | 'ADMINISTRATORS' | 'EVERYBODY' | 'OF_TERMS' | 'SOLE_PAYER'

/** A kind of event as the world is told of it. */
export interface EventEntry {
  readonly says: string
  readonly topic: keyof typeof TOPICS
  readonly audience: Audience
  /** What `subjectId` of a stored query names: a Node of the API; left out, the event is about nothing that is one. */
  readonly subject?: PublicIdNoun
  /** The data that is sent, by the names of the payload. What is not named is not told. */
  readonly data: Readonly<Record<string, EventField>>
}
