/** The beginnings of the months in Russian and English, without those that two months share. */
const MONTHS: readonly RegExp[] = [
  ...[
    /^(?:янв|jan)/u,
    /^(?:фев|feb)/u,
    /^(?:мар|mar)/u,
    /^(?:апр|apr)/u,
    /^(?:мая|май|may)/u,
    /^(?:июн|jun)/u,
  ],
  ...[/^(?:июл|jul)/u, /^(?:авг|aug)/u, /^(?:сен|sep)/u, /^(?:окт|oct)/u, /^(?:ноя|nov)/u, /^(?:дек|dec)/u],
]

/**
 * A date with its month in words, rewritten as DD.MM.YYYY with what follows it: `29 ноября 2026 г. 10:05`,
 * `Nov 29, 2026 10:05 AM`, `29-Nov-2026`. Undefined for any other text.
 */
export function readWrittenMonth(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})[\s.-]+(\p{L}{3,9})\.?[\s.,-]+(\d{4})(.*)$/u.exec(text)
  const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(.*)$/u.exec(text)
  const [day, word, year, rest] = dayFirst
    ? dayFirst.slice(1)
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3], monthFirst[4]]
      : []
  const month = MONTHS.findIndex((one) => one.test((word ?? '').toLowerCase())) + 1
  return month === 0 ? undefined : `${day}.${String(month).padStart(2, '0')}.${year}${rest}`
}
