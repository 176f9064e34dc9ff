export const GRAPHQL_JSON = 'application/graphql-response+json'
export const PLAIN_JSON = 'application/json'
export const EVENT_STREAM = 'text/event-stream'

/** The first form of JSON that an Accept header names, or undefined when it names none. */
export function jsonTypeOf(accept: string | null): string | undefined {
  if (accept === null) return PLAIN_JSON
  for (const type of typesOf(accept)) {
    if (type === GRAPHQL_JSON || type === PLAIN_JSON) return type
    if (type === '*/*' || type === 'application/*') return PLAIN_JSON
  }
  return undefined
}

/** Whether an Accept header names streams of events. No wildcard does: it was sent by somebody who expects one answer. */
export const takesEventStream = (accept: string | null): boolean =>
  accept !== null && typesOf(accept).includes(EVENT_STREAM)

const typesOf = (accept: string): string[] =>
  accept
    .toLowerCase()
    .split(',')
    .map((range) => range.split(';', 1)[0]?.trim() ?? '')
