import { setTimeout as delay } from 'node:timers/promises'

/** A request as it is sent, and sent again: the same key and the same body. */
export interface Request {
  readonly operation: keyof typeof DOCUMENTS
  readonly input: Readonly<Record<string, unknown>> & { readonly idempotencyKey: string }
}

/** What the API answered to a request that moves points. */
export interface Answer {
  readonly __typename: string
  /** Public id of the purchase, hold or refund. */
  readonly document?: { readonly id: string }
  readonly replayed?: boolean
  readonly balanceAfter?: string
  /** Of a refusal. */
  readonly code?: string
}

/** One reply over HTTP. */
export interface Reply {
  readonly status: number
  readonly retryAfter: string | null
  readonly answer: Answer | undefined
  readonly error:
    | { readonly code: string; readonly retryable: boolean; readonly retryAfterMs?: number }
    | undefined
  readonly tookMs: number
}

const REFUSAL = '... on UserError { code }'
const DOCUMENTS = {
  purchaseRecord: `mutation ($input: PurchaseRecordInput!) { answer: purchaseRecord(input: $input) { __typename
    ... on PurchaseRecordPayload { replayed balanceAfter document: purchase { id } } ${REFUSAL} } }`,
  holdCreate: `mutation ($input: HoldCreateInput!) { answer: holdCreate(input: $input) { __typename
    ... on HoldCreatePayload { replayed document: hold { id } } ${REFUSAL} } }`,
  holdCapture: `mutation ($input: HoldCaptureInput!) { answer: holdCapture(input: $input) { __typename
    ... on HoldCapturePayload { replayed balanceAfter document: purchase { id } } ${REFUSAL} } }`,
  purchaseRefund: `mutation ($input: PurchaseRefundInput!) { answer: purchaseRefund(input: $input) { __typename
    ... on PurchaseRefundPayload { replayed balanceAfter document: refund { id } } ${REFUSAL} } }`,
} as const

/** Longer than any deadline of the API: who waits so long waits in vain. */
const PATIENCE_MS = 20_000
const GIVE_UP_MS = 60_000
const PAUSE_MS = 100

/** Sends a request once. Rejects when there is no whole reply: refused, reset, cut, or none within 20 s. */
export async function sendOnce(url: string, apiKey: string, { operation, input }: Request): Promise<Reply> {
  const startedAt = performance.now()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ query: DOCUMENTS[operation], variables: { input } }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const body = (await response.json()) as {
    data?: { answer?: Answer } | null
    errors?: { extensions: NonNullable<Reply['error']> }[]
  }
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    answer: body.data?.answer,
    error: body.errors?.[0]?.extensions,
    tookMs: performance.now() - startedAt,
  }
}

/**
 * Sends a request, with the same key, until it is answered, as every client of the API must. Throws what the API says
 * is not to be retried, and gives up after a minute.
 */
export async function sendUntilAnswered(url: string, apiKey: string, request: Request): Promise<Answer> {
  const giveUpAt = performance.now() + GIVE_UP_MS
  for (;;) {
    const outcome = await sendOnce(url, apiKey, request).catch((error: unknown) => ({
      answer: undefined,
      error,
    }))
    if (outcome.answer) return outcome.answer
    const { error } = outcome
    if (!(error instanceof Error) && (error as Reply['error'])?.retryable !== true)
      throw new Error(`${request.operation} failed for good: ${JSON.stringify(outcome)}`)
    if (performance.now() > giveUpAt)
      throw new Error(`${request.operation} was not answered within a minute: ${JSON.stringify(error)}`, {
        cause: error,
      })
    await delay(PAUSE_MS)
  }
}
