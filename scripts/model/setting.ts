import { micros, minor } from '@artel/ledger'
import type { TermsInput } from '@artel/use-cases'
import fc from 'fast-check'

type Always<Input> = {
  readonly [Name in keyof Input as undefined extends Input[Name] ? never : Name]: Input[Name]
}
/** What histories vary of the terms: all that must be said, and no expiry by inactivity. */
type PlayedTerms = Always<TermsInput> & {
  readonly expiryKind: Exclude<TermsInput['expiryKind'], 'INACTIVITY'>
}

/** One version of terms of a history. */
export interface TermsDraft {
  readonly terms: PlayedTerms
  /** Days after the coalition opens; 0 for the first version. */
  readonly startsAfterDays: number
  /** By place in the list of members; everybody accepts the first version. */
  readonly acceptedBy: readonly boolean[]
}
/** What a history is played on: terms of which the first binds everybody. */
export interface Setting {
  readonly versions: readonly TermsDraft[]
}

/** The members of every history and what their bills earn. */
export const MEMBERS = [
  { handle: 'service', percentBps: 1_000, fixedPoints: null, minTotalMinor: 0n },
  { handle: 'wash', percentBps: 370, fixedPoints: null, minTotalMinor: 5_000n },
  { handle: 'parts', percentBps: null, fixedPoints: 45n, minTotalMinor: 1_000n },
] as const

/** One price for the coalition, odd so that a split of it leaves something over. */
const RESERVE_PRICE = 900_001n
const HOUR = 3_600

const terms: fc.Arbitrary<PlayedTerms> = fc
  .record({
    deposit: fc.constantFrom(0n, RESERVE_PRICE, 333_333n),
    issueFee: fc.constantFrom(100_000n, 77_777n, 0n),
    redeemFee: fc.constantFrom(20_000n, 0n),
    faceValueMinor: fc.constantFrom(100n, 100n, 33n),
    // The last one ties whenever an odd reserve is forfeited.
    breakage: fc.constantFrom(
      [5_000, 3_001, 1_999] as const,
      [3_333, 3_334, 3_333] as const,
      [0, 5_000, 5_000] as const,
    ),
    refundPolicy: fc.constantFrom('ISSUER_BEARS' as const, 'CUSTOMER_DEBT' as const),
    expiry: fc.constantFrom<PlayedTerms['expiryKind'][]>(
      ...['NONE' as const, 'ROLLING_MONTHS' as const, 'ROLLING_MONTHS' as const],
      ...['ROLLING_MONTHS' as const, 'END_OF_YEAR' as const],
    ),
    refundGraceDays: fc.constantFrom(0, 14),
    activationDelaySeconds: fc.constantFrom(0, 0, 0, 30 * HOUR),
    maxPointsShareBps: fc.constantFrom(5_000, 10_000, 3_333),
    selfRedemptionFeeWaived: fc.boolean(),
    holdTtlSeconds: fc.constantFrom(12 * HOUR, 7 * 24 * HOUR, 45 * 24 * HOUR),
  })
  .map((draft) => ({
    reservePrice: micros(RESERVE_PRICE),
    deposit: micros(draft.deposit),
    issueFee: micros(draft.issueFee),
    redeemFee: micros(draft.redeemFee),
    faceValueMinor: minor(draft.faceValueMinor),
    breakageIssuerBps: draft.breakage[0],
    breakagePromoFundBps: draft.breakage[1],
    breakageOperatorBps: draft.breakage[2],
    refundPolicy: draft.refundPolicy,
    expiryKind: draft.expiry,
    expiryMonths: draft.expiry === 'ROLLING_MONTHS' ? 1 : 0,
    refundGraceDays: draft.refundGraceDays,
    activationDelaySeconds: draft.activationDelaySeconds,
    maxPointsShareBps: draft.maxPointsShareBps,
    selfRedemptionFeeWaived: draft.selfRedemptionFeeWaived,
    holdTtlSeconds: draft.holdTtlSeconds,
    contractTextEn: 'The members agree.',
    contractTextRu: 'Участники договорились.',
  }))

/** Mostly everybody accepts: a version that somebody active refuses binds nobody. */
const acceptances = fc.oneof(
  { weight: 2, arbitrary: fc.constant(MEMBERS.map(() => true)) },
  { weight: 1, arbitrary: fc.array(fc.boolean(), { minLength: MEMBERS.length, maxLength: MEMBERS.length }) },
)
const later = (days: number) =>
  fc.record({ terms, startsAfterDays: fc.constant(days), acceptedBy: acceptances })

/** Two or three versions of terms, the later ones starting within the history and not accepted by everybody. */
export const setting: fc.Arbitrary<Setting> = fc.record({
  versions: fc
    .tuple(terms, later(3), fc.option(later(15)))
    .map(([first, second, third]) => [
      { terms: first, startsAfterDays: 0, acceptedBy: MEMBERS.map(() => true) },
      second,
      ...(third ? [third] : []),
    ]),
})
