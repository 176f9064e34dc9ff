import { assertInvariant, MICROS_PER_MINOR, type Micros, type Minor, micros, minor } from '@artel/ledger'

/** Nearest minor unit, half to even, either sign. `microsPerMinor` is 10 000 for a currency of two decimals. */
export function roundHalfEven(amount: Micros, microsPerMinor: bigint = MICROS_PER_MINOR): Minor {
  const below = roundDown(amount, microsPerMinor)
  const twice = (amount - below * microsPerMinor) * 2n
  const up = twice > microsPerMinor || (twice === microsPerMinor && below % 2n !== 0n)
  return minor(up ? below + 1n : below)
}

/** Largest minor unit that is not above the amount, either sign (towards minus infinity). */
export function roundDown(amount: Micros, microsPerMinor: bigint = MICROS_PER_MINOR): Minor {
  const towardsZero = amount / microsPerMinor
  return minor(amount < 0n && amount % microsPerMinor !== 0n ? towardsZero - 1n : towardsZero)
}

/** What one owner's net became: whole minor units, and the rest that stays in ROUNDING. */
export interface RoundedNet {
  readonly ownerId: string
  readonly amount: Minor
  /** Exact net less `amount`, less than one minor unit either way. Where nets sum to zero, so do residues. */
  readonly residue: Micros
}

/**
 * Rounds nets that sum to zero so that they still do: `roundParts` of zero. Throws BrokenInvariantError when they do
 * not sum to zero.
 */
export function roundNets(
  nets: ReadonlyMap<string, Micros>,
  microsPerMinor: bigint = MICROS_PER_MINOR,
): RoundedNet[] {
  const sum = [...nets.values()].reduce((total, net) => total + net, 0n)
  assertInvariant(sum === 0n, () => 'nets do not sum to zero')
  return roundParts(nets, { total: minor(0n), microsPerMinor })
}

/**
 * Rounds the parts of a sum so that they add up to `total`, which is that sum rounded, up or down: largest remainder,
 * ties to the smaller id. Every part is less than one minor unit off. In the order of ids. Throws BrokenInvariantError for
 * a total that is a whole minor unit off.
 */
export function roundParts(
  parts: ReadonlyMap<string, Micros>,
  to: { readonly total: Minor; readonly microsPerMinor: bigint },
): RoundedNet[] {
  const unit = to.microsPerMinor
  const floors = [...parts]
    .map(([ownerId, net]) => {
      const floor = roundDown(net, unit)
      return { ownerId, net, floor, remainder: net - floor * unit }
    })
    .sort((a, b) => (a.ownerId < b.ownerId ? -1 : 1))
  const stray = to.total * unit - floors.reduce((sum, { net }) => sum + net, 0n)
  assertInvariant(stray < unit && -stray < unit, () => `${to.total} is not the sum of the parts rounded`)
  const left = to.total - floors.reduce<bigint>((sum, { floor }) => sum + floor, 0n)
  // The sort is stable, so equal remainders stay in the order of ids.
  const roundedUp = new Set(
    floors
      .toSorted((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1))
      .slice(0, Number(left))
      .map(({ ownerId }) => ownerId),
  )
  return floors.map(({ ownerId, net, floor }) => {
    const amount = minor(roundedUp.has(ownerId) ? floor + 1n : floor)
    return { ownerId, amount, residue: micros(net - amount * unit) }
  })
}
