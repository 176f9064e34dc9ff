import { micros, minor } from '@artel/ledger'
import type { TermsInput } from '@artel/use-cases'
import fc from 'fast-check'

type Always<Input> = {
  readonly [Name in keyof Input as undefined extends Input[Name] ? never : Name]: Input[Name]
}
/** What histories vary of the terms: all that must be said. */
type PlayedTerms = Always<TermsInput>
type ExpiryKind = PlayedTerms['expiryKind']

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

/** What one version says, by the choices that a history makes. */
export interface TermsChoice {
  readonly deposit: bigint
  readonly issueFee: bigint
  readonly redeemFee: bigint
  readonly faceValueMinor: bigint
  /** Of a forfeited reserve, basis points: the issuer's, the promo fund's, the operator's. */
  readonly breakage: readonly [number, number, number]
  readonly refundPolicy: PlayedTerms['refundPolicy']
  readonly expiry: ExpiryKind
  readonly refundGraceDays: number
  readonly activationDelayDays: number
  readonly maxPointsShareBps: number
  readonly selfRedemptionFeeWaived: boolean
  readonly holdTtlSeconds: number
}

/** Terms with these choices and what all histories have in common. */
export const playedTerms = ({ breakage, expiry, ...chosen }: TermsChoice): PlayedTerms => ({
  ...chosen,
  reservePrice: micros(RESERVE_PRICE),
  deposit: micros(chosen.deposit),
  issueFee: micros(chosen.issueFee),
  redeemFee: micros(chosen.redeemFee),
  faceValueMinor: minor(chosen.faceValueMinor),
  breakageIssuerBps: breakage[0],
  breakagePromoFundBps: breakage[1],
  breakageOperatorBps: breakage[2],
  expiryKind: expiry,
  expiryMonths: expiry === 'ROLLING_MONTHS' || expiry === 'INACTIVITY' ? 1 : 0,
  contractTextEn: 'The members agree.',
  contractTextRu: 'Участники договорились.',
})

const ROLLING = 'ROLLING_MONTHS'
const DATED: readonly ExpiryKind[] = ['NONE', ROLLING, ROLLING, ROLLING, 'END_OF_YEAR']

const termsEnding = (expiries: readonly ExpiryKind[]): fc.Arbitrary<PlayedTerms> =>
  fc
    .record<TermsChoice>({
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
      expiry: fc.constantFrom(...expiries),
      refundGraceDays: fc.constantFrom(0, 14),
      activationDelayDays: fc.constantFrom(0, 0, 0, 2),
      maxPointsShareBps: fc.constantFrom(5_000, 10_000, 3_333),
      selfRedemptionFeeWaived: fc.boolean(),
      holdTtlSeconds: fc.constantFrom(12 * HOUR, 7 * 24 * HOUR, 45 * 24 * HOUR),
    })
    .map(playedTerms)

/** Mostly everybody accepts: a version that somebody active refuses binds nobody. */
const acceptances = fc.oneof(
  { weight: 2, arbitrary: fc.constant(MEMBERS.map(() => true)) },
  { weight: 1, arbitrary: fc.array(fc.boolean(), { minLength: MEMBERS.length, maxLength: MEMBERS.length }) },
)

/** Two or three versions of terms, the later ones starting within the history and not accepted by everybody. */
function settingWith(terms: fc.Arbitrary<PlayedTerms>): fc.Arbitrary<Setting> {
  const later = (days: number) =>
    fc.record({ terms, startsAfterDays: fc.constant(days), acceptedBy: acceptances })
  return fc.record({
    versions: fc
      .tuple(terms, later(3), fc.option(later(15)))
      .map(([first, second, third]) => [
        { terms: first, startsAfterDays: 0, acceptedBy: MEMBERS.map(() => true) },
        second,
        ...(third ? [third] : []),
      ]),
  })
}

/** For a history of one command after the other. */
export const setting = settingWith(termsEnding([...DATED, 'INACTIVITY', 'INACTIVITY']))

/**
 * For crowds: no points end by silence. Who does anything while due work is done is left to the next run of it, which a
 * model that only sees what was posted cannot tell from silence that was overlooked.
 */
export const crowdSetting = settingWith(termsEnding(DATED))
