import type { IncomingMessage } from 'node:http'
import { isbot } from 'isbot'

/** Headers in which browsers say that nobody looks yet. */
const PURPOSES = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const
const LOOKS_AHEAD = /prefetch|prerender|preview/i

/** A person's visit, or a machine's: one that only looks ahead, previews, or says what it is. Machines are counted apart. */
export function kindOfVisit({
  method,
  headers,
}: Pick<IncomingMessage, 'method' | 'headers'>): 'HUMAN' | 'BOT' {
  const agent = headers['user-agent']?.trim() ?? ''
  const looksAhead = PURPOSES.some((name) => LOOKS_AHEAD.test(String(headers[name] ?? '')))
  return method === 'HEAD' || agent === '' || looksAhead || isbot(agent) ? 'BOT' : 'HUMAN'
}
