import type { JournalDialect, JournalEvent, JournalHead } from './journal-document.ts'
import { writeBeancountJournal } from './write-beancount-journal.ts'
import { writeLedgerJournal } from './write-ledger-journal.ts'

/**
 * Streams both books as a plain-text journal for a program that is not ours: a transaction for each entry, and at each
 * end that the caller tells of the balance of every account, asserted in every commodity. The same events are the same bytes, and
 * memory does not grow with them.
 * Throws NotRepresentableError for a name that the program would not take, RangeError for an unknown zone or currency.
 */
export function writeJournal(
  head: JournalHead,
  events: AsyncIterable<JournalEvent> | Iterable<JournalEvent>,
  dialect: JournalDialect,
): AsyncGenerator<string> {
  return dialect === 'beancount'
    ? writeBeancountJournal(head, events)
    : writeLedgerJournal(head, events, dialect)
}
