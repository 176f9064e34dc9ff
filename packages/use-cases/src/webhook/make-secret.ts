import { randomBytes } from 'node:crypto'

/** Random bytes of a secret: 256 bits, within the 24 to 64 bytes of Standard Webhooks. */
const SECRET_BYTES = 32

/** A fresh secret as Standard Webhooks writes one: `whsec_` and base64. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
