/** One bounded count: what an owner gave all customers in a period, or how often one customer had it. */
export interface CounterName {
  /** Whose count it is: a rule, an offer, a voucher's stock. */
  readonly ownerId: string
  /** Of whom it counts; null: of all customers together. */
  readonly customerId: string | null
  /** A local day `2026-11-30`, a local month `2026-11`, a local year `2026`, or empty for the owner's whole life. */
  readonly period: string
}

/** A move of a counter, with the limit that it must not pass on its way up. */
export interface CounterMove extends CounterName {
  /** In the counter's own unit: points, minor units or uses. Below 0 when they are given back. */
  readonly delta: bigint
  readonly limit: bigint
}

/** What counters stand at, by {@link counterKey}. One that was never moved stands at 0. */
export type UsedCounters = ReadonlyMap<string, bigint>

/** The key of a counter in {@link UsedCounters}. */
export const counterKey = ({ ownerId, customerId, period }: CounterName): string =>
  `${ownerId} ${customerId ?? '*'} ${period}`
