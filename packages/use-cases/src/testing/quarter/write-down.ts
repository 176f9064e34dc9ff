import { clearing, type PaperBooks, write, writeDay, writeRefund, writeSale } from './books-by-hand.ts'
import type { Deed, Handle } from './diary.ts'
import {
  type PaperDesk,
  type PaperPlan,
  planByHand,
  tailByHand,
  writePayment,
  writePlan,
} from './plan-by-hand.ts'
import type { Ids } from './statement-by-hand.ts'

/** All that the accountant has on the table. */
export interface Paper {
  readonly books: PaperBooks
  readonly desk: PaperDesk
  readonly ids: Ids
  readonly plans: Map<number, PaperPlan>
  /** What banks have promised for members that leave, micros. */
  readonly promised: Map<Handle, bigint>
}

/** What a deed pays, leg by leg. Kopecks. */
export function paidBy(paper: Paper, deed: Extract<Deed, { deed: 'PAY' }>) {
  const { window, party } = deed
  const open = paper.desk.legs.filter((leg) => leg.window === window && leg.paid < leg.amount)
  const legs = party ? open.filter(({ payer, payee }) => [payer, payee].includes(party)).slice(0, 1) : open
  if (legs.length === 0) throw new Error(`Nothing is to be paid for window ${window}`)
  return legs.map((leg) => ({ leg, amount: deed.amount(leg.amount - leg.paid) }))
}

/** What of the security that is missing is paid in, in whole kopecks, and what a bank promises. Micros. */
export function securityOf(paper: Paper, { of, depositBps }: { of: Handle; depositBps: bigint }) {
  const needed = tailByHand(paper.books, of, paper.promised.get(of) ?? 0n).guaranteeNeeded
  const deposit = ((needed * depositBps) / 10_000n / 10_000n) * 10_000n
  return { deposit, guarantee: needed - deposit }
}

type Entry<Kind extends Deed['deed']> = (paper: Paper, deed: Extract<Deed, { deed: Kind }>) => void

/** A deed that moves nothing in the books. */
const nothing = () => undefined

const ENTRIES: { readonly [Kind in Deed['deed']]: Entry<Kind> } = {
  DAY: ({ books }, { on }) => writeDay(books, on),
  SALE: ({ books }, deed) => writeSale(books, deed),
  REFUND: ({ books }, { of, amount }) => writeRefund(books, of, amount),
  CLOSE: nothing,
  STATE: nothing,
  ACCEPT: nothing,
  DISPUTE: ({ books, desk }, { of, window }) => {
    const { deed, earned } = found(books.sales, of)
    desk.disputed.set(of, { by: deed.at, amount: earned * books.prices.issueFee, window })
  },
  UPHOLD: ({ books, desk }, { of }) => {
    const { by, amount, window } = found(desk.disputed, of)
    write(books, 'DISPUTE_RESOLUTION', [['FEES', clearing(by), amount]], { settles: window })
    desk.disputed.delete(of)
  },
  PROPOSE: ({ books, desk, ids, plans }, deed) => {
    plans.set(deed.window, planByHand(books, desk, ids, deed))
  },
  APPROVE: ({ books, desk, plans }, { window }) => writePlan(books, desk, found(plans, window), window),
  PAY: (paper, deed) => {
    for (const { leg, amount } of paidBy(paper, deed)) writePayment(paper.books, leg, amount)
  },
  SETTLE: ({ desk }, { window, givingUp = false }) => {
    for (const leg of desk.legs)
      if (leg.window === window && givingUp && leg.paid < leg.amount) leg.givenUp = true
  },
  NOTICE: ({ books }, { by }) => {
    books.leaving.add(by)
  },
  STATE_EXIT: nothing,
  SECURE: (paper, deed) => {
    const { deposit, guarantee } = securityOf(paper, deed)
    write(paper.books, 'PAYMENT', [['BANK', clearing(deed.of), deposit]])
    paper.desk.deposits.set(deed.of, deposit)
    paper.promised.set(deed.of, guarantee)
  },
  LEAVE: nothing,
}

/** Writes a line of the diary into the books by hand. */
export function writeDown(paper: Paper, deed: Deed): void {
  const entry = ENTRIES[deed.deed] as Entry<Deed['deed']>
  entry(paper, deed as never)
}

function found<Key, Value>(things: ReadonlyMap<Key, Value>, key: Key): Value {
  const thing = things.get(key)
  if (thing === undefined) throw new Error(`The books know no ${String(key)}`)
  return thing
}
