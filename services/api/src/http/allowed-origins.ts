import type { Store } from '@artel/store'

/** How long the list of origins is kept, milliseconds. */
const KEEP_MS = 5_000

/** Says whether a page of this exact origin may call. */
export type IsAllowedOrigin = (origin: string) => Promise<boolean>

/** Reads the allowed origins of all members that have not left, at most once in five seconds, one query in flight. */
export function makeAllowedOrigins(store: Store): IsAllowedOrigin {
  let list: { origins: Promise<ReadonlySet<string>>; until: number } | undefined
  return async (origin) => {
    if (!list || list.until < Date.now()) {
      const origins = readOrigins(store)
      list = { origins, until: Date.now() + KEEP_MS }
      // A failed read is not kept: the next request tries again.
      origins.catch(() => {
        list = undefined
      })
    }
    return (await list.origins).has(origin)
  }
}

async function readOrigins(store: Store): Promise<ReadonlySet<string>> {
  const { rows } = await store.pool.query<{ origin: string }>({
    name: 'allowed-origins',
    text: `select distinct unnest(allowed_origins) as origin from member where status <> 'CLOSED'`,
  })
  return new Set(rows.map(({ origin }) => origin))
}
