import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../access/principal.ts'
import * as door from '../index.ts'
import { LOCAL_DOOR } from './an-endpoint.ts'
import type { Kind } from './principals.ts'

/** Who may use a verb, as a test of authorisation holds it against what the verb does. */
export interface Rule {
  /** Who may use the verb at all. */
  readonly kinds: readonly Kind[]
  /** The scope that each of those needs; the operator has none. */
  readonly scopes: Partial<Record<Kind, string>>
  readonly use: (context: Context) => Promise<unknown>
}

/** A verb of administrators and members, each with a scope. */
type Both = (adminScope: string, memberScope: string, use: Rule['use']) => Rule

/** The rules of the verbs of webhooks. */
export function webhookRules(
  coalitionId: string,
  both: Both,
  due: (use: Rule['use']) => Rule,
): Record<string, Rule> {
  const id = uuidv7()
  const own = (use: Rule['use']) => both('coalition:write', 'member:write', use)
  const endpoint = { url: 'nowhere', eventKinds: [], query: null, door: LOCAL_DOOR }
  const ended = { attemptNo: 1, durationMs: 1, responseStatus: 200, responseBody: '' }
  return {
    createWebhookEndpoint: own((c) => door.createWebhookEndpoint(c, endpoint)),
    updateWebhookEndpoint: own((c) => door.updateWebhookEndpoint(c, { id, door: LOCAL_DOOR })),
    rotateWebhookSecret: own((c) => door.rotateWebhookSecret(c, { id, overlapHours: 0 })),
    pauseWebhookEndpoint: own((c) => door.pauseWebhookEndpoint(c, { id })),
    resumeWebhookEndpoint: own((c) => door.resumeWebhookEndpoint(c, { id })),
    deleteWebhookEndpoint: own((c) => door.deleteWebhookEndpoint(c, { id })),
    testWebhookEndpoint: own((c) => door.testWebhookEndpoint(c, { id })),
    replayWebhookDelivery: own((c) => door.replayWebhookDelivery(c, { id })),
    tellEvents: due((c) => door.tellEvents(c, { coalitionId, limit: 1 })),
    forgetOldDeliveries: due((c) => door.forgetOldDeliveries(c, { coalitionId, limit: 1 })),
    takeDeliveries: due((c) =>
      door.takeDeliveries(c, {
        coalitionId,
        limit: 1,
        leaseSeconds: 1,
        answerQuery: async () => ({ data: null }),
      }),
    ),
    endWebhookAttempt: due((c) =>
      door.endWebhookAttempt(c, {
        ...{
          coalitionId,
          deliveryId: id,
          ...ended,
          outcome: 'DELIVERED',
          retryAfterSeconds: null,
          random: 0,
        },
      }),
    ),
  }
}
