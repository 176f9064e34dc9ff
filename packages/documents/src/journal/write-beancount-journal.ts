import { journalAccounts } from './journal-accounts.ts'
import type {
  JournalAccount,
  JournalEvent,
  JournalHead,
  JournalTransaction,
  JournalUnit,
} from './journal-document.ts'
import { amountPrinter, checkWord, commentLines, dayAfter, dayKeeper } from './journal-text.ts'
import { accountsOf, pairText } from './write-ledger-journal.ts'

type Print = (amount: bigint, unit: JournalUnit) => string

/** Balances that wait for the end of their day. */
interface Waiting {
  readonly day: string
  readonly labels: string[]
  /** By the account's name. */
  readonly amounts: Map<string, { readonly account: JournalAccount; readonly amount: bigint }>
}

/**
 * Streams a journal for Beancount, which asserts balances at the beginning of a day and knows no moment within one. What
 * ends within a day is therefore asserted at the beginning of the next: the books' balance at the end, and what was
 * posted after it on that day. Every tolerance is nothing.
 * Throws NotRepresentableError for a name that Beancount would not take, RangeError for an unknown zone or currency.
 */
export async function* writeBeancountJournal(
  head: JournalHead,
  events: AsyncIterable<JournalEvent> | Iterable<JournalEvent>,
): AsyncGenerator<string> {
  const print = amountPrinter(head.currency)
  const dayOf = dayKeeper(head.timeZone)
  const accounts = journalAccounts()
  let waiting: Waiting | undefined
  yield `${commentLines(head.notes)}\n${optionsText(head)}`
  for await (const event of events) {
    const day = dayOf(event.at)
    if (waiting && waiting.day < day) {
      yield balancesText(waiting, print)
      waiting = undefined
    }
    const opened = accounts.open(accountsOf(event))
    if (opened.length > 0) yield `\n${opened.map(({ name }) => `${day} open ${name}\n`).join('')}`
    if (event.type === 'TRANSACTION') {
      if (waiting) moveBy(waiting, event)
      yield `\n${transactionText(event, day, print)}`
    } else {
      const amounts = accounts.complete(event.balances).map((one) => [one.account.name, one] as const)
      waiting = { day, labels: [...(waiting?.labels ?? []), event.label], amounts: new Map(amounts) }
    }
  }
  if (waiting) yield balancesText(waiting, print)
}

/** Without the multiplier half of the last printed digit would pass in a transaction, and all of it in a balance. */
const optionsText = ({ title, currency }: JournalHead): string =>
  [
    `option "title" "${checkWord('title', title)}"`,
    `option "operating_currency" "${currency}"`,
    'option "inferred_tolerance_multiplier" "0"\n',
  ].join('\n')

function transactionText(event: JournalTransaction, day: string, print: Print): string {
  const head = `${day} * "${checkWord('kind', event.kind)}"\n  entry: "${checkWord('entryId', event.entryId)}"\n  batch: ${event.batchNo}\n`
  return head + event.pairs.map((pair) => pairText(pair, print)).join('')
}

/** What is posted on a day after something ended there is in the balance at the end of the day. */
function moveBy({ amounts }: Waiting, { pairs }: JournalTransaction): void {
  const move = (account: JournalAccount, by: bigint) =>
    amounts.set(account.name, { account, amount: (amounts.get(account.name)?.amount ?? 0n) + by })
  for (const { debit, credit, amount } of pairs) {
    move(debit, amount)
    move(credit, -amount)
  }
}

/** Each account in both commodities: a balance looks at one, and passes another that should not be there. */
function balancesText({ day, labels, amounts }: Waiting, print: Print): string {
  if (amounts.size === 0) return ''
  const next = dayAfter(day)
  const lines = [...amounts.values()].flatMap(({ account: { name, unit }, amount }) =>
    (['MONEY', 'POINTS'] as const).map((one) => {
      const [number, commodity] = print(one === unit ? amount : 0n, one).split(' ')
      return `${next} balance ${name.padEnd(44)}  ${number} ~ 0 ${commodity}\n`
    }),
  )
  return `\n${commentLines([`${labels.join(', ')}: ${day}`])}${lines.join('')}`
}
