import { inTransaction, newId, replaceSecret } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkInteger } from '../input/text.ts'
import { makeWebhookSecret } from './make-secret.ts'
import { actOn, lockOwnEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/** Longest that an old secret goes on: a week. Hours. */
const MAX_OVERLAP_HOURS = 168

export interface RotateWebhookSecretInput {
  readonly id: string
  /** For how long the secrets of before sign beside the new one: 0 to 168. */
  readonly overlapHours: number
}

/**
 * Gives an endpoint a fresh secret. For the hours of the overlap messages carry a signature by each, so a receiver may
 * change over whenever it likes; with 0 the old ones are dead at once, as after a leak. Throws InvalidInputError,
 * NotFoundError.
 */
export async function rotateWebhookSecret(
  context: Context,
  input: RotateWebhookSecretInput,
): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string }> {
  const principal = requireEndpointOwner(context, 'rotateWebhookSecret')
  const overlapHours = checkInteger(['overlapHours'], input.overlapHours, { min: 0, max: MAX_OVERLAP_HOURS })
  const secret = makeWebhookSecret()
  const endpoint = await inTransaction(context.store, async (client) => {
    // Of two at once the second sees the secret of the first, and ends it too.
    const found = await lockOwnEndpoint(client, principal, input.id)
    await replaceSecret(client, found, { secretId: newId(), secret, overlapHours })
    await recordActIn(context, client, actOn(found, 'webhookSecretRotate', { overlapHours }))
    return found
  })
  return { endpoint, secret }
}
