import { keepBody, type TakenDelivery, takeDueDeliveries } from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context, Principal } from '../access/principal.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkInteger } from '../input/text.ts'
import { readMemberStatus } from '../terms/agreement.ts'
import { EVENTS, type EventKind } from './events/event-catalogue.ts'
import { dataOf, messageOf } from './events/tell-event.ts'

/** Attempts at one endpoint at once, in all processes together. */
export const ATTEMPTS_AT_ONCE = 4

/** An erasure takes moments: whoever meets so many in a row tries again later. */
const MOST_QUESTIONS = 5

/**
 * Answers a stored query as a caller with these rights. What the caller may not see, and whatever else another attempt would
 * answer the same, is said in `errors`; rejects with what may pass, such as a database that is away.
 */
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
  readonly url: string
  /** The id of the event, the same at every attempt and every replay. */
  readonly messageId: string
  readonly body: string
  /** Valid now, newest first; each makes a signature. */
  readonly secrets: readonly string[]
}

/** An attempt that has failed before anything was sent: the endpoint's query could not be answered. */
export interface UnmadeAttempt extends Pick<DueAttempt, 'coalitionId' | 'deliveryId' | 'attemptNo'> {
  readonly error: unknown
}

export interface TakenAttempts {
  readonly attempts: readonly DueAttempt[]
  /** To be ended as QUERY_FAILED. */
  readonly failures: readonly UnmadeAttempt[]
}

/**
 * Takes attempts that are due in a coalition, at most `limit`; nobody else is given one of them for `leaseSeconds`. What an
 * endpoint's query says is asked now, once for all attempts, with the rights of the endpoint; without `answerQuery` what is
 * yet to be asked waits for a caller that has it. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function takeDeliveries(
  context: Context,
  input: {
    readonly coalitionId: string
    readonly limit: number
    readonly leaseSeconds: number
    readonly answerQuery?: AnswerQuery | undefined
  },
): Promise<TakenAttempts> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: 1_000 })
  const { leaseSeconds, coalitionId, answerQuery } = input
  const taken = await takeDueDeliveries(context.store, coalitionId, {
    ...{ limit, leaseSeconds, atOnce: ATTEMPTS_AT_ONCE, withQuery: answerQuery !== undefined },
  })
  const attempts: DueAttempt[] = []
  const failures: UnmadeAttempt[] = []
  await Promise.all(
    taken.map(async (delivery) => {
      const { id: deliveryId, attemptNo, url, secrets } = delivery
      try {
        const body = delivery.body ?? (await keptBody(context, delivery, answerQuery))
        const messageId = encodePublicId('event', delivery.eventId)
        attempts.push({ coalitionId, deliveryId, attemptNo, url, secrets, messageId, body })
      } catch (error) {
        failures.push({ coalitionId, deliveryId, attemptNo, error })
      }
    }),
  )
  return { attempts, failures }
}

/** Asks until nobody was erased between the question and the answer's being kept. */
async function keptBody(
  context: Context,
  delivery: TakenDelivery,
  answerQuery: AnswerQuery | undefined,
): Promise<string> {
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    const body = await madeBody(context, delivery, answerQuery)
    if (body !== null) return body
  }
  throw new Error(`A customer was erased during each of ${MOST_QUESTIONS} answers to the query`)
}

/** What is sent from now on: the answer of the query or, where that was taken away since, the event's own data. */
async function madeBody(
  { store }: Context,
  delivery: TakenDelivery,
  answerQuery: AnswerQuery | undefined,
): Promise<string | null> {
  const { coalitionId, id, endpointId, occurredAt: createdAt, query, payload, scopes } = delivery
  const kind = delivery.eventKind as EventKind
  if (query === null) {
    const data = dataOf(kind, payload ?? { endpointId }, coalitionId)
    return keepBody(store, { coalitionId, id, body: messageOf({ kind, createdAt, data }), askedScopes: [] })
  }
  if (!answerQuery) throw new Error('A query was taken, and nobody answers it')
  const subject = EVENTS[kind]?.subject
  const answer = await answerQuery({
    query,
    principal: await principalOf({ store }, delivery),
    subjectId: subject === undefined ? null : encodePublicId(subject, delivery.subjectId),
  })
  const body = messageOf({ kind, createdAt, ...answer })
  return keepBody(store, { coalitionId, id, body, askedScopes: scopes })
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
