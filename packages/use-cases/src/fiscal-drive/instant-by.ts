import { InvalidInputError } from '@artel/ledger'

/** An instant that has come by `now`, which it is when left out; InvalidInputError otherwise. */
export function instantBy(path: readonly string[], instant: Date | null | undefined, now: Date): Date {
  if (!instant) return now
  if (Number.isNaN(instant.getTime())) throw new InvalidInputError({ path, problem: 'Must be an instant.' })
  if (instant <= now) return instant
  throw new InvalidInputError({
    path,
    problem: `Must not be in the future: the coalition's clock says ${now.toISOString()}.`,
  })
}
