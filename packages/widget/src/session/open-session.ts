import { type ArtelBrowser, createArtelBrowser } from '@artel/sdk/browser'
import { WidgetAccountDocument, type WidgetAccountQuery, WidgetHoldDocument } from '../generated/graphql.ts'
import { deviceId } from './device-id.ts'
import { type Credentials, fetchToken } from './fetch-token.ts'
import type { Followed } from './follow-balance.ts'
import { problemOf, refusalError, signedOut } from './problem-of.ts'
import { requestQuotes } from './request-quotes.ts'
import type { Account, Problem, WalletSession, WalletState } from './wallet-session.ts'

/** Opens the session of one customer on one API. Nothing is sent before the first `watch`, `quote` or `hold`. */
export function openSession(api: string, credentials: Credentials): WalletSession {
  const listeners = new Set<() => void>()
  const visitor: Visitor = { signedOut: false }
  const customer = customerClient(api, credentials, visitor)
  const quotes = requestQuotes(customer, createArtelBrowser({ url: api }))
  let state: WalletState = { status: 'loading' }
  let loading: Promise<void> | undefined
  const follow = makeFollow()
  const closing = new AbortController()

  const set = (next: WalletState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const show = (account: Account): void => {
    quotes.clear()
    set({ ...state, status: 'ready', account })
  }
  /** The customer is not signed in any more, or the call failed by itself. */
  const refuse = (failure: unknown): never => {
    const problem = problemOf(failure)
    if (problem.code === 'SIGNED_OUT') set(afterFailure(state, problem))
    throw problem
  }
  const load = async (): Promise<void> => {
    visitor.signedOut = false
    const before = state.account
    if (state.status !== 'ready') set({ ...state, status: 'loading', problem: undefined })
    try {
      const { viewer } = await customer.query(WidgetAccountDocument)
      quotes.clear()
      set(stateOf(viewer, state.account === before ? undefined : state.account))
    } catch (failure) {
      set(afterFailure(state, problemOf(failure)))
    }
    follow({ api, customer, session, show, signal: closing.signal, renews: !credentials.token })
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
      const { holdCreate } = await customer.mutate(WidgetHoldDocument, { input }).catch(refuse)
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

/**
 * Makes what loads, once, what happens after the first load: nothing waits for it, and without it the wallet stays as it is. What
 * could not be loaded is tried again at the next call.
 */
function makeFollow(): (followed: Followed) => void {
  let isLoaded = false
  return (followed) => {
    if (isLoaded) return
    isLoaded = true
    import('./follow-balance.ts')
      .then(({ followBalance }) => followBalance(followed))
      .catch(() => {
        isLoaded = false
      })
  }
}

/** Whether the page's server said that nobody is signed in; reset by the next load. */
interface Visitor {
  signedOut: boolean
}

/** Makes the customer's client. While nobody is signed in it rejects without a request and without asking the page. */
function customerClient(
  api: string,
  { token, tokenEndpoint, getToken }: Credentials,
  visitor: Visitor,
): ArtelBrowser {
  const fetched = async (): Promise<string> => {
    const fresh =
      !visitor.signedOut && (getToken ? await getToken() : tokenEndpoint && (await fetchToken(tokenEndpoint)))
    if (fresh) return fresh
    visitor.signedOut = true
    throw signedOut()
  }
  return createArtelBrowser({
    url: api,
    deviceId,
    ...(token ? { token } : { getToken: fetched }),
  })
}

/** The state after a load. An account that was shown meanwhile was read later. */
function stateOf(
  { customer, member, coalition }: WidgetAccountQuery['viewer'],
  meanwhile: Account | undefined,
): WalletState {
  return {
    status: customer ? 'ready' : 'signed-out',
    account: (customer && (meanwhile ?? customer)) ?? undefined,
    brand: member ?? undefined,
    coalition: coalition ?? undefined,
  }
}

/** The state after a failed load. A loaded account stays visible, except when the customer is no longer signed in. */
function afterFailure(state: WalletState, problem: Problem): WalletState {
  if (problem.code === 'SIGNED_OUT') return { ...state, status: 'signed-out', account: undefined }
  if (state.account !== undefined) return { ...state, status: 'ready' }
  return { ...state, status: problem.code === 'OFFLINE' ? 'offline' : 'error', problem }
}
