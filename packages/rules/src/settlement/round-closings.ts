import { MICROS_PER_MINOR, type Micros, type Minor, micros, minor } from '@artel/ledger'
import { netPositions } from './nets.ts'
import { type RoundedNet, roundNets } from './round-to-minor.ts'

/** What a member stands at, positive owes, and the smallest payment that its terms ask for. */
export interface Closing {
  readonly memberId: string
  readonly net: Micros
  readonly minPayout: Minor
}

/** A closing in whole minor units. `residue` is what is left of the exact one, less than one unit. */
export interface RoundedClosing extends RoundedNet {
  /** Below its smallest payment: it is carried forward exactly, and `amount` only shows it, rounded towards zero. */
  readonly isCarried: boolean
}

/**
 * The one rounding of a window: its statements print it and its plan pays it. What is to be paid is rounded together with
 * the coalition's account that stands against it, by largest remainder, so that the figures still sum to zero; what is
 * carried forward is left out. Members in the order of ids, the coalition's account among them. A member named
 * twice, or as the coalition, is a BrokenInvariantError.
 */
export function roundClosings(
  closings: readonly Closing[],
  coalitionId: string,
  microsPerMinor: bigint = MICROS_PER_MINOR,
): readonly RoundedClosing[] {
  const isCarried = ({ net, minPayout }: Closing) =>
    net !== 0n && (net < 0n ? -net : net) < minPayout * microsPerMinor
  // Of all, so that nobody is there twice.
  netPositions(closings, coalitionId)
  const paid = closings.filter((closing) => !isCarried(closing))
  return [
    ...roundNets(netPositions(paid, coalitionId), microsPerMinor).map((rounded) => ({
      ...rounded,
      isCarried: false,
    })),
    ...closings.filter(isCarried).map(({ memberId, net }) => {
      const amount = minor(net / microsPerMinor)
      return {
        ...{ ownerId: memberId, amount, residue: micros(net - amount * microsPerMinor) },
        isCarried: true,
      }
    }),
  ].sort((a, b) => (a.ownerId < b.ownerId ? -1 : 1))
}
