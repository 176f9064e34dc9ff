import type { Account, MoneyAccountKind, PointsAccountKind } from './account.ts'
import { assertInvariant } from './broken-invariant-error.ts'
import type { MoneyTransfer, PointsTransfer } from './entry.ts'
import { lesser } from './lesser.ts'
import { micros } from './money.ts'
import { MAX_AMOUNT, points } from './points.ts'

/** One side of a compound line: an account and how much, never negative. */
export interface Leg<Kind extends string> {
  readonly account: Account<Kind>
  readonly amount: bigint
}

/** A compound line: its debits and credits have equal sums. */
export interface CompoundLine<Kind extends string> {
  readonly debits: readonly Leg<Kind>[]
  readonly credits: readonly Leg<Kind>[]
}

/** One debit-credit pair, amount > 0 and debit <> credit. */
export interface Pair<Kind extends string> {
  readonly debit: Account<Kind>
  readonly credit: Account<Kind>
  readonly amount: bigint
}

/**
 * Turns a compound line into debit-credit pairs. An account on both sides cancels to its net first; what is
 * left is matched greedily in the order given. Throws when the sides differ or a leg is negative.
 */
export function pairs<Kind extends string>(
  debits: readonly Leg<Kind>[],
  credits: readonly Leg<Kind>[],
): Pair<Kind>[] {
  const left = debits.map((leg) => ({ ...leg }))
  const right = credits.map((leg) => ({ ...leg }))
  assertInvariant(sum(left) === sum(right), () => `debits ${sum(left)} <> credits ${sum(right)}`)
  assertInvariant(
    [...left, ...right].every((leg) => leg.amount >= 0n),
    () => 'a leg is negative',
  )
  for (const debit of left)
    for (const credit of right)
      if (sameAccount(debit.account, credit.account)) {
        const cancelled = lesser(debit.amount, credit.amount)
        debit.amount -= cancelled
        credit.amount -= cancelled
      }

  const matched: Pair<Kind>[] = []
  for (const debit of left)
    for (const credit of right) {
      const amount = lesser(debit.amount, credit.amount)
      if (amount === 0n) continue
      matched.push({ debit: debit.account, credit: credit.account, amount })
      debit.amount -= amount
      credit.amount -= amount
    }
  return matched
}

/** Money transfers of one entry: each line is paired by itself, so that who pays whom stays visible, then like pairs add up. */
export function moneyTransfers(lines: readonly CompoundLine<MoneyAccountKind>[]): MoneyTransfer[] {
  return mergedPairs(lines).map((pair) => ({
    unit: 'MONEY',
    debit: pair.debit,
    credit: pair.credit,
    amount: micros(pair.amount),
  }))
}

/** Points transfers of one entry, paired like money. */
export function pointsTransfers(lines: readonly CompoundLine<PointsAccountKind>[]): PointsTransfer[] {
  return mergedPairs(lines).map((pair) => ({
    unit: 'POINTS',
    debit: pair.debit,
    credit: pair.credit,
    amount: points(pair.amount),
  }))
}

function mergedPairs<Kind extends string>(lines: readonly CompoundLine<Kind>[]): Pair<Kind>[] {
  const merged: Pair<Kind>[] = []
  for (const pair of lines.flatMap((line) => pairs(line.debits, line.credits))) {
    const at = merged.findIndex(
      (other) => sameAccount(other.debit, pair.debit) && sameAccount(other.credit, pair.credit),
    )
    const like = merged[at]
    if (like) merged[at] = { ...like, amount: like.amount + pair.amount }
    else merged.push(pair)
  }
  return merged.every(({ amount }) => amount <= MAX_AMOUNT) ? merged : merged.flatMap(inRows)
}

/** A sum has no range but a row has: what one transfer cannot hold becomes several of the same accounts. */
function inRows<Kind extends string>(pair: Pair<Kind>): Pair<Kind>[] {
  const rows: Pair<Kind>[] = []
  for (let left = pair.amount; left > 0n; left -= MAX_AMOUNT)
    rows.push({ ...pair, amount: lesser(left, MAX_AMOUNT) })
  return rows
}

const sum = <Kind extends string>(legs: readonly Leg<Kind>[]) =>
  legs.reduce((total, leg) => total + leg.amount, 0n)
const sameAccount = (a: Account<string>, b: Account<string>) => a.kind === b.kind && a.ownerId === b.ownerId
