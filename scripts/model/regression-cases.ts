/**
 * Histories that once failed, by the seed and path that fast-check printed; played before the random ones. A change of
 * the generators gives a seed another meaning: then keep what it showed as a test beside the code that was wrong.
 */
export interface RegressionSeed {
  readonly seed: number
  readonly path: string
  /** What was wrong, in one sentence. */
  readonly showed: string
}

export const ONE_AT_A_TIME: readonly RegressionSeed[] = [
  {
    seed: 37_404_812,
    path: '4',
    showed: 'the model let a suspended member come back to terms that it had not accepted',
  },
]
export const CROWDS: readonly RegressionSeed[] = []
