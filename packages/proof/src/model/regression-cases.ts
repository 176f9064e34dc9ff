import type { Intent } from './intent.ts'
import { MEMBERS, playedTerms, type Setting, type TermsChoice } from './setting.ts'

/**
 * Histories that once failed, cut down to what shows the fault and played before the random ones. They are kept as they
 * were played and not as the seeds that made them: a seed means another history as soon as the generators change.
 */
export interface KeptHistory {
  /** What was wrong, in one sentence. */
  readonly showed: string
  readonly setting: Setting
  readonly intents: readonly Intent[]
}

const DAY_HOURS = 24
const PLAIN: TermsChoice = {
  deposit: 0n,
  issueFee: 100_000n,
  redeemFee: 20_000n,
  faceValueMinor: 100n,
  breakage: [5_000, 3_001, 1_999],
  refundPolicy: 'ISSUER_BEARS',
  expiry: 'NONE',
  refundGraceDays: 14,
  activationDelayDays: 0,
  maxPointsShareBps: 5_000,
  selfRedemptionFeeWaived: false,
  holdTtlSeconds: 12 * 3_600,
}
const ALL = MEMBERS.map(() => true)
/** The only version of the terms, in force and accepted by everybody. */
export const anAgreement = (choice: Partial<TermsChoice> = {}) => ({
  terms: playedTerms({ ...PLAIN, ...choice }),
  startsAfterDays: 0,
  acceptedBy: ALL,
})
const advance = (days: number): Intent => ({ want: 'ADVANCE', hours: days * DAY_HOURS })
/** A sale at the first member, `percent` of what can be spent on it paid in points. */
export const saleTo = (customer: number, totalMinor: number, percent: number): Intent => ({
  ...{ want: 'SELL', member: 0, customer, totalMinor, spend: { percent } },
  ...{ lines: 0, occurred: 'NOW', usedReceipt: false },
})
const sale = (totalMinor: number, percent: number): Intent => saleTo(0, totalMinor, percent)

export const KEPT_HISTORIES: readonly KeptHistory[] = [
  {
    showed: 'the model let a suspended member come back to terms that it had not accepted',
    setting: {
      versions: [
        anAgreement(),
        { terms: playedTerms(PLAIN), startsAfterDays: 3, acceptedBy: [true, false, true] },
      ],
    },
    intents: [
      { want: 'STANDING', member: 1, step: 'memberSuspend' },
      advance(8),
      { want: 'STANDING', member: 1, step: 'memberReinstate' },
    ],
  },
  {
    showed: 'points given back to a customer who had long been silent were gone with the next run of expiry',
    setting: { versions: [anAgreement({ expiry: 'INACTIVITY' })] },
    intents: [
      sale(10_000, 0),
      sale(2_000, 100),
      advance(40),
      { want: 'REFUND', pick: 0, how: 'ALL', percent: 100 },
      { want: 'EXPIRE' },
      { want: 'READ', customer: 0 },
    ],
  },
  {
    showed: 'points that came to a silent housemate were gone with the next run of expiry',
    setting: { versions: [anAgreement({ expiry: 'INACTIVITY' })] },
    intents: [
      sale(10_000, 0),
      advance(20),
      sale(2_000, 50),
      advance(20),
      { want: 'TRANSFER', member: 0, customer: 0, pick: 1, points: 50 },
      { want: 'EXPIRE' },
      { want: 'READ', customer: 1 },
    ],
  },
  {
    showed: 'the model took a customer for silent who had bought something that earned no points',
    setting: { versions: [anAgreement({ expiry: 'INACTIVITY' })] },
    intents: [
      { want: 'PROMO', member: 0, customer: 0, pick: 1, points: 8, shares: [] },
      advance(20),
      sale(5, 0),
      advance(20),
      { want: 'READ', customer: 0 },
    ],
  },
]
