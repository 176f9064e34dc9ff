/** A cache in process memory. Entries live for at most `ttlMs`; at `maxEntries` the oldest is dropped. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined
  /** Keeps a value for `ttlMs`, or until `untilMs` (Unix time, milliseconds) when that is sooner. */
  set(key: string, value: Value, untilMs?: number): void
}

/** Makes an empty cache. */
export function makeBoundedCache<Value>({
  ttlMs,
  maxEntries,
}: {
  ttlMs: number
  maxEntries: number
}): BoundedCache<Value> {
  const entries = new Map<string, { value: Value; untilMs: number }>()
  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      if (entry.untilMs > Date.now()) return entry.value
      entries.delete(key)
      return undefined
    },
    set(key, value, untilMs = Number.POSITIVE_INFINITY) {
      const oldest = entries.size >= maxEntries ? entries.keys().next() : undefined
      if (oldest && !oldest.done) entries.delete(oldest.value)
      entries.set(key, { value, untilMs: Math.min(untilMs, Date.now() + ttlMs) })
    },
  }
}
