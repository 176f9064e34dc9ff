/** Keeps what `load` answered for `ttlMs`; concurrent misses of one key share one load, failures are not kept. */
export interface ExpiringCache<Value> {
  get(key: string, load: () => Promise<Value>): Promise<Value>
  /** Makes the next `get` load anew: called by verbs that changed the row. */
  forget(key: string): void
  /** The same for every key that begins so. */
  forgetAll(prefix: string): void
}

/** Makes a cache of at most `maxEntries`; when it is full it starts over, since what it holds is cheap to load. */
export function expiringCache<Value>(limits: { ttlMs: number; maxEntries: number }): ExpiringCache<Value> {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<Value> }>()
  return {
    get(key, load) {
      const now = performance.now()
      const found = kept.get(key)
      if (found && found.until > now) return found.value
      if (kept.size >= limits.maxEntries) kept.clear()
      const fresh = { until: now + limits.ttlMs, value: load() }
      kept.set(key, fresh)
      fresh.value.catch(() => {
        if (kept.get(key) === fresh) kept.delete(key)
      })
      return fresh.value
    },
    forget(key) {
      kept.delete(key)
    },
    forgetAll(prefix) {
      for (const key of kept.keys()) if (key.startsWith(prefix)) kept.delete(key)
    },
  }
}
