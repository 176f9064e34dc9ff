import type { UntoldEvent } from '@artel/store'
import type { MemberStatus } from '../../access/member-status.ts'
import { statusAllows } from '../../access/verb-statuses.ts'
import { EVENTS, type EventKind } from './event-catalogue.ts'
import { TOPICS } from './event-entry.ts'
import { toldFact } from './event-field.ts'

/** Who is told: the administrators of a coalition, or one member of it, with what its key may read. */
export interface Listener {
  /** Null for the administrators. */
  readonly memberId: string | null
  /** Of the member; null for the administrators. */
  readonly memberStatus: MemberStatus | null
  readonly scopes: readonly string[]
}

/** What an event says of whom it concerns. */
export type ConcernedEvent = Pick<UntoldEvent, 'payload' | 'termsMemberId'> & { readonly kind: string }

/** Whether a listener may know events of this kind at all: the scopes and the status that the read of the same asks for. */
export function mayHearOf(kind: EventKind, { memberId, memberStatus, scopes }: Listener): boolean {
  const { audience, topic } = EVENTS[kind]
  const { member, admin, read } = TOPICS[topic]
  const asked: readonly string[] = memberId === null ? admin : member
  if (!asked.some((scope) => scopes.includes(scope))) return false
  if (memberId === null) return true
  return audience !== 'ADMINISTRATORS' && memberStatus !== null && statusAllows(read, memberStatus)
}

/** Whether an event is told to a listener: it may hear of such, and the event is its own dealing. */
export function isToldTo(event: ConcernedEvent, listener: Listener): boolean {
  if (!isKnown(event.kind) || !mayHearOf(event.kind, listener)) return false
  return listener.memberId === null || concerns(event, listener.memberId)
}

function concerns({ kind, payload, termsMemberId }: ConcernedEvent, memberId: string): boolean {
  const { audience } = EVENTS[kind as EventKind]
  if (audience === 'EVERYBODY') return true
  if (audience === 'ADMINISTRATORS') return false
  if (audience === 'OF_TERMS') return termsMemberId === null || termsMemberId === memberId
  if (audience === 'SOLE_PAYER') {
    const payers = payload.payers as readonly { readonly memberId: string }[]
    return payers.length === 1 && payers[0]?.memberId === memberId
  }
  return audience.some((field) => payload[field] === memberId)
}

/** Whether this version knows the kind: an event of a later one is told to nobody. */
export const isKnown = (kind: string): kind is EventKind => Object.hasOwn(EVENTS, kind)

/** The data of an event as the world is told it. */
export function dataOf(
  kind: EventKind,
  payload: Readonly<Record<string, unknown>>,
  coalitionId: string,
): Record<string, unknown> {
  const told: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(EVENTS[kind].data)) {
    const value = payload[name]
    if (value !== undefined && value !== null) told[name] = toldFact(field, value, coalitionId)
  }
  return told
}

/** The whole message, as Standard Webhooks writes one: `type`, `timestamp` and `data`. */
export const messageOf = (event: {
  readonly kind: string
  readonly createdAt: Date
  readonly data: unknown
  readonly errors?: readonly unknown[]
}): string =>
  JSON.stringify({
    type: event.kind,
    timestamp: event.createdAt.toISOString(),
    data: event.data,
    ...(event.errors && event.errors.length > 0 ? { errors: event.errors } : {}),
  })
