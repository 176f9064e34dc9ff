import { say } from './show-progress.ts'

/** One thing that was promised, and what was seen. */
export interface Verdict {
  readonly promise: string
  readonly seen: string
  readonly kept: boolean
}

/** Prints the verdicts for people; returns whether all were kept. */
export function printVerdicts(verdicts: readonly Verdict[]): boolean {
  say('')
  for (const { promise, seen, kept } of verdicts) say(`${kept ? '✓' : '✗'} ${promise}: ${seen}`)
  return verdicts.every(({ kept }) => kept)
}
