/** What was done and what is left, by the clock of this process. */
export interface Pace {
  took(
    rows: number,
    weight: number,
  ): {
    readonly done: number
    readonly rows: number
    readonly rowsPerSecond: number
    readonly share: number
    readonly remainingSeconds: number
  }
  rows(): number
}

/** Measures from now on. `totalWeight` is what all of the work weighs. */
export function paceOf(totalWeight: number): Pace {
  const startedAt = performance.now()
  let done = 0
  let rows = 0
  let weight = 0
  return {
    took(moreRows, moreWeight) {
      done += 1
      rows += moreRows
      weight += moreWeight
      const seconds = Math.max(0.001, (performance.now() - startedAt) / 1_000)
      const share = totalWeight === 0 ? 1 : weight / totalWeight
      const remainingSeconds = share === 0 ? 0 : (seconds * (1 - share)) / share
      return { done, rows, rowsPerSecond: Math.round(rows / seconds), share, remainingSeconds }
    },
    rows: () => rows,
  }
}
