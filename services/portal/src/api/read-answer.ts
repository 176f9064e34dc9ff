import type { CombinedError } from 'urql'
import { type Failure, failureOf } from './failure.ts'

/** What the client knows of a question at one moment. */
export interface Heard<Data> {
  /** Null where the server refused the whole; it may be missing too. */
  readonly data: Data | null | undefined
  readonly error: CombinedError | undefined
  readonly fetching: boolean
  /** Whether the data answers another question than the one that is asked now: other filters, another page. */
  readonly isOfAnother: boolean
  /** The last good answer to this very question. */
  readonly kept: Data | undefined
}

/** What a screen knows of a question. */
export interface ReadAnswer<Data> {
  /** The newest answer, also while a newer one is being asked for, or where a newer one failed. */
  readonly data: Data | undefined
  /** Whether nothing can be shown yet. */
  readonly isWaiting: boolean
  /** Whether what is shown answers other filters or another page than those that are asked for by now: nothing is done by it. */
  readonly isStale: boolean
  readonly failure: Failure | null
}

/** What a screen shows of what the client has heard. */
export function readAnswer<Data>({
  data,
  error,
  fetching,
  isOfAnother,
  kept,
}: Heard<Data>): ReadAnswer<Data> {
  const shown = data ?? kept
  return {
    data: shown,
    isWaiting: fetching && shown === undefined,
    isStale: isOfAnother && fetching && shown !== undefined,
    failure: error && !fetching ? told(failureOf(error), { data, kept }) : null,
  }
}

/**
 * A failure that a screen has to tell. Parts that a role does not reach are left out of a page without a word; that the session is over is
 * said above a page that stands.
 */
function told<Data>(failure: Failure, { data, kept }: Pick<Heard<Data>, 'data' | 'kept'>): Failure | null {
  const hasPart = data !== null && data !== undefined
  if (hasPart && failure.kind === 'not-allowed') return null
  if (failure.kind === 'signed-out' && (hasPart || kept !== undefined)) return null
  return failure
}
