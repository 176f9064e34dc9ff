import type { JournalAccount, JournalBalances } from './journal-document.ts'
import { byName, checkAccount } from './journal-text.ts'

/** The accounts of a journal so far. */
export interface JournalAccounts {
  /** Those of these that were not there yet, once each. */
  readonly open: (accounts: Iterable<JournalAccount>) => readonly JournalAccount[]
  /** Balances of every account so far, by name: what the books do not tell of is nothing. */
  readonly complete: (balances: JournalBalances['balances']) => JournalBalances['balances']
}

/** Remembers the accounts of a journal: a coalition has a few for each member and affiliate, and none for a customer. */
export function journalAccounts(): JournalAccounts {
  const known = new Map<string, JournalAccount>()
  return {
    open: (accounts) => {
      const opened: JournalAccount[] = []
      for (const account of accounts) {
        if (known.has(account.name)) continue
        known.set(checkAccount(account), account)
        opened.push(account)
      }
      return opened
    },
    complete: (balances) => {
      const told = new Map(balances.map(({ account, amount }) => [account.name, amount]))
      return [...known.values()]
        .sort(byName)
        .map((account) => ({ account, amount: told.get(account.name) ?? 0n }))
    },
  }
}
