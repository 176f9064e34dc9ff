import { databaseNow, newId } from '@artel/store'
import type { WebhookEndpoint } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { makeWebhookSecret } from './make-secret.ts'
import { ownEndpoint, requireEndpointOwner } from './own-endpoint.ts'

/** Longest that an old secret goes on: a week. Hours. */
const MAX_OVERLAP_HOURS = 168
const HOUR_MS = 3_600_000

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
  const { prisma, pool } = context.store
  const overlapHours = checkInteger(['overlapHours'], input.overlapHours, { min: 0, max: MAX_OVERLAP_HOURS })
  const endpoint = await ownEndpoint(context.store, principal, input.id)
  const { coalitionId, id: endpointId } = endpoint
  const now = await databaseNow(pool)
  const endsAt = new Date(now.getTime() + overlapHours * HOUR_MS)
  const secret = makeWebhookSecret()
  const own = { coalitionId, endpointId }
  await prisma.$transaction([
    prisma.webhookSecret.deleteMany({ where: { ...own, endsAt: { lte: now } } }),
    // One that ends sooner anyway is given no longer life.
    prisma.webhookSecret.updateMany({
      where: { ...own, OR: [{ endsAt: null }, { endsAt: { gt: endsAt } }] },
      data: { endsAt },
    }),
    prisma.webhookSecret.create({ data: { ...own, id: newId(), secret, createdAt: now } }),
  ])
  return { endpoint, secret }
}
