import type { ServerResponse } from 'node:http'

/** Longest wait for a place. For a till, waiting this long is faster than a refusal and a retry. */
const MAX_WAIT_MS = 2_000
/** Requests that may wait at once, which bounds their memory. */
const MAX_WAITING = 10_000

/** No place became free in time, or too many requests wait already. */
export class NoPlaceFree extends Error {}
/** The caller closed the connection while its request waited. */
export class CallerGone extends Error {}

/** Decides when a request is served, once all of it has arrived. */
export interface Admission {
  /**
   * Takes a place until the response closes. Undefined when a place was free; otherwise resolves once one is, or rejects
   * with NoPlaceFree or CallerGone.
   */
  takePlace(response: ServerResponse): Promise<void> | undefined
  /** Gives the place of a response back before it closes: a stream is served by nobody while nothing happens. */
  leavePlace(response: ServerResponse): void
}

interface Waiting {
  /** `performance.now()` at which the wait ends. */
  readonly until: number
  readonly serve: () => void
  readonly refuse: (reason: Error) => void
}

/**
 * Serves at most `places` requests at once. Further requests wait in the order of their arrival, unparsed, because
 * parsing requests that cannot be served in time would overload the server. A request that has waited for two seconds
 * is refused. Only a request whose body is complete asks for a place: callers that send half a body take none.
 */
export function makeAdmission(places: number): Admission {
  let taken = 0
  /** In order of arrival, which is also the order of their deadlines. */
  const waiting = new Map<ServerResponse, Waiting>()
  let timer: NodeJS.Timeout | undefined

  function occupy(response: ServerResponse): void {
    taken += 1
    response.once('close', leave)
  }

  function leave(): void {
    taken -= 1
    waiting.values().next().value?.serve()
  }

  function refuseExpired(): void {
    timer = undefined
    const now = performance.now()
    for (const [response, { until, refuse }] of waiting) {
      if (until > now) {
        timer = setTimeout(refuseExpired, until - now)
        return
      }
      waiting.delete(response)
      refuse(new NoPlaceFree())
    }
  }

  function wait(response: ServerResponse): Promise<void> {
    return new Promise((resolve, reject) => {
      const gone = () => {
        waiting.delete(response)
        reject(new CallerGone())
      }
      const serve = () => {
        waiting.delete(response)
        response.removeListener('close', gone)
        occupy(response)
        resolve()
      }
      waiting.set(response, { until: performance.now() + MAX_WAIT_MS, serve, refuse: reject })
      response.once('close', gone)
      if (timer === undefined) timer = setTimeout(refuseExpired, MAX_WAIT_MS)
    })
  }

  return {
    leavePlace(response) {
      if (!response.listeners('close').includes(leave)) return
      response.removeListener('close', leave)
      leave()
    },
    takePlace(response) {
      // A response that has closed would never free its place.
      if (response.destroyed) return Promise.reject(new CallerGone())
      if (taken < places) {
        occupy(response)
        return undefined
      }
      return waiting.size >= MAX_WAITING ? Promise.reject(new NoPlaceFree()) : wait(response)
    },
  }
}
