import type { ServerResponse } from 'node:http'
import { type Principal, SystemError } from '@artel/use-cases'
import { GraphQLError } from 'graphql'
import { requestError } from '../errors/request-error.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import { type EventQueue, makeEventQueue } from './event-queue.ts'
import type { LiveEvent } from './feed-events.ts'

/** A stream that a caller has open: one subscription on one connection. */
export interface OpenStream {
  /** The caller as it was last authenticated. */
  readonly principal: Principal
  /** The queue of its events, to be called once. `watch` begins to fill it and returns the opposite. */
  queue<Event extends LiveEvent>(options: QueueOptions<Event>): EventQueue<Event>
}

export interface QueueOptions<Event> {
  readonly missed: readonly Event[]
  readonly watch: (tell: (event: Event) => void) => () => void
  /** Whether the caller may be told of an event. */
  readonly sees: (event: Event) => boolean
  /** Throws where the caller, as it stands now, may not watch any longer. */
  readonly assertMay: () => void
}

/** Who opens a stream. */
export interface StreamCaller {
  readonly response: ServerResponse
  readonly principal: Principal
  /** What stands for all addresses of one caller. */
  readonly address: string
  /** Authenticates the caller anew: rejects with a GraphQLError for one who is nobody any more. */
  readonly authenticate: () => Promise<Principal>
  /** Throws for a caller whom the subscription is not for. */
  readonly assertGranted: (principal: Principal) => void
}

/** The streams of a process. */
export interface Streams {
  /** Opens a stream that lasts until its response closes. Throws TOO_MANY_STREAMS and STREAM_ENDED. */
  open(caller: StreamCaller): OpenStream
  /** Ends all with STREAM_ENDED, and those that come: the process stops. */
  stop(): void
}

export interface StreamsOptions {
  readonly metrics: Pick<ApiMetrics, 'streams'>
  /** Most streams of one key, session or customer; of one address; of the process. */
  readonly maxPerCaller: number
  readonly maxPerAddress: number
  readonly max: number
}

/** Events that wait for a slow reader. They are shared with other streams, so they cost little. */
const MAX_WAITING = 1_000
/** How long an ended stream has to read its last words, milliseconds. */
const LAST_WORDS_MS = 5_000
/** Between two authentications of a stream. With the cache of those, what was revoked is told nothing after five seconds. */
const AUTHENTICATE_EVERY_MS = 2_000
/** Shorter than the patience of proxies, and of the server itself with a connection over which nothing moves. */
const HEARTBEAT_EVERY_MS = 15_000

interface Held {
  readonly caller: StreamCaller
  principal: Principal
  assertMay: () => void
  end: (error: Error) => void
  isAuthenticating: boolean
}

const nothing = (): void => undefined

/** Makes the streams of a process: none yet. */
export function makeStreams({ metrics, max, maxPerCaller, maxPerAddress }: StreamsOptions): Streams {
  const held = new Set<Held>()
  const byCaller = makeCounts(maxPerCaller)
  const byAddress = makeCounts(maxPerAddress)
  let isStopping = false
  const beatHearts = goRound(held, HEARTBEAT_EVERY_MS, ({ caller: { response } }) => {
    // A comment of the protocol; a reader that is behind hears enough.
    if (response.headersSent && !response.writableEnded && !response.writableNeedDrain)
      response.write(':\n\n')
  })
  const authenticate = goRound(held, AUTHENTICATE_EVERY_MS, (stream) => void authenticateAgain(stream))

  return {
    open(caller) {
      const { response, principal, address } = caller
      if (isStopping) throw streamEnded()
      const name = callerOf(principal, address)
      if (held.size >= max || !byCaller.add(name)) throw tooManyStreams()
      if (!byAddress.add(address)) {
        byCaller.remove(name)
        throw tooManyStreams()
      }
      const stream: Held = { caller, principal, assertMay: nothing, end: nothing, isAuthenticating: false }
      held.add(stream)
      beatHearts()
      authenticate()
      metrics.streams.set(held.size)
      response.once('close', () => {
        held.delete(stream)
        byCaller.remove(name)
        byAddress.remove(address)
        metrics.streams.set(held.size)
      })
      return {
        get principal() {
          return stream.principal
        },
        queue: (options) => fill(stream, options),
      }
    },
    stop() {
      isStopping = true
      for (const stream of held) stream.end(streamEnded())
    },
  }

  function fill<Event extends LiveEvent>(
    stream: Held,
    { missed, watch, sees, assertMay }: QueueOptions<Event>,
  ): EventQueue<Event> {
    const { response } = stream.caller
    let unwatch = nothing
    const queue = makeEventQueue<Event>({
      maxWaiting: MAX_WAITING,
      onEnd: () => {
        unwatch()
        stream.end = nothing
        // Whoever reads nothing would keep the connection for ever.
        const impatience = setTimeout(() => response.destroy(), LAST_WORDS_MS).unref()
        response.once('close', () => clearTimeout(impatience))
      },
    })
    stream.assertMay = assertMay
    stream.end = queue.end
    for (const event of missed) if (sees(event)) queue.push(event)
    unwatch = watch((event) => {
      if (sees(event)) queue.push(event)
    })
    response.once('close', () => queue.end())
    if (isStopping) stream.end(streamEnded())
    return queue
  }
}

/** Codes of who is nobody any more, or may not. */
const REFUSED: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'TOKEN_EXPIRED', 'FORBIDDEN'])

function isRefused(error: unknown): error is Error {
  if (error instanceof GraphQLError) return REFUSED.has(error.extensions.code)
  return error instanceof SystemError && REFUSED.has(error.code)
}

/**
 * Ends a stream whose caller is nobody any more, or may not watch any longer. While that cannot be told, as with a database
 * that is away, no event can be read either.
 */
async function authenticateAgain(stream: Held): Promise<void> {
  if (stream.isAuthenticating) return
  stream.isAuthenticating = true
  const { authenticate, assertGranted } = stream.caller
  try {
    stream.principal = await authenticate()
    assertGranted(stream.principal)
    stream.assertMay()
  } catch (error) {
    if (isRefused(error)) stream.end(error)
  } finally {
    stream.isAuthenticating = false
  }
}

/** Goes round all streams now and then, with one timer for all of them, and none while there are none. */
function goRound(held: ReadonlySet<Held>, everyMs: number, visit: (stream: Held) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const round = () => {
    for (const stream of held) visit(stream)
    if (held.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
  return () => {
    timer ??= setInterval(round, everyMs).unref()
  }
}

/** Who a stream is counted for: a key, a session, a customer, or an address. */
function callerOf(principal: Principal, address: string): string {
  if (principal.kind === 'customer') return `customer ${principal.customerId}`
  if ('sessionId' in principal && principal.sessionId !== undefined) return `session ${principal.sessionId}`
  if ('keyId' in principal) return `key ${principal.keyId}`
  return `${principal.kind} ${address}`
}

/** Counts by name up to a bound; a name with nothing is not kept. */
function makeCounts(max: number) {
  const counts = new Map<string, number>()
  return {
    add(name: string): boolean {
      const count = counts.get(name) ?? 0
      if (count >= max) return false
      counts.set(name, count + 1)
      return true
    },
    remove(name: string): void {
      const count = (counts.get(name) ?? 0) - 1
      if (count > 0) counts.set(name, count)
      else counts.delete(name)
    },
  }
}

const streamEnded = () =>
  requestError('STREAM_ENDED', 'This process is stopping. Subscribe again after the last cursor.')
const tooManyStreams = () =>
  requestError('TOO_MANY_STREAMS', 'Too many streams are open. Close those that nobody reads, or share one.')
