import { assertInvariant, floorDivide, type Minor, minor } from '@artel/ledger'
import { WHOLE_BPS } from '../purchase/points-part.ts'
import { ladderDifference, rateAt } from './ladder.ts'
import type { CommissionDefinition, CommissionEffect } from './programme.ts'

/** What a payee's sales of one period come to under a programme, before a change. */
export interface PeriodStanding {
  /** Net, minor units. */
  readonly volume: Minor
  /** Customers of whose sales something is left. */
  readonly customers: bigint
}

/** One row of a commission: by how much it changes the volume, and what is due of it. Minor units, negative: taken back. */
export interface CommissionChange {
  readonly volume: Minor
  readonly amount: Minor
}

/** What a commission stands at, with the rate that it was made at; null where the ladder has the say, or the sum is fixed. */
export interface ReckonedCommission extends CommissionChange {
  readonly rateBps: bigint | null
}

/** What counts of money paid: without the tax inside it, where the programme says so. Minor units, floor. */
export const qualifyingOf = (money: Minor, { taxBps }: Pick<CommissionDefinition, 'taxBps'>): Minor =>
  minor(floorDivide(money * WHOLE_BPS, WHOLE_BPS + taxBps))

/**
 * What a sale earns its payee: by a ladder C(V + a) - C(V), by a rate its part of the sale, or the fixed sum. `volume` is
 * what counts of it, above 0; `customers` of the standing includes this sale's.
 */
export function reckonSale(
  effect: CommissionEffect,
  volume: Minor,
  before: PeriodStanding,
): ReckonedCommission {
  assertInvariant(volume > 0n, () => `a sale of ${volume} earns no commission`)
  if (effect.kind === 'FIXED') return { volume, amount: effect.fixedMinor, rateBps: null }
  if (effect.kind === 'LADDER' && effect.by === 'MONEY') {
    const { steps } = effect
    return { volume, amount: ladderDifference(steps, before.volume, before.volume + volume), rateBps: null }
  }
  const rateBps = effect.kind === 'PERCENT' ? effect.percentBps : rateAt(effect.steps, before.customers)
  return { volume, amount: partOf(volume, rateBps), rateBps }
}

/**
 * What a commission loses when only `left` of its volume counts: C(V) - C(V - r) by a ladder, at the rate that it was made
 * at, or of a fixed sum what is left of the sale in proportion, a floor; `soldVolume` is what counted of the sale at first. Never
 * positive but where an earlier refund had taken it below.
 */
export function reckonLess(
  effect: CommissionEffect,
  { volume, amount, rateBps, soldVolume }: ReckonedCommission & { readonly soldVolume: Minor },
  { left, before }: { readonly left: Minor; readonly before: Pick<PeriodStanding, 'volume'> },
): CommissionChange {
  assertInvariant(left >= 0n && left <= volume, () => `${left} cannot be left of ${volume}`)
  const less = minor(left - volume)
  if (rateBps !== null) return { volume: less, amount: minor(partOf(left, rateBps) - amount) }
  if (effect.kind === 'FIXED')
    return { volume: less, amount: minor(floorDivide(effect.fixedMinor * left, soldVolume) - amount) }
  assertInvariant(effect.kind === 'LADDER', () => 'a percentage has a rate')
  return { volume: less, amount: ladderDifference(effect.steps, before.volume, before.volume + less) }
}

const partOf = (volume: bigint, bps: bigint): Minor => minor(floorDivide(volume * bps, WHOLE_BPS))

/** Whether time approves so much of a commission: where two people have to, it does not. */
export const isApprovedByTime = (
  { approval: { by, twoPeopleAboveMinor } }: Pick<CommissionDefinition, 'approval'>,
  amount: Minor,
): boolean => by === 'TIME' && (twoPeopleAboveMinor === null || amount <= twoPeopleAboveMinor)
