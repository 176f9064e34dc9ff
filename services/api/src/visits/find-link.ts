import { pageOfLink, readingsOfLinkCode, type Utm } from '@artel/rules'
import { type Store, visitedLink } from '@artel/store'
import { makeBoundedCache } from '../cache/bounded-cache.ts'

/** A link as its visitors are led by it. */
export interface LedLink {
  readonly coalitionId: string
  readonly id: string
  /** Whether its visits count: an archived one leads on. */
  readonly counts: boolean
  readonly page: string
  readonly utm: Utm
}

/** What may be a code, however it is typed. */
const CODE = /^[\p{L}\p{N}\s-]{1,64}$/u
const PATH = /^\/r\/(?:([a-z0-9-]{1,64})\/)?([^/]+)$/
/** How long a changed or archived link is led by as before. */
const CACHE_MS = 5_000
const MAX_CACHED = 20_000

/**
 * Finds the link of `/r/<code>` or `/r/<handle of the coalition>/<code>`; undefined: none that leads anywhere. `beforeReading` is
 * called where the path is not known yet, and may refuse.
 */
export type FindLink = (path: string, beforeReading: () => Promise<void>) => Promise<LedLink | undefined>

/** Makes the search, with a cache of both what there is and what there is not. */
export function makeFindLink(store: Pick<Store, 'pool'>): FindLink {
  const known = makeBoundedCache<LedLink | 'NONE'>({ ttlMs: CACHE_MS, maxEntries: MAX_CACHED })
  return async (path, beforeReading) => {
    const cached = known.get(path)
    if (cached !== undefined) return cached === 'NONE' ? undefined : cached
    const asked = askedBy(path)
    if (asked === undefined) return undefined
    await beforeReading()
    const found = await readLink(store, asked)
    known.set(path, found ?? 'NONE')
    return found
  }
}

async function readLink(
  store: Pick<Store, 'pool'>,
  asked: NonNullable<ReturnType<typeof askedBy>>,
): Promise<LedLink | undefined> {
  const link = await visitedLink(store, asked)
  const page = link && pageOfLink(link.targetUrl, link.pages)
  if (!link || page === undefined) return undefined
  const { coalitionId, id, status, utm } = link
  return {
    ...{ coalitionId, id, page, counts: status === 'ACTIVE' },
    utm: utm === null ? {} : (JSON.parse(utm) as Utm),
  }
}

/** What a path asks for; undefined where it asks for no link. */
function askedBy(path: string) {
  const [, coalition = null, encoded = ''] = PATH.exec(path) ?? []
  const code = decoded(encoded)
  if (!CODE.test(code)) return undefined
  const readings = readingsOfLinkCode(code)
  return readings.length === 0 ? undefined : { coalition, readings }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
