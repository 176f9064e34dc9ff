import { localDateOf } from '../calendar/local-date.ts'
import { type BoundLink, compareBound, type SourceChoice } from './source.ts'

/**
 * The binding that stands and stays when a customer comes by a link; undefined: the new one is written down. FIRST keeps the
 * one that stands, LAST takes every new one, PRIORITY one of a kind that goes before. By the same link once a local day, however
 * many others come in between: two links in turn write two rows.
 */
export function bindingThatStays<Bound extends BoundLink>(
  standing: readonly Bound[],
  candidate: BoundLink,
  choice: SourceChoice & { readonly timeZone: string },
): Bound | undefined {
  const now = candidate.boundAt
  const counting = standing
    .filter(({ boundAt, endsAt }) => boundAt <= now && now < endsAt)
    .toSorted((one, other) => compareBound(one, other, choice))
  const today = localDateOf(now, choice.timeZone)
  const first = counting[0]
  if (first === undefined) return undefined
  const isAgain = counting.some(
    ({ linkId, boundAt }) => linkId === candidate.linkId && localDateOf(boundAt, choice.timeZone) === today,
  )
  return isAgain || compareBound(first, candidate, choice) < 0 ? first : undefined
}
