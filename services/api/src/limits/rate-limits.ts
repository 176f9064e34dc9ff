import { decodePublicId } from '@artel/use-cases'

/** A bucket: what it holds when it is full, and what flows into it each second. */
export interface RateLimit {
  readonly burst: number
  readonly perSecond: number
}

/** Who is counted. See `DEFAULT_RATE_LIMITS`. */
export type RateLimitName =
  | 'operator'
  | 'admin'
  | 'member'
  | 'session'
  | 'customer'
  | 'anonymous'
  | 'credentials'
  | 'lookups'
  | 'codes'

/** The limits of a deployment; null = none. */
export interface RateLimits {
  readonly named: Readonly<Record<RateLimitName, RateLimit | null>>
  /** Of single API keys, and of each key of single members, by raw UUID: instead of the named one. */
  readonly own: ReadonlyMap<string, RateLimit | null>
}

/**
 * In units of cost, but for the last three. A sale costs 27 as the SDK asks for it, so a member's key may import 200 000 sales at
 * once and then record 370 a second; all widgets behind one address may ask 10 000 times at once and then a hundred times a second.
 */
const NAMED: RateLimits['named'] = {
  operator: { burst: 6_000_000, perSecond: 10_000 },
  admin: { burst: 6_000_000, perSecond: 10_000 },
  member: { burst: 6_000_000, perSecond: 10_000 },
  // Somebody signed in, in all sessions together; a till, whoever serves there.
  session: { burst: 200_000, perSecond: 500 },
  // Each customer with the tokens of one member.
  customer: { burst: 20_000, perSecond: 100 },
  // Each network address.
  anonymous: { burst: 100_000, perSecond: 1_000 },
  // Invalid credentials of one address, each of them 1.
  credentials: { burst: 300, perSecond: 5 },
  // Customers that a member has looked for by phone or card and that there are not, each of them 1: so many a day.
  lookups: { burst: 5_000, perSecond: 5_000 / 86_400 },
  // Codes that no link has, tried from one address, each of them 1.
  codes: { burst: 1_000, perSecond: 5 },
}

/** Far above what a till, an import or a busy site asks for. */
export const DEFAULT_RATE_LIMITS: RateLimits = { named: NAMED, own: new Map() }

const ENTRY = /^([A-Za-z0-9_]+)=(?:(off)|(\d{1,9}):(\d{1,9}(?:\.\d{1,6})?))$/
const LARGEST = 1_000_000_000
/** One a day. */
const SLOWEST = 0.000_011

/**
 * Reads limits from a text such as `customer=10000:50 anonymous=off key_...=9000000:20000`: what the bucket holds and what
 * flows in each second, by a name, the id of an API key or that of a member, whose keys then have it each. What is not named
 * stays as it is by default; `off` alone switches all limits off. Throws an Error that says what is wrong.
 */
export function rateLimitsFrom(text: string): RateLimits {
  const named = { ...NAMED }
  const own = new Map<string, RateLimit | null>()
  for (const entry of text.split(/[\s,]+/).filter((each) => each !== '')) {
    if (entry === 'off') {
      for (const name of Object.keys(named)) if (isName(name)) named[name] = null
      continue
    }
    const [, whose = '', off, burst, perSecond] = ENTRY.exec(entry) ?? []
    const limit = off ? null : checked({ burst: Number(burst), perSecond: Number(perSecond) }, entry)
    const id = decodePublicId('apiKey', whose) ?? decodePublicId('member', whose)
    if (isName(whose)) named[whose] = limit
    else if (id) own.set(id, limit)
    else throw new Error(`"${whose}" is neither a limit nor the id of a key or a member. ${USAGE}`)
  }
  return { named, own }
}

const USAGE = `Limits are ${Object.keys(NAMED).join(', ')}, for example customer=20000:100.`

const isName = (text: string): text is RateLimitName => Object.hasOwn(NAMED, text)

function checked(limit: RateLimit, entry: string): RateLimit {
  const { burst, perSecond } = limit
  if (!(burst >= 1 && burst <= LARGEST && perSecond >= SLOWEST && perSecond <= LARGEST))
    throw new Error(`"${entry}" must be a name, "=", what the bucket holds, ":" and what flows in a second.`)
  return limit
}
