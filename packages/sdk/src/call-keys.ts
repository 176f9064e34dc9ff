/** Keys of calls under way, each held by one call. */
export interface CallKeys {
  /** Takes a free key near urql's key of the same request. */
  take(requestKey: number): number
  /** Frees a key once its call has ended. */
  release(key: number): void
}

/**
 * Gives every call a key of its own: by urql's keys, equal queries share one request and with it its time-out and
 * its abort. Half-way between the integers, so none is a key of urql's. Used again once free, so a cache among the
 * exchanges keeps as many results as there are requests and not as there were calls.
 */
export function callKeys(): CallKeys {
  const taken = new Set<number>()
  return {
    take(requestKey) {
      let key = requestKey + 0.5
      while (taken.has(key)) key += 1
      taken.add(key)
      return key
    },
    release: (key) => void taken.delete(key),
  }
}
