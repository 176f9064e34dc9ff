import type { ApiContext } from '../../context.ts'
import { coalitionIdOf } from '../../context.ts'
import { requestError } from '../../errors/request-error.ts'

/** A stretch of time of a filter: its beginning is in it, its end is not. */
export interface Period {
  readonly from?: Date | null | undefined
  readonly to?: Date | null | undefined
}

/** Longest that an id can be older or newer than the instant at which its row was written, clocks of servers included. */
const SLACK_MS = 3_600_000

/** The condition on a column of instants; throws BAD_USER_INPUT for a period that ends before it begins. */
export function within({ from, to }: Period): { gte?: Date; lt?: Date } | undefined {
  if (from == null && to == null) return undefined
  if (from != null && to != null && to < from)
    throw requestError('BAD_USER_INPUT', 'A period must not end before it begins.')
  return { ...(from == null ? {} : { gte: asStored(from) }), ...(to == null ? {} : { lt: asStored(to) }) }
}

/** Years before the first are written otherwise by PostgreSQL, and nothing here is as old: they mean as much as its first day. */
const EARLIEST = new Date('0001-01-02T00:00:00Z')
const asStored = (instant: Date): Date => (instant < EARLIEST ? EARLIEST : instant)

/**
 * A condition on ids that every row of the period meets, so that an old period is found by the index and not by walking back
 * to it: ids begin with the instant at which they were made. A sandbox's clock is not that of ids, so there is none for it.
 */
export async function idsNear(
  context: ApiContext,
  { from, to }: Period,
): Promise<{ id?: { gte?: string; lt?: string } }> {
  if (from == null && to == null) return {}
  const coalitionId = coalitionIdOf(context)
  const coalition = await context.loaders.coalition({ coalitionId, id: coalitionId })
  if (coalition?.mode !== 'LIVE') return {}
  return {
    id: {
      ...(from == null ? {} : { gte: lowestIdAt(from.getTime() - SLACK_MS) }),
      ...(to == null ? {} : { lt: lowestIdAt(to.getTime() + SLACK_MS) }),
    },
  }
}

const LAST_INSTANT_MS = 2 ** 48 - 1

/** The lowest UUID of version 7 of a millisecond. */
function lowestIdAt(instantMs: number): string {
  const hex = Math.min(Math.max(instantMs, 0), LAST_INSTANT_MS).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
