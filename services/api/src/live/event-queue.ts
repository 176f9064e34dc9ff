import { requestError } from '../errors/request-error.ts'

/** Events on their way to one stream, in their order. Ends with an error, or without one. */
export interface EventQueue<Event> extends AsyncIterableIterator<Event> {
  /** Takes an event, also where there is no room. */
  push(event: Event): void
  /** False from when the queue is full until half of it has been read. */
  readonly hasRoom: () => boolean
  /** With an error, what waits is left to the cursor; else it is still handed out. Later calls do nothing. */
  readonly end: (error?: Error) => void
}

export interface EventQueueOptions {
  /** How many events wait when there is no room. */
  readonly maxWaiting: number
  /** How long there may be none before the queue ends with STREAM_TOO_SLOW, milliseconds. */
  readonly patienceMs: number
  /** Called once, when nothing is taken any more. */
  readonly onEnd: () => void
}

interface Reader<Event> {
  readonly resolve: (result: IteratorResult<Event, undefined>) => void
  readonly reject: (error: Error) => void
}

const DONE = { done: true, value: undefined } as const

/** Makes an empty queue. */
export function makeEventQueue<Event>({
  maxWaiting,
  patienceMs,
  onEnd,
}: EventQueueOptions): EventQueue<Event> {
  let waiting: Event[] = []
  let reader: Reader<Event> | undefined
  let hasEnded = false
  let failure: Error | undefined
  /** Runs while there is no room. */
  let impatience: NodeJS.Timeout | undefined

  function findRoom(): void {
    clearTimeout(impatience)
    impatience = undefined
  }

  function end(error?: Error): void {
    if (hasEnded) return
    hasEnded = true
    failure = error
    findRoom()
    if (error !== undefined) waiting = []
    onEnd()
    if (reader === undefined) return
    const { resolve, reject } = reader
    reader = undefined
    failure = undefined
    if (error === undefined) resolve(DONE)
    else reject(error)
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    push(event) {
      if (hasEnded) return
      if (reader !== undefined) {
        const { resolve } = reader
        reader = undefined
        return resolve({ done: false, value: event })
      }
      waiting.push(event)
      if (waiting.length >= maxWaiting) impatience ??= setTimeout(() => end(tooSlow()), patienceMs).unref()
    },
    hasRoom: () => impatience === undefined,
    end,
    next() {
      const event = waiting.shift()
      if (waiting.length * 2 <= maxWaiting) findRoom()
      if (event !== undefined) return Promise.resolve({ done: false, value: event })
      if (!hasEnded)
        return new Promise((resolve, reject) => {
          reader = { resolve, reject }
        })
      if (failure === undefined) return Promise.resolve(DONE)
      const error = failure
      failure = undefined
      return Promise.reject(error)
    },
    return() {
      waiting = []
      end()
      return Promise.resolve(DONE)
    },
  }
}

const tooSlow = () =>
  requestError('STREAM_TOO_SLOW', 'The events were read too slowly. Subscribe after the last cursor.')
