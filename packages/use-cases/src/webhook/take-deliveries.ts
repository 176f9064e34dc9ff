import { keepBody, type TakenDelivery, takeDueDeliveries } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context, Principal } from '../access/principal.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkInteger } from '../input/text.ts'
import { readMemberStatus } from '../terms/agreement.ts'
import { EVENTS, type EventKind } from './events/event-catalogue.ts'
import { messageOf } from './events/tell-event.ts'

/** Attempts at one endpoint at once, in all processes together. */
export const ATTEMPTS_AT_ONCE = 4

/** Answers a stored query as a caller with these rights; a failure of it is said in `errors`, never thrown. */
export type AnswerQuery = (asked: {
  readonly query: string
  readonly principal: Principal
  /** Public id of what the event is about; null when that is no Node. */
  readonly subjectId: string | null
}) => Promise<{ readonly data: unknown; readonly errors?: readonly unknown[] }>

/** An attempt to make: what is sent where. */
export interface DueAttempt {
  readonly coalitionId: string
  readonly deliveryId: string
  readonly attemptNo: number
  readonly tryNo: number
  readonly url: string
  /** The id of the event, the same at every attempt and every replay. */
  readonly messageId: string
  readonly body: string
  /** Valid now, newest first; each makes a signature. */
  readonly secrets: readonly string[]
}

export interface TakenAttempts {
  readonly attempts: readonly DueAttempt[]
  /** Of those whose query could not be asked: they are due again when their lease is over. */
  readonly failures: readonly unknown[]
}

/**
 * Takes attempts that are due in a coalition, at most `limit`; nobody else is given one of them for `leaseSeconds`. What an
 * endpoint's query says is asked now, once for all attempts, with the rights of the endpoint. The operator's worker calls
 * it; so may an administrator of the coalition.
 */
export async function takeDeliveries(
  context: Context,
  input: {
    readonly coalitionId: string
    readonly limit: number
    readonly leaseSeconds: number
    readonly answerQuery: AnswerQuery
  },
): Promise<TakenAttempts> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: 1_000 })
  const { leaseSeconds, coalitionId } = input
  const taken = await takeDueDeliveries(context.store, coalitionId, {
    ...{ limit, leaseSeconds, atOnce: ATTEMPTS_AT_ONCE },
  })
  const settled = await Promise.allSettled(
    taken.map(async (delivery): Promise<DueAttempt> => {
      const body = delivery.body ?? (await askedBody(context, delivery, input.answerQuery))
      const { id: deliveryId, attemptNo, tryNo, url, secrets } = delivery
      const messageId = encodePublicId('event', delivery.eventId)
      return { coalitionId, deliveryId, attemptNo, tryNo, url, messageId, body, secrets }
    }),
  )
  return {
    attempts: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    failures: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])),
  }
}

async function askedBody(
  { store }: Context,
  delivery: TakenDelivery,
  answerQuery: AnswerQuery,
): Promise<string> {
  const { coalitionId, id, eventKind: kind, occurredAt: createdAt, query } = delivery
  const subject = EVENTS[kind as EventKind]?.subject
  const answer = await answerQuery({
    query: query ?? '{ __typename }',
    principal: await principalOf({ store }, delivery),
    subjectId: subject === undefined ? null : encodePublicId(subject, delivery.subjectId),
  })
  return keepBody(store, { coalitionId, id, body: messageOf({ kind, createdAt, ...answer }) })
}

/** The endpoint as a caller: its owner, with what the key could read that last changed it. */
async function principalOf(
  { store }: Pick<Context, 'store'>,
  { coalitionId, endpointId, memberId, scopes }: TakenDelivery,
): Promise<Principal> {
  const rights = { coalitionId, keyId: endpointId, scopes: new Set(scopes) }
  if (memberId === null) return { kind: 'admin', ...rights }
  const status = await readMemberStatus(store, { coalitionId, memberId })
  return { kind: 'member', memberId, status, ...rights }
}
