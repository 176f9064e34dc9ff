/** What a hook learns of a request that is about to leave. Never the key, the token, or the variables. */
export interface RequestEvent {
  readonly operationName: string | undefined
  readonly kind: 'query' | 'mutation' | 'subscription'
  /** 1 for the first attempt. */
  readonly attempt: number
  readonly url: string
}

/** What a hook learns of a reply. */
export interface ResponseEvent extends RequestEvent {
  /** HTTP status. */
  readonly status: number
  readonly requestId: string | undefined
  /** From the sending of the request to the whole reply, in milliseconds. */
  readonly elapsedMs: number
}

/** What a hook learns before a request is repeated. */
export interface RetryEvent extends RequestEvent {
  /** Wait before the next attempt, in milliseconds. */
  readonly delayMs: number
  readonly error: Error
}

/** Observers of the traffic. What they throw is reported on the console and never fails a call. */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined
  readonly onRetry?: ((event: RetryEvent) => void) | undefined
}

/** Options of one call; each stands in for the client's own. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. What was already sent may still be done. */
  readonly signal?: AbortSignal | undefined
  /**
   * Longest wait for one attempt, in milliseconds.
   *
   * @defaultValue the client's `timeoutMs`
   */
  readonly timeoutMs?: number | undefined
  /**
   * Attempts after the first one; 0 for none.
   *
   * @defaultValue the client's `maxRetries`
   */
  readonly maxRetries?: number | undefined
}

/** Where a client's `authorization` header comes from. */
export interface Authorization {
  /** The header's value, or undefined for an anonymous call. */
  header(): Promise<string | undefined>
  /** Told that a header was refused with a 401; whether `header()` may now give another one. */
  replace(refused: string | undefined): boolean
  /** Keeps nothing of what it was given: the next `header()` asks anew. */
  forget?(): void
}

/** Everything a client fixes once for all its calls. */
export interface Transport extends Hooks {
  readonly url: string
  readonly fetch: typeof fetch
  readonly timeoutMs: number
  readonly maxRetries: number
  readonly headers: Readonly<Record<string, string>>
  readonly authorization: Authorization
  /** The `artel-device` header of calls that are not anonymous. */
  readonly deviceId?: (() => string | undefined) | undefined
  /** Told of every reply with its parsed body, undefined where that is no JSON. */
  readonly onReply?: ((response: Response, body: unknown) => void) | undefined
}

/** One GraphQL request, the same at every attempt. */
export interface GraphQLCall {
  readonly kind: 'query' | 'mutation'
  readonly operationName: string | undefined
  /** Serialised once, so that a repeated request is the same byte for byte, idempotency key included. */
  readonly body: string
  /** Queries and keyed mutations; any other mutation is sent once. */
  readonly repeatable: boolean
}

/** The data of a reply and the request's id in the API's log. */
export interface Answer {
  readonly data: unknown
  readonly requestId: string | undefined
}
