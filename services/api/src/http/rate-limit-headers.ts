import type { ServerResponse } from 'node:http'
import type { Standing } from '../errors/throttled-error.ts'

/**
 * Tells what the caller may still ask for, in the fields of draft-ietf-httpapi-ratelimit-headers-11 (May 2026): quota and
 * window of the policy, what remains of it and when it is whole again. Units are the cost of requests, which is no unit of
 * the draft's registry, so its name stands in a parameter of our own. Without a limit nothing is told.
 */
export function setRateLimitHeaders(response: ServerResponse, standing: Standing | null): void {
  if (standing === null) return
  const { name, limit, perSecond, remaining, resetSeconds } = standing
  const window = Math.ceil(limit / perSecond)
  response.setHeader('ratelimit-policy', `"${name}";q=${limit};w=${window};artel-unit="cost"`)
  response.setHeader('ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`)
}
