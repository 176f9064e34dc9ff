import { stateOf } from './problem-of.ts'
import type { Account, Problem, WalletState } from './wallet-session.ts'

/** A page that is looked at again loads the wallet when it was shown longer ago than this. */
const STALE_AFTER_MS = 60_000

/**
 * What a page shows of its customer. Answers and events come in any order, and another customer may have signed in since they
 * were asked for: of two accounts of one customer the one that has moved further stays, and of two customers the one whose
 * account was asked for last. `onAccount` is called before another account is shown.
 */
export function makeShown(onAccount: () => void) {
  const listeners = new Set<() => void>()
  let state: WalletState = { status: 'loading' }
  // Nothing is stale before the first load.
  let shownAtMs = 1 / 0
  let asks = 0
  /** The last request of those that said who is signed in. */
  let last = 0

  const set = (next: WalletState): void => {
    if (next.account !== state.account) onAccount()
    state = next
    shownAtMs = Date.now()
    for (const listener of listeners) listener()
  }
  /** Whether an answer to this request still says who is signed in. */
  const isLatest = (number: number): boolean => {
    if (number < last) return false
    last = number
    return true
  }
  /** The account that a request was answered with, none where nobody is signed in, and what else was loaded with it. */
  const answer = (
    number: number,
    account: Account | null | undefined,
    more?: Pick<WalletState, 'brand' | 'coalition'>,
  ): void => {
    if (!isLatest(number) && account?.id !== state.account?.id) return
    const newer = account ? newerOf(account, state.account) : undefined
    set({ ...state, ...more, status: newer ? 'ready' : 'signed-out', account: newer })
  }
  return {
    get state() {
      return state
    },
    isStale: () => Date.now() - shownAtMs > STALE_AFTER_MS,
    watch(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => listeners.clear(),
    /** The number of a request that is about to be sent. */
    ask: () => ++asks,
    /** The number of a load, which the page may have to wait for. */
    load(): number {
      if (state.status !== 'ready') set({ ...state, status: 'loading', problem: undefined })
      return ++asks
    },
    answer,
    /** An account that a stream told of: it may be that of a customer who has signed out. */
    show(account: Account): void {
      if (account.id === state.account?.id) answer(last, account)
    },
    fail(number: number, problem: Problem): void {
      if (isLatest(number)) set(afterFailure(state, problem))
    },
  }
}

/** How often an account has moved: the number of its cursor. */
const movesOf = ({ wallet }: Account): number => Number(wallet.cursor?.slice(1))

/** The account, or what is shown where that is the same customer's and has moved further. */
function newerOf(account: Account, shown: Account | undefined): Account {
  return shown?.id === account.id && movesOf(shown) > movesOf(account) ? shown : account
}

/** The state after a failed load. A loaded account stays visible, except when the customer is no longer signed in. */
function afterFailure(state: WalletState, problem: Problem): WalletState {
  if (problem.code === 'SIGNED_OUT') return { ...state, status: 'signed-out', account: undefined }
  if (state.account !== undefined) return { ...state, status: 'ready' }
  return { ...state, status: stateOf(problem), problem }
}
