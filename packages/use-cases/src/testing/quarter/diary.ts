/** Who pays and is paid: a member, or the coalition with its account. */
export type Party = 'service' | 'wash' | 'parts' | 'coalition'
export type Handle = Exclude<Party, 'coalition'>
export const HANDLES = ['service', 'wash', 'parts'] as const

/**
 * One line of the diary: what people did, as receipts, bank papers and letters show it. Nothing here is reckoned. Money in
 * kopecks; days are those of the coalition's calendar.
 */
export type Deed =
  /** The office opens on this day, and what has run out by then is written off. */
  | { readonly deed: 'DAY'; readonly on: string }
  /** `pays` of the bill in points. `percentBps`: what the member gives on the money part. */
  | {
      readonly deed: 'SALE'
      readonly name: string
      readonly at: Handle
      readonly who: string
      readonly bill: bigint
      readonly pays?: bigint
      /** Handed in late: when it happened. */
      readonly happened?: string
    }
  | { readonly deed: 'REFUND'; readonly of: string; readonly amount: bigint }
  | { readonly deed: 'CLOSE'; readonly window: number }
  | { readonly deed: 'STATE'; readonly window: number }
  | { readonly deed: 'ACCEPT'; readonly window: number; readonly by: Handle }
  /** The member disputes the fee that it was charged for the points of its own sale. */
  | { readonly deed: 'DISPUTE'; readonly window: number; readonly of: string }
  | { readonly deed: 'UPHOLD'; readonly of: string }
  | { readonly deed: 'PROPOSE'; readonly window: number; readonly method: 'HUB' | 'PEER' }
  | { readonly deed: 'APPROVE'; readonly window: number }
  /** `party` pays, or is paid, on its first leg that is not paid in full; without one all legs are paid. */
  | {
      readonly deed: 'PAY'
      readonly window: number
      readonly party?: Handle
      readonly amount: (open: bigint) => bigint
    }
  | { readonly deed: 'SETTLE'; readonly window: number; readonly givingUp?: true }
  | { readonly deed: 'NOTICE'; readonly by: Handle; readonly days: number }
  | { readonly deed: 'STATE_EXIT'; readonly of: Handle }
  /** A share of what is needed is paid in, the rest is promised by a bank. */
  | { readonly deed: 'SECURE'; readonly of: Handle; readonly depositBps: bigint }
  | { readonly deed: 'LEAVE'; readonly who: Handle }

/** What each member gives on the money part of a bill. */
export const GIVES_BPS = { service: 500n, wash: 333n, parts: 417n } as const satisfies Record<Handle, bigint>
/** Points live a month, and half of a month when they come back after their end. */
export const GRACE_DAYS = 14
export const VAT_RATE_BPS = 2_000n
/** Less is not worth a payment, kopecks: it waits for the next window. */
export const MIN_PAYOUT = 2_000n

const rub = (whole: number): bigint => BigInt(Math.round(whole * 100))
const all = (open: bigint): bigint => open

/** March: sales, spending at each other and at oneself, a refund; a dispute, and a payment in two parts. */
const FIRST_MONTH: readonly Deed[] = [
  { deed: 'DAY', on: '2026-03-03' },
  { deed: 'SALE', name: 'A1', at: 'service', who: 'Anna', bill: rub(20_000) },
  { deed: 'DAY', on: '2026-03-05' },
  { deed: 'SALE', name: 'A2', at: 'wash', who: 'Anna', bill: rub(1_000), pays: 300n },
  { deed: 'DAY', on: '2026-03-11' },
  { deed: 'SALE', name: 'A3', at: 'parts', who: 'Anna', bill: rub(5_000), pays: 400n },
  { deed: 'DAY', on: '2026-03-12' },
  { deed: 'SALE', name: 'B1', at: 'service', who: 'Boris', bill: rub(8_001) },
  { deed: 'DAY', on: '2026-03-13' },
  { deed: 'REFUND', of: 'B1', amount: rub(4_000) },
  { deed: 'DAY', on: '2026-03-20' },
  { deed: 'SALE', name: 'A4', at: 'service', who: 'Anna', bill: rub(999.99), pays: 50n },
  { deed: 'DAY', on: '2026-03-31' },
  { deed: 'SALE', name: 'V1', at: 'wash', who: 'Vera', bill: rub(3_210.5) },
  { deed: 'DAY', on: '2026-04-02' },
  { deed: 'CLOSE', window: 1 },
  { deed: 'SALE', name: 'B2', at: 'wash', who: 'Boris', bill: rub(3_000), happened: '2026-03-30' },
  { deed: 'STATE', window: 1 },
  { deed: 'DISPUTE', window: 1, of: 'A2' },
  { deed: 'ACCEPT', window: 1, by: 'service' },
  { deed: 'ACCEPT', window: 1, by: 'parts' },
  { deed: 'ACCEPT', window: 1, by: 'wash' },
  { deed: 'PROPOSE', window: 1, method: 'HUB' },
  { deed: 'UPHOLD', of: 'A2' },
  { deed: 'APPROVE', window: 1 },
  { deed: 'PAY', window: 1, party: 'service', amount: (open) => open - rub(100) },
  { deed: 'PAY', window: 1, party: 'wash', amount: all },
  { deed: 'PAY', window: 1, party: 'parts', amount: (open) => open + rub(0.77) },
]

/** April: points run out, some come back after that; a refund of points that were spent already. */
const SECOND_MONTH: readonly Deed[] = [
  { deed: 'DAY', on: '2026-04-04' },
  { deed: 'DAY', on: '2026-04-07' },
  { deed: 'REFUND', of: 'A3', amount: rub(2_500) },
  { deed: 'DAY', on: '2026-04-08' },
  { deed: 'SALE', name: 'B3', at: 'service', who: 'Boris', bill: rub(12_345) },
  { deed: 'DAY', on: '2026-04-09' },
  { deed: 'SALE', name: 'B4', at: 'wash', who: 'Boris', bill: rub(800), pays: 200n },
  { deed: 'DAY', on: '2026-04-10' },
  { deed: 'SALE', name: 'A5', at: 'wash', who: 'Anna', bill: rub(600), pays: 150n },
  { deed: 'DAY', on: '2026-04-13' },
  { deed: 'DAY', on: '2026-04-15' },
  { deed: 'REFUND', of: 'A5', amount: rub(600) },
  { deed: 'DAY', on: '2026-04-16' },
  { deed: 'SALE', name: 'V2', at: 'service', who: 'Vera', bill: rub(2_000) },
  { deed: 'DAY', on: '2026-04-17' },
  { deed: 'SALE', name: 'V3', at: 'parts', who: 'Vera', bill: rub(300), pays: 150n },
  { deed: 'DAY', on: '2026-04-22' },
  { deed: 'REFUND', of: 'V2', amount: rub(2_000) },
  { deed: 'DAY', on: '2026-05-03' },
  { deed: 'CLOSE', window: 2 },
  { deed: 'STATE', window: 2 },
]

/** May: silence is acceptance, members pay each other, one only in part; and the parts shop leaves. */
const THIRD_MONTH: readonly Deed[] = [
  { deed: 'DAY', on: '2026-05-04' },
  { deed: 'SALE', name: 'A6', at: 'parts', who: 'Anna', bill: rub(10_000) },
  { deed: 'SALE', name: 'B5', at: 'parts', who: 'Boris', bill: rub(5_000) },
  { deed: 'DAY', on: '2026-05-10' },
  { deed: 'PROPOSE', window: 2, method: 'PEER' },
  { deed: 'APPROVE', window: 2 },
  { deed: 'PAY', window: 1, party: 'service', amount: all },
  { deed: 'SETTLE', window: 1 },
  { deed: 'PAY', window: 2, party: 'service', amount: (open) => open / 2n },
  { deed: 'DAY', on: '2026-05-12' },
  { deed: 'SALE', name: 'V4', at: 'parts', who: 'Vera', bill: rub(2_000) },
  { deed: 'SALE', name: 'A7', at: 'parts', who: 'Anna', bill: rub(3_000) },
  { deed: 'DAY', on: '2026-05-13' },
  { deed: 'NOTICE', by: 'parts', days: 14 },
  { deed: 'SALE', name: 'B6', at: 'parts', who: 'Boris', bill: rub(1_000) },
  { deed: 'SALE', name: 'A8', at: 'parts', who: 'Anna', bill: rub(800), pays: 100n },
  { deed: 'DAY', on: '2026-05-15' },
  { deed: 'SALE', name: 'B7', at: 'wash', who: 'Boris', bill: rub(1_000), pays: 208n },
  { deed: 'DAY', on: '2026-05-20' },
  { deed: 'SETTLE', window: 2, givingUp: true },
  { deed: 'STATE_EXIT', of: 'parts' },
  { deed: 'DAY', on: '2026-05-28' },
  { deed: 'STATE_EXIT', of: 'parts' },
  { deed: 'SECURE', of: 'parts', depositBps: 9_500n },
  { deed: 'LEAVE', who: 'parts' },
  { deed: 'DAY', on: '2026-05-29' },
  { deed: 'SALE', name: 'A9', at: 'service', who: 'Anna', bill: rub(2_000), pays: 300n },
  { deed: 'DAY', on: '2026-06-02' },
  { deed: 'CLOSE', window: 3 },
  { deed: 'STATE', window: 3 },
  { deed: 'DAY', on: '2026-06-08' },
  { deed: 'PROPOSE', window: 3, method: 'HUB' },
  { deed: 'APPROVE', window: 3 },
  { deed: 'PAY', window: 3, amount: all },
  { deed: 'SETTLE', window: 3 },
]

/** A quarter of three members. The coalition opens on 2 March 2026. */
export const DIARY: readonly Deed[] = [...FIRST_MONTH, ...SECOND_MONTH, ...THIRD_MONTH]
