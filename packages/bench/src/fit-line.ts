/** Least squares through points [x, y]. Slope 0 where all x are the same. */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): {
  slope: number
  mean: number
} {
  const count = Math.max(1, points.length)
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count
  const mean = points.reduce((sum, [, y]) => sum + y, 0) / count
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - mean), 0)
  const variance = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  return { slope: variance === 0 ? 0 : covariance / variance, mean }
}
