/** A small cache in process memory: entries live at most `ttlMs`, the oldest leave when `maxEntries` are reached. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined
  /** Keeps a value until its time-out, or until `untilMs` (epoch) when that is sooner. */
  set(key: string, value: Value, untilMs?: number): void
}

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
