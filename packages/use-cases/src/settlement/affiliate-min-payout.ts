import { MICROS_PER_MINOR, type Micros, type Minor, minor } from '@artel/ledger'

/**
 * The smallest payment of an affiliate that stands at `net`, positive owes: what it was told; where it owes, more than that, so that it
 * is carried forward and never asked to pay. Minor units.
 */
export const affiliateMinPayout = (net: Micros, told: Minor | undefined): Minor =>
  net > 0n ? minor(net / MICROS_PER_MINOR + 1n) : (told ?? minor(0n))
