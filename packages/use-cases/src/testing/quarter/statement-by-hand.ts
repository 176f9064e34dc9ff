import { balance, clearing, type JournalLine, type PaperBooks } from './books-by-hand.ts'
import { HANDLES, type Handle, MIN_PAYOUT, type Party, VAT_RATE_BPS } from './diary.ts'

/** Public ids decide nothing but ties: who comes first when two have the same claim to a kopeck. */
export type Ids = Readonly<Record<Party, string>>

export interface PaperTotal {
  readonly lineCount: number
  readonly debit: string
  readonly credit: string
  readonly netMinor: string
  readonly points: string
}

const KOPECK = 10_000n

/** A member's statement of a window, as it is written down: the columns of the printed one. */
export function statementByHand(books: PaperBooks, window: number, of: Handle, ids: Ids) {
  const account = clearing(of)
  const lines = books.journal.filter(
    (line) => line.window === window && (line.debit === account || line.credit === account),
  )
  const sum = (some: readonly JournalLine[]) =>
    some.reduce((total, line) => total + signed(line, account), 0n)
  const paid = -sum(lines.filter(({ kind }) => kind === 'PAYMENT'))
  const opening = balance(books, account, window - 1)
  const closing = balance(books, account, window)
  const net = closing - opening + paid
  const openingMinor = printedClosing(books, window - 1, of, ids)
  const closingMinor = printedClosing(books, window, of, ids)
  const [netMinor, paymentsMinor] = [toKopecks(net), toKopecks(paid)]
  const fees = toKopecks(sum(lines.filter((line) => other(line, account) === 'FEES')))
  const vat = vatInside(fees)
  const totals = (keyOf: (line: JournalLine) => string) =>
    totalsBy(lines, account, { keyOf, toMinor: netMinor - paymentsMinor })
  return {
    figures: {
      opening,
      net,
      payments: paid,
      closing,
      openingMinor,
      netMinor,
      paymentsMinor,
      roundingMinor: closingMinor - openingMinor - netMinor + paymentsMinor,
      closingMinor,
      residue: closing - closingMinor * KOPECK,
      lineCount: lines.length,
      vatRateBps: Number(VAT_RATE_BPS),
      vatNetMinor: fees - vat,
      vatMinor: vat,
    },
    byKind: totals(({ kind }) => kind),
    byCounterparty: totals((line) => accountKey(other(line, account), ids)),
  }
}

const signed = (line: JournalLine, account: string): bigint =>
  line.debit === account ? line.amount : -line.amount
const other = (line: JournalLine, account: string): string =>
  line.debit === account ? line.credit : line.debit

/** `CLEARING <id>`, `FEES <the coalition's id>`: as the printed totals name and order them. */
function accountKey(account: string, ids: Ids): string {
  const [kind, owner] = account.split(' ')
  return `${kind} ${ids[(owner ?? 'coalition') as Party]}`
}

function totalsBy(
  lines: readonly JournalLine[],
  account: string,
  { keyOf, toMinor }: { readonly keyOf: (line: JournalLine) => string; readonly toMinor: bigint },
): Record<string, PaperTotal> {
  const of = account.split(' ')[1] as Handle
  const sums = new Map<string, { lineCount: number; debit: bigint; credit: bigint; points: bigint }>()
  let lastEvent = 0
  for (const line of lines) {
    const sum = sums.get(keyOf(line)) ?? { lineCount: 0, debit: 0n, credit: 0n, points: 0n }
    sum.lineCount += 1
    const amount = signed(line, account)
    if (amount > 0n) sum.debit += amount
    else sum.credit -= amount
    // Points stand on the first line of an event.
    if (line.event !== lastEvent) sum.points += line.points.get(of) ?? 0n
    lastEvent = line.event
    sums.set(keyOf(line), sum)
  }
  const keys = [...sums.keys()].sort()
  const printed = inKopecks(
    keys.map((key) => (sums.get(key)?.debit ?? 0n) - (sums.get(key)?.credit ?? 0n)),
    toMinor,
  )
  return Object.fromEntries(
    keys.map((key, at): [string, PaperTotal] => {
      const { lineCount = 0, debit = 0n, credit = 0n, points = 0n } = sums.get(key) ?? {}
      return [
        key,
        {
          lineCount,
          debit: `${debit}`,
          credit: `${credit}`,
          netMinor: `${printed[at]}`,
          points: `${points}`,
        },
      ]
    }),
  )
}

/** What a statement closes at in kopecks: what is to be paid of all members and the coalition together is nothing. */
export function printedClosing(books: PaperBooks, window: number, of: Handle, ids: Ids): bigint {
  const nets = new Map(HANDLES.map((who) => [who, balance(books, clearing(who), window)]))
  return roundedNets(nets, ids).get(of) ?? 0n
}

/** Too little to be paid: it waits as it is. */
export const isSmall = (net: bigint): boolean => net > -MIN_PAYOUT * KOPECK && net < MIN_PAYOUT * KOPECK

/**
 * Members' nets in kopecks, with the coalition as the one that stands against those that are to be paid. What is too
 * little waits, and only its whole kopecks are shown.
 */
export function roundedNets(nets: ReadonlyMap<Handle, bigint>, ids: Ids): ReadonlyMap<Party, bigint> {
  const paid = [...nets].filter(([, net]) => net === 0n || !isSmall(net))
  const against = -paid.reduce((sum, [, net]) => sum + net, 0n)
  const parties = [...paid, ['coalition', against] as const].sort(([a], [b]) => (ids[a] < ids[b] ? -1 : 1))
  const kopecks = inKopecks(
    parties.map(([, net]) => net),
    0n,
  )
  return new Map([
    ...[...nets].map(([who, net]): [Party, bigint] => [who, net / KOPECK]),
    ...parties.map(([party], at): [Party, bigint] => [party, kopecks[at] ?? 0n]),
  ])
}

/** Each part rounded down, then a kopeck more for those with the largest rest, until the sum is right. */
function inKopecks(parts: readonly bigint[], sum: bigint): readonly bigint[] {
  const whole = parts.map((part) => (part - (((part % KOPECK) + KOPECK) % KOPECK)) / KOPECK)
  const rests = parts.map((part, at) => ({ at, rest: part - (whole[at] ?? 0n) * KOPECK }))
  let missing = sum - whole.reduce((total, part) => total + part, 0n)
  for (const { at } of rests.sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : 0))) {
    if (missing === 0n) break
    whole[at] = (whole[at] ?? 0n) + 1n
    missing -= 1n
  }
  return whole
}

/** To the nearest kopeck; half a kopeck to the even one. */
function toKopecks(amount: bigint): bigint {
  const size = amount < 0n ? -amount : amount
  const [whole, rest] = [size / KOPECK, size % KOPECK]
  const up = rest > KOPECK / 2n || (rest === KOPECK / 2n && whole % 2n === 1n)
  const rounded = up ? whole + 1n : whole
  return amount < 0n ? -rounded : rounded
}

/** 20/120 of the fees, half a kopeck up by size. */
function vatInside(fees: bigint): bigint {
  const size = fees < 0n ? -fees : fees
  const whole = 10_000n + VAT_RATE_BPS
  const vat = (size * VAT_RATE_BPS + whole / 2n) / whole
  return fees < 0n ? -vat : vat
}
