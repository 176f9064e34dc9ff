import { balance, clearing, type PaperBooks, smaller, write } from './books-by-hand.ts'
import { HANDLES, type Handle, type Party } from './diary.ts'
import { type Ids, isSmall, printedClosing, roundedNets } from './statement-by-hand.ts'

const KOPECK = 10_000n

/** One payment that a plan asks for, and what became of it. Kopecks. */
export interface PaperLeg {
  readonly window: number
  readonly legNo: number
  readonly payer: Party
  readonly payee: Party
  readonly amount: bigint
  paid: bigint
  givenUp: boolean
}

/** What settles a window besides the journal. */
export interface PaperDesk {
  readonly legs: PaperLeg[]
  /** Fees in dispute by sale, micros on the account of the member that disputes. */
  readonly disputed: Map<string, { readonly by: Handle; readonly amount: bigint; readonly window: number }>
  /** Paid in by members that leave, for points that are still out. Micros. */
  readonly deposits: Map<Handle, bigint>
}

export const openDesk = (): PaperDesk => ({ legs: [], disputed: new Map(), deposits: new Map() })

export interface PaperPlan {
  readonly legs: readonly PaperLeg[]
  /** Parts of a kopeck of each member, micros. */
  readonly residues: ReadonlyMap<Handle, bigint>
  /** What is not paid now, kopecks: too little to be paid, or a deposit that stays (below zero, as it is owed). */
  readonly carried: ReadonlyMap<Handle, bigint>
}

/** Who pays whom for a window, by what the books and the desk say today. */
export function planByHand(
  books: PaperBooks,
  desk: PaperDesk,
  ids: Ids,
  { window, method }: { readonly window: number; readonly method: 'HUB' | 'PEER' },
): PaperPlan {
  const carried = new Map<Handle, bigint>()
  const due = new Map<Handle, bigint>()
  const exact = new Map<Handle, bigint>()
  for (const who of HANDLES) {
    const owed = owedFor(books, desk, window, who)
    // The paper that the member has asks for whole kopecks; what was rounded since is in them already.
    const asked = owed.sum - owed.closing - owed.rounded + printedClosing(books, window, who, ids) * KOPECK
    const keep = keptOf(books, desk, { who, owed: asked })
    if (keep > 0n) carried.set(who, -keep / KOPECK)
    if (keep > 0n && asked + keep === 0n) continue
    due.set(who, asked + keep)
    exact.set(who, owed.sum + keep)
  }
  const rounded = roundedNets(due, ids)
  const nets: Net[] = []
  for (const who of HANDLES) {
    const net = rounded.get(who) ?? 0n
    if (isSmall(due.get(who) ?? 0n)) {
      if (net !== 0n) carried.set(who, (carried.get(who) ?? 0n) + net)
    } else nets.push({ party: who, left: net })
  }
  const payments = method === 'HUB' ? throughTheHub(nets) : betweenThemselves(nets, ids)
  const byIds = (a: Party, b: Party) => (ids[a] < ids[b] ? -1 : ids[a] > ids[b] ? 1 : 0)
  const legs = payments
    .sort((a, b) => byIds(a.payer, b.payer) || byIds(a.payee, b.payee))
    .map((payment, at) => ({ window, legNo: at + 1, ...payment, paid: 0n, givenUp: false }))
  const residues = new Map(
    [...due]
      .filter(([, net]) => net === 0n || !isSmall(net))
      .map(([who]) => [who, (exact.get(who) ?? 0n) - (rounded.get(who) ?? 0n) * KOPECK]),
  )
  return { legs, residues, carried }
}

/**
 * What a member owes for the windows up to this one, and no plan asks for yet; what of that the window closed at, and what
 * was rounded since. Micros.
 */
function owedFor(books: PaperBooks, desk: PaperDesk, window: number, who: Handle) {
  const account = clearing(who)
  let owed = 0n
  let rounded = 0n
  for (const line of books.journal) {
    const belongs = line.window <= window || (line.settles > 0 && line.settles <= window)
    if (!belongs) continue
    const amount = (line.debit === account ? line.amount : 0n) - (line.credit === account ? line.amount : 0n)
    owed += amount
    if (line.window > window && line.kind === 'SETTLEMENT') rounded += amount
  }
  for (const leg of desk.legs) {
    if (leg.window >= window || leg.givenUp || leg.paid >= leg.amount) continue
    const open = (leg.amount - leg.paid) * KOPECK
    if (leg.payer === who) owed -= open
    if (leg.payee === who) owed += open
  }
  for (const dispute of desk.disputed.values())
    if (dispute.by === who && dispute.window <= window) owed -= dispute.amount
  return { sum: owed, closing: balance(books, account, window), rounded }
}

/** A deposit stays with the coalition as long as points are out that may cost the member something. */
function keptOf(
  books: PaperBooks,
  desk: PaperDesk,
  { who, owed }: { readonly who: Handle; readonly owed: bigint },
): bigint {
  const isOut =
    books.prices.reservePrice > books.prices.deposit &&
    books.lots.some((lot) => lot.issuer === who && lot.left > 0n)
  return isOut && owed < 0n ? smaller(desk.deposits.get(who) ?? 0n, -owed) : 0n
}

interface Net {
  readonly party: Party
  left: bigint
}
type Payment = Pick<PaperLeg, 'payer' | 'payee' | 'amount'>

const throughTheHub = (nets: readonly Net[]): Payment[] =>
  nets.flatMap(({ party, left }): Payment[] => {
    if (left === 0n) return []
    return left > 0n
      ? [{ payer: party, payee: 'coalition', amount: left }]
      : [{ payer: 'coalition', payee: party, amount: -left }]
  })

/** Who owes exactly what another is owed pays it; else who owes most pays whom most is owed, as far as it goes. */
function betweenThemselves(members: readonly Net[], ids: Ids): Payment[] {
  const owed = members.reduce((sum, { left }) => sum + left, 0n)
  const nets: Net[] = [...members.map((net) => ({ ...net })), { party: 'coalition', left: -owed }]
  const payments: Payment[] = []
  const size = ({ left }: Net) => (left < 0n ? -left : left)
  const largestFirst = (a: Net, b: Net) =>
    size(a) === size(b) ? (ids[a.party] < ids[b.party] ? -1 : 1) : size(a) > size(b) ? -1 : 1
  for (;;) {
    const debtors = nets.filter(({ left }) => left > 0n).sort(largestFirst)
    const creditors = nets.filter(({ left }) => left < 0n).sort(largestFirst)
    const exact = debtors.find((debtor) => creditors.some((creditor) => size(creditor) === size(debtor)))
    const debtor = exact ?? debtors[0]
    const creditor = exact ? creditors.find((one) => size(one) === size(exact)) : creditors[0]
    if (!debtor || !creditor) return payments
    const amount = smaller(size(debtor), size(creditor))
    payments.push({ payer: debtor.party, payee: creditor.party, amount })
    debtor.left -= amount
    creditor.left += amount
  }
}

/** The approved plan: its legs are to be paid, and parts of a kopeck leave the members' accounts. */
export function writePlan(books: PaperBooks, desk: PaperDesk, plan: PaperPlan, window: number): void {
  desk.legs.push(...plan.legs)
  const pairs = [...plan.residues].map(([who, residue]) =>
    residue > 0n
      ? (['ROUNDING', clearing(who), residue] as const)
      : ([clearing(who), 'ROUNDING', -residue] as const),
  )
  write(books, 'SETTLEMENT', pairs, { settles: window })
}

/** Money that moved at the bank, in kopecks. */
export function writePayment(books: PaperBooks, leg: PaperLeg, amount: bigint): void {
  leg.paid += amount
  const account = (party: Party) => (party === 'coalition' ? 'BANK' : clearing(party))
  write(books, 'PAYMENT', [[account(leg.payee), account(leg.payer), amount * KOPECK]], {
    settles: leg.window,
  })
}

/** Puts the greater first. Compared, not subtracted: a difference of bigints need not fit into a number. */
const descending = <Value extends bigint | string>(a: Value, b: Value): number => (a > b ? -1 : a < b ? 1 : 0)

/** What a leaving member's points may still cost, lot by lot, the last to end first; and what security is missing. */
export function tailByHand(books: PaperBooks, of: Handle, promised: bigint) {
  const { reservePrice, deposit } = books.prices
  const lots = books.lots
    .filter((lot) => lot.issuer === of && lot.left > 0n)
    .map(({ left, ends }) => ({ points: left, liability: left * (reservePrice - deposit), ends }))
    .sort((a, b) => descending(a.ends, b.ends) || descending(a.points, b.points))
  const liability = lots.reduce((sum, lot) => sum + lot.liability, 0n)
  const position = books.journal.reduce(
    (sum, { debit, credit, amount }) =>
      sum + (debit === clearing(of) ? amount : 0n) - (credit === clearing(of) ? amount : 0n),
    0n,
  )
  const needed = liability + position - promised
  return {
    lots,
    points: lots.reduce((sum, lot) => sum + lot.points, 0n),
    liability,
    position,
    guaranteed: promised,
    guaranteeNeeded: needed > 0n ? needed : 0n,
  }
}
