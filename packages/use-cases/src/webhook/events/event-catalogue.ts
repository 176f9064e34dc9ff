import type { OutboxKind } from '../../posting/outbox.ts'
import { customerEvents } from './customer-events.ts'
import type { EventEntry } from './event-entry.ts'
import { memberEvents } from './member-events.ts'
import { saleEvents } from './sale-events.ts'
import { settlementEvents } from './settlement-events.ts'

/** What an endpoint may be sent: events of the outbox, and the test that its owner asks for. */
export type EventKind = OutboxKind | 'webhook.test'

/** Every kind of event: what is told of it, and to whom. A kind without an entry does not compile. */
export const EVENTS: Readonly<Record<EventKind, EventEntry>> = {
  ...saleEvents,
  ...customerEvents,
  ...memberEvents,
  ...settlementEvents,
}

/** All kinds, sorted. */
export const EVENT_KINDS = Object.keys(EVENTS).sort() as EventKind[]
