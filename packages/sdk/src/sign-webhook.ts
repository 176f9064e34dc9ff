import { Webhook } from 'standardwebhooks'

/** What `signWebhook` is told besides the event. */
export interface SignWebhookOptions {
  /** A secret, `whsec_...`. */
  readonly secret: string
  /**
   * Id of the event.
   *
   * @defaultValue 'evt_test'
   */
  readonly id?: string | undefined
  /**
   * When the message is sent.
   *
   * @defaultValue now
   */
  readonly sentAt?: Date | undefined
}

/** A message as Artel would send it. */
export interface SignedWebhook {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Signs an event as Artel does, for tests of your receiver; there are examples of each kind in `packages/schema/events`.
 *
 * @example
 * ```ts
 * import { signWebhook } from '@artel/sdk/webhooks'
 *
 * const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
 * const event = { type: 'hold.expired', timestamp: new Date().toISOString(), data: { holdId: 'hld_1' } }
 * const { headers, body } = signWebhook(event, { secret })
 * await fetch('http://localhost:3000/artel', { method: 'POST', headers, body })
 * ```
 */
export function signWebhook(
  event: { readonly type: string; readonly timestamp: string; readonly data: unknown },
  { secret, id = 'evt_test', sentAt = new Date() }: SignWebhookOptions,
): SignedWebhook {
  const body = JSON.stringify(event)
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
    },
  }
}
