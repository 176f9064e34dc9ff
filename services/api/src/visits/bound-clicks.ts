import { makeBoundedCache } from '../cache/bounded-cache.ts'

/** Far more than a household or an office; a mobile network shares its addresses among many more, over many links. */
const MOST_OF_ADDRESS = 100
const HOUR_MS = 3_600_000
const MAX_KNOWN = 2_000

/** Whether a click of an address counts: so many different ones an hour by one link, and no more. */
export type BoundClicks = (click: { readonly crowd: string; readonly clickId: string }) => boolean

/**
 * Makes the bound of a process. Whoever changes the name of its browser is another visitor each time, and would else write as many
 * clicks as it likes; beyond the bound it is led on uncounted. `crowd` stands for the address, the link and the hour.
 */
export function makeBoundClicks(): BoundClicks {
  const known = makeBoundedCache<Set<string>>({ ttlMs: HOUR_MS, maxEntries: MAX_KNOWN })
  return ({ crowd, clickId }) => {
    const ids = known.get(crowd) ?? new Set()
    if (ids.has(clickId)) return true
    if (ids.size >= MOST_OF_ADDRESS) return false
    if (ids.size === 0) known.set(crowd, ids)
    ids.add(clickId)
    return true
  }
}
