import {
  assertInvariant,
  type CompoundLine,
  type Leg,
  type Lot,
  type LotPrices,
  type Micros,
  type MoneyAccountKind,
  micros,
  type Points,
  points,
} from '@artel/ledger'

/** A lot as far as its worth goes. */
export type OutstandingLot = Pick<Lot, 'issuerId' | 'remaining'> & {
  readonly prices: Pick<LotPrices, 'reservePrice' | 'deposit'>
}

/** What a new worth of a point does to one issuer's outstanding points. Micros; negative: the worth falls. */
export interface IssuerRevaluation {
  readonly issuerId: string
  readonly points: Points
  /** Change of the deposits behind them: what goes into RESERVE, or comes out of it. */
  readonly reserve: Micros
  /** Change of what the issuer will owe when they are spent. */
  readonly contingent: Micros
}

/** Who pays a rising reserve and gets a falling one: each issuer for its own points, or the promo fund for all. */
export type RevaluationPayer = 'ISSUERS' | 'PROMO_FUND'

/** The explicit entry that changes R for points already given. */
export interface Revaluation {
  /** By issuer, sorted by id; issuers without outstanding points are left out. */
  readonly issuers: readonly IssuerRevaluation[]
  /** Money lines of the entry; empty when points are burn-funded, since nothing stands behind them yet. */
  readonly lines: readonly CompoundLine<MoneyAccountKind>[]
}

/**
 * What R becoming `reservePrice` costs on outstanding lots. A lot keeps the share of R that is deposited: its deposit
 * becomes floor(D x new R / R), so that issue-funded stays issue-funded and burn-funded costs nothing now. The shell must
 * give the lots these prices in the same entry, or RESERVE would no longer be theirs.
 */
export function revalue(
  lots: Iterable<OutstandingLot>,
  to: { readonly reservePrice: Micros; readonly payer: RevaluationPayer; readonly coalitionId: string },
): Revaluation {
  const byIssuer = new Map<string, { points: bigint; reserve: bigint; contingent: bigint }>()
  for (const { issuerId, remaining, prices } of lots) {
    if (remaining === 0n) continue
    const deposit = revaluedDeposit(prices, to.reservePrice)
    const sum = byIssuer.get(issuerId) ?? { points: 0n, reserve: 0n, contingent: 0n }
    sum.points += remaining
    sum.reserve += remaining * (deposit - prices.deposit)
    sum.contingent += remaining * (to.reservePrice - deposit - (prices.reservePrice - prices.deposit))
    byIssuer.set(issuerId, sum)
  }
  const issuers = [...byIssuer]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([issuerId, sum]) => ({
      issuerId,
      points: points(sum.points),
      reserve: micros(sum.reserve),
      contingent: micros(sum.contingent),
    }))
  return { issuers, lines: linesOf(issuers, to) }
}

/** The deposit of a point whose worth becomes `reservePrice`, floor. Micros a point. */
export function revaluedDeposit(
  prices: Pick<LotPrices, 'reservePrice' | 'deposit'>,
  reservePrice: Micros,
): Micros {
  assertInvariant(prices.reservePrice > 0n && reservePrice > 0n, () => 'a point must be worth something')
  return micros((prices.deposit * reservePrice) / prices.reservePrice)
}

function linesOf(
  issuers: readonly IssuerRevaluation[],
  to: { readonly payer: RevaluationPayer; readonly coalitionId: string },
): CompoundLine<MoneyAccountKind>[] {
  return issuers
    .filter(({ reserve }) => reserve !== 0n)
    .map(({ issuerId, reserve }) => {
      const size = reserve < 0n ? -reserve : reserve
      const payer: Leg<MoneyAccountKind> = {
        account:
          to.payer === 'ISSUERS'
            ? { kind: 'CLEARING', ownerId: issuerId }
            : { kind: 'PROMO_FUND', ownerId: to.coalitionId },
        amount: size,
      }
      const behind: Leg<MoneyAccountKind> = {
        account: { kind: 'RESERVE', ownerId: to.coalitionId },
        amount: size,
      }
      return reserve > 0n ? { debits: [payer], credits: [behind] } : { debits: [behind], credits: [payer] }
    })
}
