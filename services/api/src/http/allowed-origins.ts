import { allowedOrigins, type Store } from '@artel/store'

/** How long the list of origins is cached, milliseconds. */
const CACHE_MS = 5_000

/** Whether pages of exactly this origin may call the API. */
export type IsAllowedOrigin = (origin: string) => Promise<boolean>

/** Makes the check against the allowed origins of all open members: at most one query in five seconds. */
export function makeAllowedOrigins(store: Store): IsAllowedOrigin {
  let list: { origins: Promise<ReadonlySet<string>>; until: number } | undefined
  return async (origin) => {
    if (!list || list.until < Date.now()) {
      const origins = allowedOrigins(store)
      list = { origins, until: Date.now() + CACHE_MS }
      // A failed read is not cached: the next request reads again.
      origins.catch(() => {
        list = undefined
      })
    }
    return (await list.origins).has(origin)
  }
}
