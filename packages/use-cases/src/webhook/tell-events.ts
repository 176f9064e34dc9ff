import {
  addDeliveries,
  endpointsToTell,
  inTransaction,
  markTold,
  type NewDelivery,
  newId,
  type ToldEndpoint,
  takeUntoldEvents,
  type UntoldEvent,
} from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { MemberStatus } from '../access/member-status.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from '../points/expire-due-lots.ts'
import type { EventKind } from './events/event-catalogue.ts'
import { dataOf, isToldTo, messageOf } from './events/tell-event.ts'

export interface ToldEvents {
  /** Events dealt with in this call, told to somebody or to nobody. */
  readonly events: number
  readonly deliveries: number
  /** Whether more may wait. */
  readonly more: boolean
}

/**
 * Turns up to `limit` events of the outbox into deliveries, one to each endpoint that is told of it, in one transaction: an
 * event is marked beside its deliveries or not at all, so a worker that dies tells nothing twice and leaves nothing out.
 * The operator's worker calls it; so may an administrator of the coalition.
 */
export async function tellEvents(context: Context, input: DueBatchInput): Promise<ToldEvents> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  return inTransaction(context.store, async (client) => {
    const events = await takeUntoldEvents(client, { coalitionId, limit })
    const endpoints = events.length === 0 ? [] : await endpointsToTell(client, coalitionId)
    const deliveries = endpoints.flatMap((endpoint) => deliveriesTo(endpoint, events, coalitionId))
    await addDeliveries(client, coalitionId, deliveries)
    await markTold(
      client,
      coalitionId,
      events.map(({ id }) => id),
    )
    return { events: events.length, deliveries: deliveries.length, more: events.length === limit }
  })
}

function deliveriesTo(
  endpoint: ToldEndpoint,
  events: readonly UntoldEvent[],
  coalitionId: string,
): NewDelivery[] {
  const { id: endpointId, memberId, scopes, eventKinds, hasQuery, createdAt } = endpoint
  const listener = { memberId, memberStatus: endpoint.memberStatus as MemberStatus | null, scopes }
  return events
    .filter(
      (event) =>
        event.createdAt >= createdAt &&
        (eventKinds.length === 0 || eventKinds.includes(event.kind)) &&
        isToldTo(event, listener),
    )
    .map((event) => {
      const data = dataOf(event.kind as EventKind, event.payload, coalitionId)
      return { id: newId(), endpointId, event, body: hasQuery ? null : messageOf({ ...event, data }) }
    })
}
