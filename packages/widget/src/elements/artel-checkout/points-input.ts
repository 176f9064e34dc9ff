/** Limits points to the range from zero to `max`. */
export function clampPoints(points: bigint, max: bigint): bigint {
  return points > max ? max : points < 0n ? 0n : points
}

/** Rounds points down to a step of about a hundredth of `max`, for dragging. Both ends stay reachable. */
export function snapPoints(points: bigint, max: bigint): bigint {
  const step = max <= 100n ? 1n : max <= 500n ? 5n : max <= 2000n ? 10n : max <= 10_000n ? 50n : 100n
  return points + step > max ? max : points - (points % step)
}
