import { journalAccounts } from './journal-accounts.ts'
import {
  type JournalBalances,
  type JournalDialect,
  type JournalEvent,
  type JournalHead,
  type JournalTransaction,
  type JournalUnit,
  POINTS_COMMODITY,
} from './journal-document.ts'
import { amountPrinter, checkWord, commentLines, dayKeeper, postingLine } from './journal-text.ts'

type Print = (amount: bigint, unit: JournalUnit) => string

/** In what two programs of one grammar differ. */
interface Differences {
  readonly directives: (currency: string) => string
  /** What an account holds, as postings of nothing that assert it. */
  readonly assertions: (name: string, amount: bigint, unit: JournalUnit, print: Print) => string
}

/**
 * Six decimals for money: both programs balance a transaction at the precision that is declared, and with two they take
 * a tenth of a kopeck for nothing.
 */
const DIFFERENCES: Readonly<Record<Exclude<JournalDialect, 'beancount'>, Differences>> = {
  hledger: {
    directives: (currency) =>
      `decimal-mark .\ncommodity 1000. ${POINTS_COMMODITY}\ncommodity 1000.000000 ${currency}\n`,
    // `=` looks at one commodity and passes an account that holds another beside it; `==` does not.
    assertions: (name, amount, unit, print) =>
      postingLine(name, `${print(0n, unit)} == ${print(amount, unit)}`),
  },
  ledger: {
    directives: (currency) =>
      `commodity ${POINTS_COMMODITY}\n    format 1000 ${POINTS_COMMODITY}\ncommodity ${currency}\n    format 1000.000000 ${currency}\ntag batch\n`,
    // There is no `==`, so what should not be there is asserted too.
    assertions: (name, amount, unit, print) =>
      (['MONEY', 'POINTS'] as const)
        .map((one) => postingLine(name, `${print(0n, one)} = ${print(one === unit ? amount : 0n, one)}`))
        .join(''),
  },
}

/**
 * Streams a journal for hledger or Ledger. Both read assertions of one day in the order of the file, so a window that ends
 * within a day is asserted where it ends.
 * Throws NotRepresentableError for a name that a program would not take, RangeError for an unknown zone or currency.
 */
export async function* writeLedgerJournal(
  head: JournalHead,
  events: AsyncIterable<JournalEvent> | Iterable<JournalEvent>,
  dialect: Exclude<JournalDialect, 'beancount'>,
): AsyncGenerator<string> {
  const print = amountPrinter(head.currency)
  const { directives, assertions } = DIFFERENCES[dialect]
  const dayOf = dayKeeper(head.timeZone)
  const accounts = journalAccounts()
  yield `${commentLines(head.notes)}\n${directives(head.currency)}`
  for await (const event of events) {
    const day = dayOf(event.at)
    const opened = accounts.open(accountsOf(event))
    const declared = opened.map(({ name }) => `account ${name}\n`).join('')
    const body =
      event.type === 'TRANSACTION'
        ? transactionText(event, day, print)
        : balancesText({ ...event, balances: accounts.complete(event.balances) }, day, (one) =>
            assertions(one.account.name, one.amount, one.account.unit, print),
          )
    if (body !== '') yield `${declared && `\n${declared}`}\n${body}`
  }
}

/** The accounts that an event speaks of. */
export const accountsOf = (event: JournalEvent) =>
  event.type === 'TRANSACTION'
    ? event.pairs.flatMap(({ debit, credit }) => [debit, credit])
    : event.balances.map(({ account }) => account)

function transactionText(event: JournalTransaction, day: string, print: Print): string {
  const head = `${day} * (${checkWord('entryId', event.entryId)}) ${checkWord('kind', event.kind)}  ; batch: ${event.batchNo}\n`
  return head + event.pairs.map((pair) => pairText(pair, print)).join('')
}

/** Both postings of a pair. */
export function pairText(
  { debit, credit, amount }: JournalTransaction['pairs'][number],
  print: Print,
): string {
  return (
    postingLine(debit.name, print(amount, debit.unit)) + postingLine(credit.name, print(-amount, credit.unit))
  )
}

function balancesText(
  event: JournalBalances,
  day: string,
  assertion: (balance: JournalBalances['balances'][number]) => string,
): string {
  // A transaction has postings; before the first entry there is no account.
  if (event.balances.length === 0) return ''
  return `${day} * ${event.label.replace(/[^\w ]/g, '')}\n${event.balances.map(assertion).join('')}`
}
