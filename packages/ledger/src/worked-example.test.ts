import { describe, expect, it } from 'vitest'
import { earn } from './earn.ts'
import type { Entry, Transfer } from './entry.ts'
import type { RefundFacts } from './evolve-purchase.ts'
import { expire } from './expire.ts'
import { basisPoints, minor } from './money.ts'
import { points } from './points.ts'
import { redeem } from './redeem.ts'
import { reverseEarn } from './reverse-earn.ts'
import { reverseRedeem } from './reverse-redeem.ts'
import { type Books, emptyBooks, postGroup, stateOf } from './testing/books.ts'
import { examplePrices } from './testing/prices.ts'

/**
 * An auto service S (5 %), a car wash W (3 %) and a parts shop P (4 %) share points worth 0.90 to whoever takes
 * them. One week of Anna and Boris, under three fundings: every leg of every event, and every balance after.
 */
const COALITION = 'C'
const BREAKAGE = {
  issuer: basisPoints(5_000n),
  promoFund: basisPoints(3_000n),
  operator: basisPoints(2_000n),
}
const DAY_1 = new Date('2026-01-01T09:00:00Z')
const BORIS_EXPIRES = new Date('2027-01-01T09:00:00Z')

interface Column {
  readonly deposit: bigint
  /** Money legs in order E1 ... E7, summed by account; an event with an earning and a spending has two lists. */
  readonly legs: Readonly<Record<string, readonly string[]>>
  readonly balances: Readonly<Record<string, string>>
  readonly contingent: Readonly<Record<string, string>>
}

const columns: Record<string, Column> = {
  'issue-funded, D = R': {
    deposit: 900_000n,
    legs: {
      E1: ['Dr CLEARING:S 1000.00', 'Cr RESERVE:C 900.00', 'Cr FEES:C 100.00'],
      'E2 spend': ['Dr RESERVE:C 270.00', 'Cr CLEARING:W 264.00', 'Cr FEES:C 6.00'],
      'E2 earn': ['Dr CLEARING:W 21.00', 'Cr RESERVE:C 18.90', 'Cr FEES:C 2.10'],
      'E3 spend': ['Dr RESERVE:C 360.00', 'Cr CLEARING:P 352.00', 'Cr FEES:C 8.00'],
      'E3 earn': ['Dr CLEARING:P 184.00', 'Cr RESERVE:C 165.60', 'Cr FEES:C 18.40'],
      E4: ['Dr CLEARING:S 400.00', 'Cr RESERVE:C 360.00', 'Cr FEES:C 40.00'],
      E5: ['Dr RESERVE:C 180.00', 'Dr FEES:C 20.00', 'Cr CLEARING:S 200.00'],
      'E6 give back': ['Dr CLEARING:P 176.00', 'Dr FEES:C 4.00', 'Cr RESERVE:C 180.00'],
      'E6 take back': ['Dr RESERVE:C 82.80', 'Dr FEES:C 9.20', 'Cr CLEARING:P 92.00'],
      E7: ['Dr RESERVE:C 180.00', 'Cr CLEARING:S 90.00', 'Cr PROMO_FUND:C 54.00', 'Cr BREAKAGE:C 36.00'],
    },
    balances: {
      'CLEARING:S': '1110.00',
      'CLEARING:W': '-243.00',
      'CLEARING:P': '-84.00',
      'FEES:C': '-141.30',
      'BREAKAGE:C': '-36.00',
      'PROMO_FUND:C': '-54.00',
      'RESERVE:C': '-551.70',
    },
    contingent: { S: '0.00', W: '0.00', P: '0.00' },
  },
  'burn-funded, D = 0': {
    deposit: 0n,
    legs: {
      E1: ['Dr CLEARING:S 100.00', 'Cr FEES:C 100.00'],
      'E2 spend': ['Dr CLEARING:S 270.00', 'Cr CLEARING:W 264.00', 'Cr FEES:C 6.00'],
      'E2 earn': ['Dr CLEARING:W 2.10', 'Cr FEES:C 2.10'],
      'E3 spend': ['Dr CLEARING:S 360.00', 'Cr CLEARING:P 352.00', 'Cr FEES:C 8.00'],
      'E3 earn': ['Dr CLEARING:P 18.40', 'Cr FEES:C 18.40'],
      E4: ['Dr CLEARING:S 40.00', 'Cr FEES:C 40.00'],
      E5: ['Dr FEES:C 20.00', 'Cr CLEARING:S 20.00'],
      'E6 give back': ['Dr CLEARING:P 176.00', 'Dr FEES:C 4.00', 'Cr CLEARING:S 180.00'],
      'E6 take back': ['Dr FEES:C 9.20', 'Cr CLEARING:P 9.20'],
      E7: [],
    },
    balances: {
      'CLEARING:S': '570.00',
      'CLEARING:W': '-261.90',
      'CLEARING:P': '-166.80',
      'FEES:C': '-141.30',
    },
    contingent: { S: '450.00', W: '18.90', P: '82.80' },
  },
  'hybrid, D = R / 2': {
    deposit: 450_000n,
    legs: {
      E1: ['Dr CLEARING:S 550.00', 'Cr RESERVE:C 450.00', 'Cr FEES:C 100.00'],
      'E2 spend': ['Dr RESERVE:C 135.00', 'Dr CLEARING:S 135.00', 'Cr CLEARING:W 264.00', 'Cr FEES:C 6.00'],
      'E2 earn': ['Dr CLEARING:W 11.55', 'Cr RESERVE:C 9.45', 'Cr FEES:C 2.10'],
      'E3 spend': ['Dr RESERVE:C 180.00', 'Dr CLEARING:S 180.00', 'Cr CLEARING:P 352.00', 'Cr FEES:C 8.00'],
      'E3 earn': ['Dr CLEARING:P 101.20', 'Cr RESERVE:C 82.80', 'Cr FEES:C 18.40'],
      E4: ['Dr CLEARING:S 220.00', 'Cr RESERVE:C 180.00', 'Cr FEES:C 40.00'],
      E5: ['Dr RESERVE:C 90.00', 'Dr FEES:C 20.00', 'Cr CLEARING:S 110.00'],
      'E6 give back': ['Dr CLEARING:P 176.00', 'Dr FEES:C 4.00', 'Cr RESERVE:C 90.00', 'Cr CLEARING:S 90.00'],
      'E6 take back': ['Dr RESERVE:C 41.40', 'Dr FEES:C 9.20', 'Cr CLEARING:P 50.60'],
      E7: ['Dr RESERVE:C 90.00', 'Cr CLEARING:S 45.00', 'Cr PROMO_FUND:C 27.00', 'Cr BREAKAGE:C 18.00'],
    },
    balances: {
      'CLEARING:S': '840.00',
      'CLEARING:W': '-252.45',
      'CLEARING:P': '-125.40',
      'FEES:C': '-141.30',
      'BREAKAGE:C': '-18.00',
      'PROMO_FUND:C': '-27.00',
      'RESERVE:C': '-275.85',
    },
    contingent: { S: '225.00', W: '9.45', P: '41.40' },
  },
}

describe.each(Object.entries(columns))('the worked example, %s', (_name, column) => {
  const { books, entries } = play(column.deposit)

  it.each(Object.entries(column.legs))('books %s with these money legs', (event, legs) => {
    expect(moneyLegs(entries.get(event)).sort()).toEqual([...legs].sort())
  })

  it('ends with these money balances and no other', () => {
    const money = [...books.balances].filter(([account]) => account.startsWith('MONEY '))
    expect(Object.fromEntries(money.map(([account, micros]) => [account.slice(6), roubles(micros)]))).toEqual(
      column.balances,
    )
  })

  it('ends with 1313 points issued net: 500 redeemed, 200 expired, 613 outstanding', () => {
    const held = [...books.balances].filter(([account]) => account.startsWith('POINTS '))
    expect(Object.fromEntries(held)).toEqual({
      'POINTS ISSUED:S': 1200n,
      'POINTS ISSUED:W': 21n,
      'POINTS ISSUED:P': 92n,
      'POINTS REDEEMED:W': -300n,
      'POINTS REDEEMED:P': -200n,
      'POINTS EXPIRED:C': -200n,
      'POINTS CUSTOMER:anna': -613n,
    })
  })

  it('keeps 500 points of S, 21 of W and 92 of P outstanding, and this contingent obligation', () => {
    const lots = ['anna', 'boris'].flatMap((customerId) => stateOf(books, customerId).lots)
    const left = (issuerId: string) => lots.filter((lot) => lot.issuerId === issuerId)
    const outstanding = (issuerId: string) => left(issuerId).reduce((total, lot) => total + lot.remaining, 0n)
    const contingent = (issuerId: string) =>
      left(issuerId).reduce(
        (total, lot) => total + lot.remaining * (lot.prices.reservePrice - lot.prices.deposit),
        0n,
      )
    expect(['S', 'W', 'P'].map(outstanding)).toEqual([500n, 21n, 92n])
    expect(
      Object.fromEntries(['S', 'W', 'P'].map((issuerId) => [issuerId, roubles(contingent(issuerId))])),
    ).toEqual(column.contingent)
  })
})

function play(deposit: bigint): { books: Books; entries: Map<string, Entry> } {
  const books = emptyBooks()
  const entries = new Map<string, Entry>()
  const terms = { id: 'T', prices: examplePrices(deposit) }

  const purchase = (sale: {
    event: string
    member: string
    customer: string
    total: bigint
    earned: bigint
    spent?: bigint
    expiresAt?: Date
  }) => {
    const { event, member, customer } = sale
    const at = { coalitionId: COALITION, documentId: event, now: DAY_1 }
    const spending = sale.spent
      ? redeem(stateOf(books, customer), {
          ...at,
          redeemerId: member,
          points: points(sale.spent),
          selfRedemptionFeeWaivedFor: () => false,
        })
      : undefined
    const earning = earn({
      ...at,
      issuerId: member,
      customerId: customer,
      lotId: `lot ${event}`,
      points: points(sale.earned),
      terms,
      activatesAt: DAY_1,
      expiresAt: sale.expiresAt ?? null,
    })
    if (spending) entries.set(`${event} spend`, spending)
    entries.set(spending ? `${event} earn` : event, earning)
    postGroup(books, customer, {
      entries: spending ? [spending, earning] : [earning],
      recordedPurchase: {
        id: event,
        memberId: member,
        termsId: 'T',
        total: minor(sale.total),
        pointsPart: minor((sale.spent ?? 0n) * 100n),
        lines: [],
      },
    })
  }

  purchase({ event: 'E1', member: 'S', customer: 'anna', total: 2_000_000n, earned: 1000n })
  purchase({ event: 'E2', member: 'W', customer: 'anna', total: 100_000n, spent: 300n, earned: 21n })
  purchase({ event: 'E3', member: 'P', customer: 'anna', total: 500_000n, spent: 400n, earned: 184n })
  const fromBoris = { member: 'S', customer: 'boris', total: 800_000n, expiresAt: BORIS_EXPIRES }
  purchase({ event: 'E4', ...fromBoris, earned: 400n })

  const refund = (customer: string, of: RefundFacts, back: { event: string; take: bigint; give: bigint }) => {
    const at = { coalitionId: COALITION, documentId: back.event, purchaseId: of.purchaseId, now: DAY_1 }
    const giving = reverseRedeem(stateOf(books, customer), {
      ...at,
      points: points(back.give),
      graceEndsAt: new Date(DAY_1.getTime() + 14 * 86_400_000),
      selfRedemptionFeeWaivedFor: () => false,
    })
    const taking = reverseEarn(stateOf(books, customer), {
      ...at,
      points: points(back.take),
      refundPolicy: 'ISSUER_BEARS',
      debtId: 'unused',
    })
    entries.set(`${back.event} give back`, giving)
    entries.set(back.give > 0n ? `${back.event} take back` : back.event, taking.entry)
    postGroup(books, customer, { entries: [giving, taking.entry], recordedRefund: of })
  }
  const part = (purchaseId: string, amount: bigint, due: bigint) => ({
    purchaseId,
    amount: minor(amount),
    amountByLine: new Map(),
    pointsDue: points(due),
  })
  refund('boris', part('E4', 400_000n, 200n), { event: 'E5', take: 200n, give: 0n })
  refund('anna', part('E3', 250_000n, 92n), { event: 'E6', take: 92n, give: 200n })

  const expiry = expire(stateOf(books, 'boris'), {
    coalitionId: COALITION,
    now: BORIS_EXPIRES,
    breakageOf: () => BREAKAGE,
  })
  if (!expiry) throw new Error('nothing expired')
  entries.set('E7', expiry)
  postGroup(books, 'boris', { entries: [expiry] })
  return { books, entries }
}

function moneyLegs(entry: Entry | undefined): string[] {
  const sums = new Map<string, bigint>()
  const add = (side: string, account: Transfer['debit'], amount: bigint) => {
    const name = `${side} ${account.kind}:${account.ownerId}`
    sums.set(name, (sums.get(name) ?? 0n) + amount)
  }
  for (const transfer of entry?.transfers ?? []) {
    if (transfer.unit !== 'MONEY') continue
    add('Dr', transfer.debit, transfer.amount)
    add('Cr', transfer.credit, transfer.amount)
  }
  return [...sums].map(([name, amount]) => `${name} ${roubles(amount)}`)
}

/** Micros as roubles with kopecks; the example has no smaller amount. */
function roubles(micros: bigint): string {
  if (micros % 10_000n !== 0n) throw new Error(`${micros} micros are not whole kopecks`)
  const sign = micros < 0n ? '-' : ''
  const kopecks = (micros < 0n ? -micros : micros) / 10_000n
  return `${sign}${kopecks / 100n}.${(kopecks % 100n).toString().padStart(2, '0')}`
}
