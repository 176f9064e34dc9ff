import {
  addEvent,
  type EndedAttempt,
  endAttempt,
  inTransaction,
  lockEndpointOf,
  newId,
  noteStanding,
  triesBefore,
} from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { OutboxKind } from '../posting/outbox.ts'
import { type AttemptOutcome, type JudgedAttempt, judgeAttempt } from './judge-attempt.ts'

export interface EndWebhookAttemptInput extends EndedAttempt {
  readonly coalitionId: string
  readonly outcome: AttemptOutcome
  /** What the receiver asked for. */
  readonly retryAfterSeconds: number | null
  /** From 0 to 1: for the jitter. */
  readonly random: number
}

/**
 * Writes down what came of an attempt: into the log, and what it means for the delivery and for the endpoint, whose pause is
 * announced by `webhook.paused`. Undefined when the lease was over and somebody else has the delivery, or the endpoint was
 * deleted meanwhile: nothing is written then. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function endWebhookAttempt(
  context: Context,
  input: EndWebhookAttemptInput,
): Promise<JudgedAttempt | undefined> {
  const { coalitionId, deliveryId } = input
  requireDueWorkOf(context.principal, coalitionId)
  return inTransaction(context.store, async (client) => {
    const endpoint = await lockEndpointOf(client, { coalitionId, deliveryId })
    const tries = endpoint && (await triesBefore(client, coalitionId, input))
    if (!endpoint || tries === undefined) return undefined
    const judged = judgeAttempt({ ...input, tryNo: tries + 1 }, endpoint, input.random)
    if (!(await endAttempt(client, coalitionId, { ...input, ...judged }))) return undefined
    const { endpointId, memberId } = endpoint
    const pausedFor = endpoint.status === 'ACTIVE' ? judged.pausedFor : null
    if (judged.failures > 0 || endpoint.failures > 0)
      await noteStanding(client, coalitionId, { endpointId, failures: judged.failures, pausedFor })
    if (pausedFor !== null) {
      const kind: OutboxKind = 'webhook.paused'
      const payload = { endpointId, memberId, pausedFor }
      await addEvent(client, coalitionId, { id: newId(), kind, subjectId: endpointId, payload })
    }
    return { ...judged, pausedFor }
  })
}
