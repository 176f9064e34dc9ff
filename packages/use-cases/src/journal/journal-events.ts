import type { JournalAccount, JournalBalances, JournalEvent, JournalTransaction } from '@artel/documents'
import { type BookedEntry, journalEntries, journalMoved, type Store } from '@artel/store'
import { encodePublicId } from '../ids/public-id.ts'

/** What ends in a journal, and with which batch. */
export interface JournalEnd {
  readonly label: string
  /** The last instant that counts. */
  readonly at: Date
  readonly batchNo: bigint
}

/** What a journal is made of, for one coalition. */
export interface JournalSource {
  readonly coalitionId: string
  /** In the order of the chain. The last of them is the end of the journal. */
  readonly ends: readonly JournalEnd[]
  readonly nameAccount: (kind: string, ownerId: string | null) => JournalAccount
  /** Called with what has been written every some thousand entries. */
  readonly onEntries?: ((count: number, batchNo: bigint) => void) | undefined
}

/** The entries up to each end, and there what the books say of every account. */
export async function* journalEvents(
  store: Pick<Store, 'pool'>,
  { coalitionId, ends, nameAccount, onEntries }: JournalSource,
): AsyncGenerator<JournalEvent> {
  const amounts = new Map<JournalAccount, bigint>()
  let after = 0n
  for (const { label, at, batchNo: through } of ends) {
    if (through > after) {
      for await (const entries of journalEntries(store, coalitionId, { after, through })) {
        for (const entry of entries) yield transactionOf(entry, nameAccount)
        onEntries?.(entries.length, entries.at(-1)?.batchNo ?? after)
      }
      for (const { kind, ownerId, moved } of await journalMoved(store, coalitionId, { after, through })) {
        const account = nameAccount(kind, ownerId)
        amounts.set(account, (amounts.get(account) ?? 0n) + moved)
      }
      after = through
    }
    yield balancesAt(label, at, amounts)
  }
}

const transactionOf = (
  { entryId, kind, batchNo, postedAt, transfers }: BookedEntry,
  nameAccount: JournalSource['nameAccount'],
): JournalTransaction => ({
  type: 'TRANSACTION',
  at: postedAt,
  entryId: encodePublicId('entry', entryId),
  ...{ kind, batchNo },
  pairs: transfers.map((one) => ({
    debit: nameAccount(one.debitKind, one.debitOwnerId),
    credit: nameAccount(one.creditKind, one.creditOwnerId),
    amount: one.amount,
  })),
})

const balancesAt = (
  label: string,
  at: Date,
  amounts: ReadonlyMap<JournalAccount, bigint>,
): JournalBalances => ({
  ...{ type: 'BALANCES', label, at },
  balances: [...amounts].map(([account, amount]) => ({ account, amount })),
})
