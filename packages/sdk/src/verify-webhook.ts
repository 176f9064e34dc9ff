import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { WebhookSignatureError } from './system-errors.ts'

/** Headers of a request, as any server has them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/** A request that says that it comes from Artel. */
export interface VerifyWebhookInput {
  /** The body as it came, before anything has parsed it. */
  readonly body: string | Uint8Array
  readonly headers: WebhookHeaders
  /** The secrets of the endpoint, `whsec_...`: while one takes the place of another, both. */
  readonly secrets: readonly string[]
}

/** An event, as endpoints without a query are told it; `data` of others is the answer to their query. */
export interface WebhookEvent<Data = Readonly<Record<string, unknown>>> {
  /** The same at every attempt and every replay: what you have seen already, pass over. */
  readonly id: string
  /** `purchase.recorded` and so on. Open: pass over kinds that you do not know. */
  readonly type: string
  /** When it happened, ISO 8601. */
  readonly timestamp: string
  readonly data: Data
}

/**
 * The event of a request, once its signature proves that Artel made it, unchanged and within the last five minutes. Give the
 * body as it came: one that was parsed and written again has another signature.
 *
 * @throws `WebhookSignatureError` when no secret fits, a header is missing, or the message is too old: answer 400.
 *
 * @example
 * ```ts
 * import { verifyWebhook } from '@artel/sdk/webhooks'
 *
 * export async function POST(request: Request): Promise<Response> {
 *   const secrets = [process.env.ARTEL_WEBHOOK_SECRET ?? '']
 *   const event = verifyWebhook({ body: await request.text(), headers: request.headers, secrets })
 *   if (event.type === 'purchase.recorded') console.log(event.id, event.data.purchaseId)
 *   return new Response(null, { status: 204 })
 * }
 * ```
 */
export function verifyWebhook<Data = Readonly<Record<string, unknown>>>({
  body,
  headers,
  secrets,
}: VerifyWebhookInput): WebhookEvent<Data> {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  const named = {
    'webhook-id': headerOf(headers, 'webhook-id'),
    'webhook-timestamp': headerOf(headers, 'webhook-timestamp'),
    'webhook-signature': headerOf(headers, 'webhook-signature'),
  }
  let cause: unknown
  for (const secret of secrets) {
    try {
      const message = new Webhook(secret).verify(text, named) as Omit<WebhookEvent<Data>, 'id'>
      return { id: named['webhook-id'], ...message }
    } catch (error) {
      cause = error
    }
  }
  const why =
    cause instanceof WebhookVerificationError ? cause.message : 'No secret was given that can be used'
  throw new WebhookSignatureError(`The message is not proven to come from Artel: ${why}.`, cause)
}

function headerOf(headers: WebhookHeaders, name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? ''
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
