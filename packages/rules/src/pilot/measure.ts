import { type Minor, minor } from '@artel/ledger'

/** What the customers of one group did, added up. */
export interface GroupSums {
  readonly customers: bigint
  /** Net spend of all of them, minor units. */
  readonly spent: bigint
  /** Of each one's net spend the square, added up. */
  readonly squares: bigint
  /** Those that bought again. */
  readonly returned: bigint
}

/** An estimate with the bounds between which the truth lies in 95 of 100 pilots. */
export interface Estimate<Value> {
  readonly estimate: Value
  readonly low: Value
  readonly high: Value
}

/** Two-sided 95 %: the 0.975 quantile of the normal distribution. */
const Z = 1.959964

/**
 * How much more a customer of the treatment spent than one of the control, minor units, rounded half away from zero: difference
 * of the means with the variances of both groups apart (Welch), by the normal distribution. Null where a group has fewer than
 * two customers.
 */
export function upliftOfSpend(treatment: GroupSums, control: GroupSums): Estimate<Minor> | null {
  if (treatment.customers < 2n || control.customers < 2n) return null
  const difference = meanOf(treatment) - meanOf(control)
  const error = Math.sqrt(
    varianceOf(treatment) / Number(treatment.customers) + varianceOf(control) / Number(control.customers),
  )
  return {
    estimate: roundedMinor(difference),
    low: roundedMinor(difference - Z * error),
    high: roundedMinor(difference + Z * error),
  }
}

/**
 * How much larger the share of returning customers is in the treatment, in hundredths of a percent, rounded half away from zero:
 * difference of two proportions with the bounds of Newcombe, which are those of Wilson for each group put together. Null where a
 * group is empty.
 */
export function upliftOfReturning(treatment: GroupSums, control: GroupSums): Estimate<number> | null {
  if (treatment.customers === 0n || control.customers === 0n) return null
  const [one, two] = [wilson(treatment), wilson(control)]
  const difference = one.share - two.share
  return {
    estimate: basisPointsOf(difference),
    low: basisPointsOf(difference - Math.hypot(one.share - one.low, two.high - two.share)),
    high: basisPointsOf(difference + Math.hypot(one.high - one.share, two.share - two.low)),
  }
}

/**
 * Customers that each group needs so that a true difference of `uplift` of the mean is found in 80 of 100 pilots, at 95 %. Null
 * where nothing was spent, or by fewer than two customers.
 */
export function minimumSample(
  before: GroupSums,
  { upliftBps, controlBps }: { readonly upliftBps: number; readonly controlBps: number },
): { readonly treatment: bigint; readonly control: bigint } | null {
  if (before.customers < 2n || before.spent <= 0n) return null
  const wanted = (meanOf(before) * upliftBps) / WHOLE
  const share = controlBps / WHOLE
  const all = ((Z + Z_POWER) ** 2 * varianceOf(before)) / (wanted ** 2 * share * (1 - share))
  return { treatment: wholeUp(all * (1 - share)), control: wholeUp(all * share) }
}

/** The mean net spend of a customer, minor units, rounded half away from zero; zero for an empty group. */
export const meanSpend = (group: GroupSums): Minor => roundedMinor(group.customers === 0n ? 0 : meanOf(group))

/** The share of returning customers, basis points, rounded half away from zero; zero for an empty group. */
export const shareReturned = ({ customers, returned }: GroupSums): number =>
  customers === 0n ? 0 : basisPointsOf(Number(returned) / Number(customers))

const WHOLE = 10_000
/** 80 %: the 0.8 quantile of the normal distribution. */
const Z_POWER = 0.841621

const meanOf = ({ customers, spent }: GroupSums): number => Number(spent) / Number(customers)

/** Of the sample. Exact up to the division, since squares of large sums would cancel out in floating point. */
function varianceOf({ customers, spent, squares }: GroupSums): number {
  return Number(customers * squares - spent * spent) / Number(customers * (customers - 1n))
}

function wilson({ customers, returned }: GroupSums) {
  const count = Number(customers)
  const share = Number(returned) / count
  const middle = share + Z ** 2 / (2 * count)
  const half = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2))
  const whole = 1 + Z ** 2 / count
  return { share, low: (middle - half) / whole, high: (middle + half) / whole }
}

const halfAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value))
const roundedMinor = (value: number): Minor => minor(BigInt(halfAway(value)))
const basisPointsOf = (share: number): number => halfAway(share * WHOLE)
const wholeUp = (value: number): bigint => BigInt(Math.max(2, Math.ceil(value)))
