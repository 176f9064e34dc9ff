import type { ServerResponse } from 'node:http'
import { PermissionError, type Principal, SystemError } from '@artel/use-cases'
import { GraphQLError } from 'graphql'
import { requestError } from '../errors/request-error.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import { type EventQueue, makeEventQueue } from './event-queue.ts'
import type { LiveEvent } from './feed-events.ts'
import { makeRenewCallers, type Renewed } from './renew-callers.ts'

/** A stream that a caller has open: one subscription on one connection. */
export interface OpenStream {
  /** The caller as it was last authenticated. */
  readonly principal: Principal
  /** The queue of its events, to be called once. `watch` begins to fill it and returns the opposite. */
  queue<Event extends LiveEvent>(options: QueueOptions<Event>): EventQueue<Event>
}

export interface QueueOptions<Event> {
  readonly missed: readonly Event[]
  readonly watch: (listener: Listener<Event>) => () => void
  /** Whether the caller may be told of an event. */
  readonly sees: (event: Event) => boolean
  /** Throws where the caller, as it stands now, may not watch any longer. */
  readonly assertMay: () => void
}

/** What is told of events. */
export interface Listener<Event> {
  readonly tell: (event: Event) => void
  /** Whether there is room for more; where there is none, nothing is told until there is. */
  readonly hasRoom: () => boolean
}

/** Who opens a stream. */
export interface StreamCaller {
  readonly response: ServerResponse
  readonly principal: Principal
  /** What stands for all addresses of one caller. */
  readonly address: string
  /** The same for what is opened by the same credentials. */
  readonly credential: string
  /** Whether many callers of its kind are authenticated by one read. */
  readonly isShared: boolean
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
  /** Most streams of one member or of the administrators of a coalition; of a customer; of one address; of the process. */
  readonly maxPerCaller: number
  readonly maxPerCustomer: number
  readonly maxPerAddress: number
  readonly max: number
  /** Between two heartbeats, milliseconds. */
  readonly heartbeatEveryMs: number
}

/** Events that wait for a slow reader. Those beyond wait in the database. */
const MAX_WAITING = 200
/** How long a reader may leave its queue full, milliseconds. */
const PATIENCE_MS = 10_000
/** How long an ended stream has to read its last words, milliseconds. */
const LAST_WORDS_MS = 5_000
/** With the few seconds that authentication keeps what it has found, what was revoked is told nothing after five seconds. */
const RENEW = { everyMs: 3_500, maxUnconfirmedMs: 4_500, atOnce: 4 }

interface Held extends Renewed<Principal> {
  readonly caller: StreamCaller
  principal: Principal
  assertMay: () => void
  end: (error: Error) => void
}

const nothing = (): void => undefined

/** Makes the streams of a process: none yet. */
export function makeStreams(options: StreamsOptions): Streams {
  const { metrics, max, heartbeatEveryMs } = options
  const held = new Set<Held>()
  const byCaller = makeCounts(options.maxPerCaller)
  const byCustomer = makeCounts(options.maxPerCustomer)
  const byAddress = makeCounts(options.maxPerAddress)
  const keepAlive = makeHeartbeat(held, heartbeatEveryMs)
  const renew = makeRenewCallers<Principal>(RENEW)
  let isStopping = false

  /** Counts a stream. Returns the opposite. Throws TOO_MANY_STREAMS. */
  function takePlace({ principal, address }: StreamCaller): () => void {
    const owner = ownerOf(principal, address)
    const byOwner = principal.kind === 'customer' ? byCustomer : byCaller
    if (held.size >= max || !byOwner.add(owner)) throw tooManyStreams()
    if (!byAddress.add(address)) {
      byOwner.remove(owner)
      throw tooManyStreams()
    }
    return () => {
      byOwner.remove(owner)
      byAddress.remove(address)
    }
  }

  return {
    open(caller) {
      const { response } = caller
      // A response that has closed would never give its place back.
      if (response.destroyed) throw callerLeft()
      if (isStopping) throw streamEnded()
      const leavePlace = takePlace(caller)
      const stream = hold(caller)
      held.add(stream)
      const forget = renew(stream)
      keepAlive()
      metrics.streams.set(held.size)
      response.once('close', () => {
        held.delete(stream)
        forget()
        leavePlace()
        metrics.streams.set(held.size)
      })
      return {
        get principal() {
          return stream.principal
        },
        queue: (queueOptions) => {
          const queue = fill(stream, queueOptions)
          if (isStopping) stream.end(streamEnded())
          return queue
        },
      }
    },
    stop() {
      isStopping = true
      for (const stream of held) stream.end(streamEnded())
    },
  }
}

/** The stream of a caller, before anything is watched. */
function hold(caller: StreamCaller): Held {
  const stream: Held = {
    ...{
      caller,
      principal: caller.principal,
      credential: caller.credential,
      isShared: caller.isShared,
      assertMay: nothing,
      end: nothing,
    },
    authenticate: caller.authenticate,
    confirmedAtMs: performance.now(),
    confirm(principal) {
      try {
        caller.assertGranted(principal)
        assertSameCaller(stream.principal, principal)
        stream.principal = principal
        stream.assertMay()
      } catch (error) {
        stream.end(error instanceof Error ? error : new Error('A caller was refused', { cause: error }))
      }
    },
    fail(error) {
      if (isRefused(error)) stream.end(error)
    },
    doubt: () => stream.end(unconfirmed()),
  }
  return stream
}

/** Begins to fill the queue of a stream. */
function fill<Event extends LiveEvent>(
  stream: Held,
  { missed, watch, sees, assertMay }: QueueOptions<Event>,
): EventQueue<Event> {
  const { response } = stream.caller
  let unwatch = nothing
  const queue = makeEventQueue<Event>({
    ...{ maxWaiting: MAX_WAITING, patienceMs: PATIENCE_MS },
    onEnd: () => {
      unwatch()
      stream.end = nothing
      // Whoever reads nothing would keep the connection for ever.
      const impatience = setTimeout(() => response.destroy(), LAST_WORDS_MS).unref()
      response.once('close', () => clearTimeout(impatience))
    },
  })
  // Closed since the stream was opened: nobody would say so again.
  if (response.destroyed) {
    queue.end()
    return queue
  }
  stream.assertMay = assertMay
  stream.end = queue.end
  const tell = (event: Event) => {
    if (sees(event)) queue.push(event)
  }
  for (const event of missed) tell(event)
  unwatch = watch({ tell, hasRoom: queue.hasRoom })
  response.once('close', () => queue.end())
  return queue
}

/** Writes a comment of the protocol to all streams now and then, with one timer, and none while there are none. */
function makeHeartbeat(held: ReadonlySet<Held>, everyMs: number): () => void {
  let timer: NodeJS.Timeout | undefined
  const beat = () => {
    for (const { caller } of held) {
      const { response } = caller
      // A reader that is behind hears enough.
      if (response.headersSent && !response.writableEnded && !response.writableNeedDrain)
        response.write(':\n\n')
    }
    if (held.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
  return () => {
    timer ??= setInterval(beat, everyMs).unref()
  }
}

/** Codes of who is nobody any more, or may not. */
const REFUSED: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'TOKEN_EXPIRED', 'FORBIDDEN'])

function isRefused(error: unknown): error is Error {
  if (error instanceof GraphQLError) return REFUSED.has(error.extensions.code)
  return error instanceof SystemError && REFUSED.has(error.code)
}

/**
 * What a stream shows is chosen when it is opened. Throws PermissionError for a caller who stands elsewhere by now, or whose
 * member is suspended, leaves or is active again: it opens another, which asks for everything anew.
 */
function assertSameCaller(opened: Principal, now: Principal): void {
  if (placeOf(opened) !== placeOf(now))
    throw new PermissionError('You act at another place than when this stream was opened. Subscribe again.')
}

const placeOf = (principal: Principal): string =>
  JSON.stringify([
    principal.kind,
    'coalitionId' in principal ? principal.coalitionId : null,
    'memberId' in principal ? principal.memberId : null,
    'customerId' in principal ? principal.customerId : null,
    'status' in principal ? principal.status : null,
  ])

/** Who a stream is counted for, by whichever of its keys and sessions: a customer, a member, a coalition, else an address. */
function ownerOf(principal: Principal, address: string): string {
  if (principal.kind === 'customer') return `customer ${principal.customerId}`
  if (principal.kind === 'member') return `member ${principal.memberId}`
  if (principal.kind === 'admin') return `coalition ${principal.coalitionId}`
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
const callerLeft = () => requestError('STREAM_ENDED', 'The caller has closed the connection.')
const unconfirmed = () =>
  requestError('UNAVAILABLE', 'Who you are could not be confirmed. Subscribe again after the last cursor.')
