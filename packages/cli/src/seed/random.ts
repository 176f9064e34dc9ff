/**
 * A small seeded generator (sfc32): the same key gives the same stream on every machine, so a seeded history can be
 * played again and continued after an interruption.
 */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True in `percent` of 100 calls. */
  chance(percent: number): boolean
  /** One of the items; all equally likely. Throws on an empty list. */
  pick<T>(items: readonly T[]): T
  /** The place of one of the weights, as likely as it is heavy. */
  weighted(weights: readonly number[]): number
}

/** Starts the stream that belongs to `key`. */
export function seededRandom(key: string): Random {
  const next = sfc32(key)
  const below = (limit: number) => Math.floor((next() / 4_294_967_296) * limit)
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (percent) => below(10_000) < percent * 100,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('Nothing to pick from')
      return item
    },
    weighted(weights) {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      let left = (next() / 4_294_967_296) * total
      const found = weights.findIndex((weight) => {
        left -= weight
        return left < 0
      })
      return found === -1 ? weights.length - 1 : found
    },
  }
}

function sfc32(key: string): () => number {
  let [a, b, c, d] = [fnv1a(key, 0), fnv1a(key, 1), fnv1a(key, 2), 1]
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let warmup = 0; warmup < 12; warmup += 1) next()
  return next
}

function fnv1a(text: string, salt: number): number {
  let hash = 2_166_136_261 ^ salt
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619)
  }
  return hash | 0
}
