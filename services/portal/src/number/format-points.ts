/** Points as people read them, without their name: "1 250". */
export const formatPoints = (points: string | bigint, language: string): string =>
  new Intl.NumberFormat(language).format(BigInt(points))

/** A count as people read it. */
export const formatCount = (count: number, language: string): string =>
  new Intl.NumberFormat(language).format(count)
