import { InvalidInputError, WebhookQueryRefusedError } from '@artel/ledger'
import { checkLongText } from '../input/text.ts'
import { EVENT_KINDS, type EventKind } from './events/event-catalogue.ts'
import { type Listener, mayHearOf } from './events/tell-event.ts'
import type { WebhookDoor } from './webhook-door.ts'

/** What an owner says of an endpoint. */
export interface EndpointFields {
  readonly url: string
  /** Kinds of events; empty = all that the owner may know, those of later versions too. */
  readonly eventKinds: readonly string[]
  /** Answered for each event, as the data of its message; null = the data that the event has by itself. */
  readonly query: string | null
}

/** Longest query. Characters. */
const MAX_QUERY_LENGTH = 8_192

/** The kinds once each, in the order of the alphabet; InvalidInputError for one that there is not or the owner may not know. */
export function checkEventKinds(kinds: readonly string[], listener: Listener): string[] {
  const known: readonly string[] = EVENT_KINDS.filter((kind) => mayHearOf(kind, listener))
  for (const [index, kind] of kinds.entries())
    if (!known.includes(kind))
      throw new InvalidInputError({
        path: ['eventKinds', String(index)],
        problem: `Must be one of ${known.filter((name) => name !== TEST).join(', ')}.`,
      })
  return [...new Set(kinds)].sort()
}

const TEST: EventKind = 'webhook.test'

/** The query as it is kept; WebhookQueryRefusedError when the door finds something wrong with it. */
export function checkQuery(
  query: string | null,
  { problemsOfQuery }: Pick<WebhookDoor, 'problemsOfQuery'>,
): string | null {
  if (query === null) return null
  const text = checkLongText(['query'], query, MAX_QUERY_LENGTH)
  const problems = problemsOfQuery(text)
  if (problems.length > 0) throw new WebhookQueryRefusedError({ problems })
  return text
}
