/** Amount of an attribute in minor units; undefined when it is absent or not a positive whole number. */
export function amountOf(value: string | number | undefined): bigint | undefined {
  const text = `${value ?? ''}`.trim()
  return /^\d{1,15}$/.test(text) && BigInt(text) > 0n ? BigInt(text) : undefined
}

/** Points between nothing and the most that may be used. */
export function clampPoints(points: bigint, max: bigint): bigint {
  return points > max ? max : points < 0n ? 0n : points
}

/** The round number that a dragging finger means: steps of about a hundredth of the way, both ends exact. */
export function snapPoints(points: bigint, max: bigint): bigint {
  const step = max <= 100n ? 1n : max <= 500n ? 5n : max <= 2000n ? 10n : max <= 10_000n ? 50n : 100n
  return points + step > max ? max : points - (points % step)
}
