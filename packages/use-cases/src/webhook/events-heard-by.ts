import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'
import { EVENT_KINDS, type EventKind } from './events/event-catalogue.ts'
import { type ConcernedEvent, dataOf, isKnown, isToldTo, mayHearOf } from './events/tell-event.ts'
import { asListener } from './own-endpoint.ts'

/** Kinds of events that a caller may know of at all, as an endpoint with its scopes would. */
export const kindsHeardBy = (principal: MemberPrincipal | AdminPrincipal): EventKind[] =>
  EVENT_KINDS.filter((kind) => mayHearOf(kind, asListener(principal)))

/** Whether an event of the outbox is a caller's own dealing, as an endpoint of it would be told. */
export const isHeardBy = (principal: MemberPrincipal | AdminPrincipal, event: ConcernedEvent): boolean =>
  isToldTo(event, asListener(principal))

/** What an event tells whoever hears of it: the data of a webhook's message; nothing of a kind that this version does not know. */
export const toldDataOf = (
  { kind, payload }: ConcernedEvent,
  coalitionId: string,
): Record<string, unknown> => (isKnown(kind) ? dataOf(kind, payload, coalitionId) : {})
