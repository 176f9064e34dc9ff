import { requestError } from '../errors/request-error.ts'

/** Events on their way to one stream, in their order. Ends with an error, or without one. */
export interface EventQueue<Event> extends AsyncIterableIterator<Event> {
  push(event: Event): void
  /** What waits is still handed out, then the error, if there is one. Later calls do nothing. */
  end(error?: Error): void
}

export interface EventQueueOptions {
  /** Most events that wait; one more ends the queue with STREAM_TOO_SLOW, and those that wait are left to the cursor. */
  readonly maxWaiting: number
  /** Called once, when nothing is taken any more. */
  readonly onEnd: () => void
}

interface Reader<Event> {
  readonly resolve: (result: IteratorResult<Event, undefined>) => void
  readonly reject: (error: Error) => void
}

const DONE = { done: true, value: undefined } as const

/** Makes an empty queue. */
export function makeEventQueue<Event>({ maxWaiting, onEnd }: EventQueueOptions): EventQueue<Event> {
  let waiting: Event[] = []
  let reader: Reader<Event> | undefined
  let hasEnded = false
  let failure: Error | undefined

  function end(error?: Error): void {
    if (hasEnded) return
    hasEnded = true
    failure = error
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
      if (waiting.length < maxWaiting) return void waiting.push(event)
      waiting = []
      end(
        requestError('STREAM_TOO_SLOW', 'The events were read too slowly. Subscribe after the last cursor.'),
      )
    },
    end,
    next() {
      const event = waiting.shift()
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
