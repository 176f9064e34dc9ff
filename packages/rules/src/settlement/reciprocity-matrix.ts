import { type Micros, micros, type Points, points } from '@artel/ledger'

/** Points spent in one purchase, by who had given them. */
export interface SpentPoints {
  readonly redeemerId: string
  /** The customer had never bought at the redeemer before. */
  readonly firstVisit: boolean
  readonly parts: readonly {
    readonly issuerId: string
    readonly points: Points
    /** Worth at the lots' R, micros. */
    readonly value: Micros
  }[]
}

/** What one member's points did at another. */
export interface ReciprocityCell {
  readonly issuerId: string
  readonly redeemerId: string
  readonly points: Points
  readonly value: Micros
  /** Purchases that took points of this issuer; one that takes points of several counts for each. */
  readonly visits: bigint
  /** First visits that these points brought, each counted once: for the issuer of most of its points, ties to the smaller id. */
  readonly firstVisits: bigint
}

/** What a member sends to others and gets from them; its own points spent with itself are neither. */
export interface ReciprocityBalance {
  readonly memberId: string
  /** Worth of its points that others took, micros. */
  readonly sent: Micros
  /** Worth of others' points that it took, micros. */
  readonly received: Micros
  readonly firstVisitsSent: bigint
  readonly firstVisitsReceived: bigint
}

/** Who brings customers to whom. Cells are sorted by issuer and redeemer, members by id. */
export interface ReciprocityMatrix {
  readonly cells: readonly ReciprocityCell[]
  readonly members: readonly ReciprocityBalance[]
}

interface Sum {
  readonly issuerId: string
  readonly redeemerId: string
  points: bigint
  value: bigint
  visits: bigint
  firstVisits: bigint
}

/** Adds up purchases paid with points, one after another; memory grows with pairs of members only. */
export function reciprocityMatrix(spent: Iterable<SpentPoints>): ReciprocityMatrix {
  const sums = new Map<string, Sum>()
  for (const { redeemerId, firstVisit, parts } of spent) {
    const bringer = firstVisit ? issuerOfMost(parts) : undefined
    for (const [issuerId, own] of byIssuer(parts)) {
      const key = `${issuerId} ${redeemerId}`
      const sum = sums.get(key) ?? {
        issuerId,
        redeemerId,
        points: 0n,
        value: 0n,
        visits: 0n,
        firstVisits: 0n,
      }
      sum.points += own.points
      sum.value += own.value
      sum.visits += 1n
      if (issuerId === bringer) sum.firstVisits += 1n
      sums.set(key, sum)
    }
  }
  const cells = [...sums.values()]
    .sort((a, b) => order(a.issuerId, b.issuerId) || order(a.redeemerId, b.redeemerId))
    .map((sum) => ({ ...sum, points: points(sum.points), value: micros(sum.value) }))
  return { cells, members: reciprocityBalances(cells) }
}

/** What each member of the cells sends and gets, sorted by id. */
export function reciprocityBalances(cells: readonly ReciprocityCell[]): ReciprocityBalance[] {
  const between = cells.filter(({ issuerId, redeemerId }) => issuerId !== redeemerId)
  const ids = new Set(cells.flatMap(({ issuerId, redeemerId }) => [issuerId, redeemerId]))
  return [...ids].sort().map((memberId) => {
    const out = between.filter(({ issuerId }) => issuerId === memberId)
    const back = between.filter(({ redeemerId }) => redeemerId === memberId)
    return {
      memberId,
      sent: micros(out.reduce((sum, { value }) => sum + value, 0n)),
      received: micros(back.reduce((sum, { value }) => sum + value, 0n)),
      firstVisitsSent: out.reduce((sum, { firstVisits }) => sum + firstVisits, 0n),
      firstVisitsReceived: back.reduce((sum, { firstVisits }) => sum + firstVisits, 0n),
    }
  })
}

/** A purchase may take several lots of one issuer. */
function byIssuer(parts: SpentPoints['parts']): Map<string, { points: bigint; value: bigint }> {
  const own = new Map<string, { points: bigint; value: bigint }>()
  for (const part of parts) {
    const sum = own.get(part.issuerId) ?? { points: 0n, value: 0n }
    own.set(part.issuerId, { points: sum.points + part.points, value: sum.value + part.value })
  }
  return own
}

function issuerOfMost(parts: SpentPoints['parts']): string | undefined {
  return [...byIssuer(parts)].sort(([a, x], [b, y]) =>
    x.points === y.points ? order(a, b) : x.points > y.points ? -1 : 1,
  )[0]?.[0]
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
