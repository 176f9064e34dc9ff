import { type Deed, GIVES_BPS, GRACE_DAYS, type Handle, type Party } from './diary.ts'

/**
 * The books of a quarter as an accountant keeps them with pen and paper, from the diary alone: bare whole numbers and the
 * tables of the agreement. It shares no code with what it is held against, on purpose.
 *
 * Money in micros: a rouble is 1 000 000, a kopeck 10 000.
 */

/** What a point is worth to who takes it, what giving and taking one costs, and what is paid in when it is given. */
export interface Prices {
  readonly reservePrice: bigint
  readonly issueFee: bigint
  readonly redeemFee: bigint
  readonly deposit: bigint
}

/** `CLEARING wash`, `RESERVE`: an account of the money book. */
export type AccountName = string

/** One line of the journal. `debit` gets, `credit` gives. */
export interface JournalLine {
  readonly window: number
  readonly kind: string
  readonly debit: AccountName
  readonly credit: AccountName
  readonly amount: bigint
  /** Points that the event moved, by whose account they are shown on; the same on every line of the event. */
  readonly points: ReadonlyMap<Handle, bigint>
  /** Which event the line is of. */
  readonly event: number
  /** The window that a payment, a rounding or a decided dispute settles; 0: none. */
  readonly settles: number
}

export interface PaperLot {
  readonly owner: string
  readonly issuer: Handle
  left: bigint
  /** The day on which it runs out, at the hour at which it was given. */
  ends: string
  readonly sale: string
}

interface PaperSale {
  readonly deed: Extract<Deed, { deed: 'SALE' }>
  readonly earned: bigint
  readonly took: { readonly lot: PaperLot; left: bigint }[]
  refunded: bigint
  returned: bigint
  reversed: bigint
}

/** What an event writes: lines in their order, and the points beside them. */
type Pairs = readonly (readonly [debit: AccountName, credit: AccountName, amount: bigint])[]

export interface PaperBooks {
  readonly prices: Prices
  readonly journal: JournalLine[]
  readonly lots: PaperLot[]
  readonly sales: Map<string, PaperSale>
  /** Points by account: `ISSUED wash`, `CUSTOMER Anna`, `REDEEMED parts`, `EXPIRED`. Debit positive. */
  readonly points: Map<AccountName, bigint>
  readonly leaving: Set<Handle>
  today: string
  window: number
}

export const openBooks = (prices: Prices): PaperBooks => ({
  prices,
  journal: [],
  lots: [],
  sales: new Map(),
  points: new Map(),
  leaving: new Set(),
  today: '2026-03-02',
  window: 1,
})

export const clearing = (who: Party): AccountName => `CLEARING ${who}`

/** Writes an event into the journal: like pairs add up, empty ones are left out. */
export function write(
  books: PaperBooks,
  kind: string,
  pairs: Pairs,
  more: { readonly points?: ReadonlyMap<Handle, bigint>; readonly settles?: number } = {},
): void {
  const event = (books.journal.at(-1)?.event ?? 0) + 1
  const { points = new Map(), settles = 0 } = more
  const sums = new Map<string, { debit: string; credit: string; amount: bigint }>()
  for (const [debit, credit, amount] of pairs) {
    if (amount === 0n) continue
    if (amount < 0n) throw new Error(`${kind} of ${amount}`)
    const sum = sums.get(`${debit}>${credit}`)
    if (sum) sum.amount += amount
    else sums.set(`${debit}>${credit}`, { debit, credit, amount })
  }
  for (const line of sums.values())
    books.journal.push({ window: books.window, kind, ...line, points, event, settles })
}

function movePoints(books: PaperBooks, debit: AccountName, credit: AccountName, n: bigint): void {
  books.points.set(debit, (books.points.get(debit) ?? 0n) + n)
  books.points.set(credit, (books.points.get(credit) ?? 0n) - n)
}

/** Giving n points: the issuer pays the deposit into the reserve, and the fee. */
const giving = ({ deposit, issueFee }: Prices, issuer: Handle, n: bigint): Pairs => [
  [clearing(issuer), 'RESERVE', n * deposit],
  [clearing(issuer), 'FEES', n * issueFee],
]

/**
 * Taking n points of an issuer: the reserve pays what was paid in for them, the issuer the rest of reservePrice. The taker gets reservePrice less
 * the fee, out of the reserve first; what then is left of either is the fee.
 */
function taking(
  { reservePrice, deposit, redeemFee }: Prices,
  issuer: Handle,
  taker: Handle,
  n: bigint,
): Pairs {
  const [fromReserve, fromIssuer, fee] = [n * deposit, n * (reservePrice - deposit), n * redeemFee]
  if (issuer === taker) {
    // What it would pay itself is not paid: only the difference moves.
    const gets = n * (reservePrice - redeemFee) - fromIssuer
    if (gets >= 0n)
      return [
        ['RESERVE', clearing(taker), gets],
        ['RESERVE', 'FEES', fromReserve - gets],
      ]
    return [
      ['RESERVE', 'FEES', fromReserve],
      [clearing(issuer), 'FEES', fee - fromReserve],
    ]
  }
  const reservePays = smaller(fromReserve, n * (reservePrice - redeemFee))
  const issuerPays = n * (reservePrice - redeemFee) - reservePays
  return [
    ['RESERVE', clearing(taker), reservePays],
    ['RESERVE', 'FEES', fromReserve - reservePays],
    [clearing(issuer), clearing(taker), issuerPays],
    [clearing(issuer), 'FEES', fromIssuer - issuerPays],
  ]
}

const undone = (pairs: Pairs): Pairs => pairs.map(([debit, credit, amount]) => [credit, debit, amount])

/** The sale's spent points, then those that it gives. */
export function writeSale(books: PaperBooks, deed: Extract<Deed, { deed: 'SALE' }>): void {
  const { at, who, bill, pays = 0n } = deed
  const took: PaperSale['took'] = []
  let missing = pays
  for (const lot of inOrder(books.lots.filter((one) => one.owner === who))) {
    const part = smaller(lot.left, missing)
    if (part === 0n) continue
    lot.left -= part
    missing -= part
    took.push({ lot, left: part })
  }
  if (missing > 0n) throw new Error(`${who} has not ${pays} points`)
  if (pays > 0n) {
    write(
      books,
      'REDEEM',
      took.flatMap(({ lot, left }) => taking(books.prices, lot.issuer, at, left)),
      {
        points: shownPoints(
          at,
          -pays,
          took.map(({ lot, left }) => [lot.issuer, -left]),
        ),
      },
    )
    movePoints(books, `CUSTOMER ${who}`, `REDEEMED ${at}`, pays)
  }
  // A point is a rouble at the till; the points part earns nothing, and who leaves gives nothing.
  const moneyPart = bill - pays * 100n
  const earned = books.leaving.has(at) ? 0n : (moneyPart * GIVES_BPS[at]) / (10_000n * 100n)
  if (earned > 0n) {
    const points = new Map([[at, earned]])
    write(books, 'EARN', giving(books.prices, at, earned), { points })
    movePoints(books, `ISSUED ${at}`, `CUSTOMER ${who}`, earned)
    const ends = aMonthAfter(books.today)
    books.lots.push({ owner: who, issuer: at, left: earned, ends, sale: deed.name })
  }
  books.sales.set(deed.name, { deed, earned, took, refunded: 0n, returned: 0n, reversed: 0n })
}

/** Spent points go back to their lots, the last first; of the earned ones what is still there is taken back. */
export function writeRefund(books: PaperBooks, name: string, amount: bigint): void {
  const sale = books.sales.get(name)
  if (!sale) throw new Error(`No sale ${name}`)
  const { at, who, bill, pays = 0n } = sale.deed
  sale.refunded += amount
  let back = (pays * sale.refunded) / bill - sale.returned
  sale.returned += back
  const parts: (readonly [lot: PaperLot, n: bigint])[] = []
  for (const taken of sale.took.toReversed()) {
    const part = smaller(taken.left, back)
    if (part === 0n) continue
    taken.left -= part
    back -= part
    parts.push([taken.lot, part])
  }
  if (parts.length > 0) {
    const whole = parts.reduce((sum, [, n]) => sum + n, 0n)
    const pairs = parts.flatMap(([lot, n]) => undone(taking(books.prices, lot.issuer, at, n)))
    const points = shownPoints(
      at,
      whole,
      parts.map(([lot, n]) => [lot.issuer, n]),
    )
    write(books, 'REDEEM_REVERSAL', pairs, { points })
    movePoints(books, `REDEEMED ${at}`, `CUSTOMER ${who}`, whole)
    for (const [lot, n] of parts) {
      lot.left += n
      const graceEnds = daysAfter(books.today, GRACE_DAYS)
      if (lot.ends < graceEnds) lot.ends = graceEnds
    }
  }
  const due = (sale.earned * sale.refunded) / bill - sale.reversed
  const own = books.lots.find((lot) => lot.sale === name)
  const recovered = own ? smaller(own.left, due) : 0n
  if (!own || recovered === 0n) return
  own.left -= recovered
  sale.reversed += recovered
  const pairs = undone(giving(books.prices, at, recovered))
  write(books, 'EARN_REVERSAL', pairs, { points: new Map([[at, -recovered]]) })
  movePoints(books, `CUSTOMER ${who}`, `ISSUED ${at}`, recovered)
}

/** A new day: lots that have run out since the last one are written off, customer by customer. */
export function writeDay(books: PaperBooks, on: string): void {
  books.today = on
  // A month is a window, whenever its papers are made. The first is March.
  books.window = Number(on.slice(5, 7)) - 2
  const gone = books.lots.filter((lot) => lot.left > 0n && lot.ends <= on)
  if (gone.some((lot) => lot.ends === on)) throw new Error(`On ${on} it is the hour that decides`)
  for (const who of new Set(gone.map((lot) => lot.owner))) {
    const own = inOrder(gone.filter((lot) => lot.owner === who))
    const shown = new Map<Handle, bigint>()
    for (const lot of own) shown.set(lot.issuer, (shown.get(lot.issuer) ?? 0n) - lot.left)
    write(
      books,
      'EXPIRE',
      own.flatMap((lot) => forfeiting(books.prices, lot)),
      { points: shown },
    )
    for (const lot of own) {
      movePoints(books, `CUSTOMER ${who}`, 'EXPIRED', lot.left)
      lot.left = 0n
    }
  }
}

/** Half of what was paid in comes back to the issuer, 30 % go to the promo fund, 20 % to the operator. */
function forfeiting({ deposit }: Prices, lot: PaperLot): Pairs {
  const sum = lot.left * deposit
  const parts = [
    { account: clearing(lot.issuer), share: 50n },
    { account: 'BREAKAGE', share: 20n },
    { account: 'PROMO_FUND', share: 30n },
  ].map(({ account, share }) => ({ account, whole: (sum * share) / 100n, rest: (sum * share) % 100n }))
  // Micros that are left over go one each where the rest is largest; the issuer first, then the operator, then the fund.
  let left = sum - parts.reduce((total, { whole }) => total + whole, 0n)
  for (const part of parts.toSorted((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : 0))) {
    if (left === 0n) break
    part.whole += 1n
    left -= 1n
  }
  const [issuer, operator, fund] = parts.map(({ account, whole }) => ['RESERVE', account, whole] as const)
  return [issuer, fund, operator].flatMap((pair) => (pair ? [pair] : []))
}

/** On the taker's account all points of the event, on any other issuer's those of its own. */
function shownPoints(
  at: Handle,
  whole: bigint,
  parts: readonly (readonly [issuer: Handle, n: bigint])[],
): ReadonlyMap<Handle, bigint> {
  const shown = new Map<Handle, bigint>([[at, whole]])
  for (const [issuer, n] of parts) if (issuer !== at) shown.set(issuer, (shown.get(issuer) ?? 0n) + n)
  return shown
}

/** Earliest end first, then the older. */
const inOrder = (lots: readonly PaperLot[]): PaperLot[] =>
  lots.toSorted((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : 0))

/** Where an account stands: what it got less what it gave, up to and with a window. */
export function balance(books: PaperBooks, account: AccountName, through = Number.POSITIVE_INFINITY): bigint {
  let sum = 0n
  for (const { window, debit, credit, amount } of books.journal) {
    if (window > through) continue
    if (debit === account) sum += amount
    if (credit === account) sum -= amount
  }
  return sum
}

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** The same day of the next month; its last one where it is shorter. */
function aMonthAfter(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10)
}

export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
