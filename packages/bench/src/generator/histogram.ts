/** Each doubling of the value is cut into so many steps, so that a figure read back is less than 0.8 % too high. */
const STEPS = 128
const STEP_BITS = 7
/** 2^36 µs are 19 hours; what is longer counts as that. */
const LONGEST_BITS = 36
const BUCKETS = (LONGEST_BITS - STEP_BITS + 1) * STEPS

/** How often each latency was seen: exact to the microsecond up to 256 µs, to 0.8 % above. */
export interface Histogram {
  /** Counts one latency, milliseconds. */
  record(latencyMs: number): void
  count(): number
  /** The latency, milliseconds, that a share of 0 to 1 of the recorded do not exceed; 0 when nothing was recorded. */
  quantileMs(share: number): number
  /** Exact, milliseconds. */
  maxMs(): number
}

/** An empty histogram. */
export function makeHistogram(): Histogram {
  const counts = new Uint32Array(BUCKETS)
  let total = 0
  let longestMs = 0
  return {
    record(latencyMs) {
      const bucket = bucketOf(latencyMs)
      counts[bucket] = (counts[bucket] ?? 0) + 1
      total += 1
      if (latencyMs > longestMs) longestMs = latencyMs
    },
    count: () => total,
    quantileMs(share) {
      const rank = Math.max(1, Math.ceil(share * total))
      let seen = 0
      for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
        seen += counts[bucket] ?? 0
        if (seen >= rank) return Math.min(upperMicros(bucket) / 1_000, longestMs)
      }
      return 0
    },
    maxMs: () => longestMs,
  }
}

/** Below 2 STEPS a bucket is a microsecond; above, the number's leading bits and how many it has. */
function bucketOf(latencyMs: number): number {
  const micros = Math.min(Math.max(0, Math.round(latencyMs * 1_000)), 2 ** LONGEST_BITS - 1)
  if (micros < 2 * STEPS) return micros
  const shift = Math.floor(Math.log2(micros)) - STEP_BITS
  return shift * STEPS + Math.floor(micros / 2 ** shift)
}

/** The largest microsecond that falls into a bucket. */
function upperMicros(bucket: number): number {
  if (bucket < 2 * STEPS) return bucket
  const shift = Math.floor(bucket / STEPS) - 1
  return (bucket - shift * STEPS + 1) * 2 ** shift - 1
}
