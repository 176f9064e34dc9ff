import type { Intent } from './intent.ts'
import { anAgreement, saleTo } from './regression-cases.ts'
import type { Setting } from './setting.ts'

const openEnded = { spend: { percent: 100 }, ttl: 'TERMS', tokenCap: null } as const
const plain = { lines: 0, occurred: 'NOW', usedReceipt: false } as const

/**
 * Short histories of what random ones reach too seldom to be counted on, played before them. What a generator is meant
 * to reach is asserted; what it reaches by luck is played here.
 */
export const RARE_HISTORIES: readonly { readonly setting: Setting; readonly intents: readonly Intent[] }[] = [
  {
    // A refund of what a merged customer bought reaches the survivor.
    setting: { versions: [anAgreement()] },
    intents: [
      saleTo(2, 30_000, 0),
      { want: 'MERGE', member: 0, customer: 0, pick: 0 },
      { want: 'REFUND', pick: 0, how: 'PART', percent: 50 },
      { want: 'REFUND', pick: 0, how: 'ALL', percent: 100 },
    ],
  },
  {
    // Points that a refund did not find, since they were spent, come back with the refund of what they paid for.
    setting: { versions: [anAgreement()] },
    intents: [
      saleTo(0, 30_000, 0),
      saleTo(0, 10_000, 100),
      { want: 'REFUND', pick: 1, how: 'ALL', percent: 100 },
      { want: 'REFUND', pick: 0, how: 'PART', percent: 50 },
      { want: 'REFUND', pick: 0, how: 'ALL', percent: 100 },
    ],
  },
  {
    // Points that ran out fill the promo fund, which pays for others until it is empty; those are spent, come back, are
    // given away and run out.
    setting: {
      versions: [anAgreement({ deposit: 900_001n, expiry: 'ROLLING_MONTHS', breakage: [0, 9_000, 1_000] })],
    },
    intents: [
      saleTo(0, 50_000, 0),
      { want: 'ADVANCE', hours: 24 * 40 },
      { want: 'PROMO', member: 0, customer: 0, pick: 1, points: 30, shares: [], ofFund: true },
      { want: 'PROMO', member: 0, customer: 1, pick: 3, points: 10, shares: [], ofFund: true },
      { want: 'PROMO', member: 0, customer: 1, pick: 1, points: 2, shares: [], ofFund: true },
      saleTo(0, 4_000, 100),
      { want: 'REFUND', pick: 0, how: 'PART', percent: 50 },
      { want: 'TRANSFER', member: 0, customer: 0, pick: 1, points: 50 },
      { want: 'ADVANCE', hours: 24 * 60 },
      { want: 'PROMO', member: 0, customer: 0, pick: 1, points: 5, shares: [], ofFund: true },
    ],
  },
  {
    // A captured hold redeems and earns at the same time; a promo that is sent again is answered as before.
    setting: { versions: [anAgreement()] },
    intents: [
      saleTo(0, 30_000, 0),
      { ...{ want: 'HOLD', member: 0, customer: 0, billMinor: 20_000 }, ...openEnded },
      { ...{ want: 'CAPTURE', pick: 0, stranger: false, totalMinor: 20_000, points: 'HALF' }, ...plain },
      { want: 'PROMO', member: 0, customer: 0, pick: 0, points: 3, shares: [] },
      { want: 'REPLAY', pick: 0, otherBody: false },
    ],
  },
]
