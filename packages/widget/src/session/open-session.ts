import { createArtelBrowser } from '@artel/sdk/browser'
import { WidgetAccountDocument, WidgetHoldDocument } from '../generated/graphql.ts'
import { deviceId } from './device-id.ts'
import { type Credentials, fetchToken } from './fetch-token.ts'
import { problemOf, refusalError, signedOut } from './problem-of.ts'
import { requestQuotes } from './request-quotes.ts'
import type { Account, Problem, WalletSession, WalletState } from './wallet-session.ts'

/** Opens the session of one customer on one API. Nothing is sent before the first `watch`, `quote` or `hold`. */
export function openSession(api: string, credentials: Credentials): WalletSession {
  const listeners = new Set<() => void>()
  const { token, tokenEndpoint, getToken } = credentials
  /** Whether the page's server said that nobody is signed in: until the next load it is not asked again, and nothing is sent. */
  let isSignedOut = false
  const fetched = async (): Promise<string> => {
    const fresh =
      !isSignedOut && (getToken ? await getToken() : tokenEndpoint && (await fetchToken(tokenEndpoint)))
    if (fresh) return fresh
    isSignedOut = true
    throw signedOut()
  }
  const customer = createArtelBrowser({
    url: api,
    deviceId: deviceId(),
    ...(token ? { token } : { getToken: fetched }),
  })
  const quotes = requestQuotes(customer, createArtelBrowser({ url: api }))
  let state: WalletState = { status: 'loading' }
  let loading: Promise<void> | undefined
  let isFollowed = false
  const closing = new AbortController()

  const set = (next: WalletState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const show = (account: Account): void => {
    quotes.clear()
    set({ ...state, status: 'ready', account })
  }
  /** What happens after the first load is loaded after it, so that nothing waits for that; without it the wallet stays as it is. */
  const follow = (): void => {
    if (isFollowed) return
    isFollowed = true
    const { signal } = closing
    import('./follow-balance.ts')
      .then(({ followBalance }) => followBalance({ api, customer, session, show, signal, renews: !token }))
      .catch(() => {
        isFollowed = false
      })
  }
  const load = async (): Promise<void> => {
    isSignedOut = false
    const before = state.account
    if (state.status !== 'ready') set({ ...state, status: 'loading', problem: undefined })
    try {
      const { viewer } = await customer.query(WidgetAccountDocument)
      quotes.clear()
      // What was shown meanwhile was read later.
      const account =
        (viewer.customer && (state.account === before ? viewer.customer : state.account)) ?? undefined
      set({
        status: account ? 'ready' : 'signed-out',
        account,
        brand: viewer.member ?? undefined,
        coalition: viewer.coalition ?? undefined,
      })
    } catch (failure) {
      set(afterFailure(state, problemOf(failure)))
    }
    follow()
  }
  const refresh = (): Promise<void> => {
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }
  const session: WalletSession = {
    get state() {
      return state
    },
    watch(listener) {
      listeners.add(listener)
      if (state.status === 'loading') void refresh()
      return () => listeners.delete(listener)
    },
    refresh,
    quote: quotes.quote,
    mutate: customer.mutate,
    async hold(input) {
      const { holdCreate } = await customer.mutate(WidgetHoldDocument, { input }).catch((failure) => {
        const problem = problemOf(failure)
        if (problem.code === 'SIGNED_OUT') set(afterFailure(state, problem))
        throw problem
      })
      if (holdCreate.__typename !== 'HoldCreatePayload') return { refusal: refusalError(holdCreate) }
      const { customer: account, ...hold } = holdCreate.hold
      show(account)
      return { hold, replayed: holdCreate.replayed }
    },
    close() {
      listeners.clear()
      closing.abort()
    },
  }
  return session
}

/** The state after a failed load. A loaded account stays visible, except when the customer is no longer signed in. */
function afterFailure(state: WalletState, problem: Problem): WalletState {
  if (problem.code === 'SIGNED_OUT') return { ...state, status: 'signed-out', account: undefined }
  if (state.account !== undefined) return { ...state, status: 'ready' }
  return { ...state, status: problem.code === 'OFFLINE' ? 'offline' : 'error', problem }
}
