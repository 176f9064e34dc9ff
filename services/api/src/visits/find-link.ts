import { pageOfLink, readingsOfLinkCode, referralCodeOf, type Utm, writtenReferralCode } from '@artel/rules'
import { type Store, visitedLink, visitedReferral } from '@artel/store'
import { makeBoundedCache } from '../cache/bounded-cache.ts'

/** A link as its visitors are led by it. */
export interface LedLink {
  readonly coalitionId: string
  readonly id: string
  /** Whether its visits count: an archived one leads on. */
  readonly counts: boolean
  readonly page: string
  readonly utm: Utm
  /** How far the coalition's clock is moved, milliseconds. */
  readonly clockOffsetMs: number
}

/** A customer's referral code, which is no link: its visits are not counted, and its page is told the code. */
export interface LedReferral {
  readonly referralCode: string
  readonly page: string
}

/** What a path leads by. */
export type Led = LedLink | LedReferral

/** What may be a code, however it is typed. */
const CODE = /^[\p{L}\p{N}\s-]{1,64}$/u
const PATH = /^\/r\/(?:([a-z0-9-]{1,64})\/)?([^/]+)$/
/** How long a changed or archived link is led by as before, and how long a new one is not found where it was tried before. */
const KNOWN_MS = 60_000
const MISSING_MS = 5_000
const MAX_CACHED = 20_000

/**
 * Finds the link of `/r/<code>` or `/r/<handle of the coalition>/<code>`; undefined: none that leads anywhere. `payForNone` is
 * called where the database was asked in vain, and may refuse.
 */
export type FindLink = (path: string, payForNone: () => Promise<void>) => Promise<Led | undefined>

/** Makes the search, with caches of what there is and what there is not, so that codes that are tried push no link out. */
export function makeFindLink(store: Pick<Store, 'pool'>): FindLink {
  const known = makeBoundedCache<Led>({ ttlMs: KNOWN_MS, maxEntries: MAX_CACHED })
  const missing = makeBoundedCache<true>({ ttlMs: MISSING_MS, maxEntries: MAX_CACHED })
  /** A code that a thousand people scan at once is read once. */
  const reading = new Map<string, Promise<Led | undefined>>()

  function read(path: string, asked: Asked): Promise<Led | undefined> {
    const running = reading.get(path)
    if (running) return running
    const started = readLink(store, asked)
      .then(async (link) => link ?? (await readReferral(store, asked)))
      .then((found) => {
        if (found) known.set(path, found)
        else missing.set(path, true)
        return found
      })
      .finally(() => reading.delete(path))
    reading.set(path, started)
    return started
  }

  return async (path, payForNone) => {
    const link = known.get(path)
    if (link) return link
    const asked = askedBy(path)
    if (asked === undefined || missing.get(path)) return undefined
    const found = await read(path, asked)
    if (!found) await payForNone()
    return found
  }
}

async function readLink(store: Pick<Store, 'pool'>, asked: Asked): Promise<LedLink | undefined> {
  const link = await visitedLink(store, asked)
  const page = link && pageOfLink(link.targetUrl, link.pages)
  if (!link || page === undefined) return undefined
  const { coalitionId, id, status, utm, clockOffsetSeconds } = link
  return {
    ...{ coalitionId, id, page, counts: status === 'ACTIVE' },
    clockOffsetMs: clockOffsetSeconds * 1_000,
    utm: utm === null ? {} : (JSON.parse(utm) as Utm),
  }
}

/** By a code of a customer, where no link has it. */
async function readReferral(store: Pick<Store, 'pool'>, asked: Asked): Promise<LedReferral | undefined> {
  const code = asked.coalition === null ? asked.readings.map(referralCodeOf).find(Boolean) : undefined
  if (code === undefined) return undefined
  const page = pageOfLink(null, (await visitedReferral(store, code))?.pages ?? [])
  return page === undefined ? undefined : { referralCode: writtenReferralCode(code), page }
}

type Asked = NonNullable<ReturnType<typeof askedBy>>

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
