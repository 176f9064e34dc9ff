/** The word that was probably meant, at most `reach` slips away; undefined when none is near enough. */
export function nearestWord(
  typed: string,
  known: readonly string[],
  reach = Math.max(1, Math.floor(typed.length / 3)),
): string | undefined {
  const ranked = known
    .map((word) => ({ word, slips: slipsBetween(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ slips }) => slips <= reach)
    .toSorted((one, other) => one.slips - other.slips)
  return ranked[0]?.word
}

/** How many letters were left out, added, mistaken or swapped with their neighbour between two words. */
function slipsBetween(typed: string, word: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= word.length; column += 1) {
      const same = typed[row - 1] === word[column - 1]
      const swapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return last[word.length] ?? 0
}
