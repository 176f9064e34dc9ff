import { type ArtelBrowser, createArtelBrowser } from '@artel/sdk/browser'
import { WidgetAccountDocument, WidgetHoldDocument } from '../generated/graphql.ts'
import { deviceId } from './device-id.ts'
import { type Credentials, fetchToken } from './fetch-token.ts'
import { problemOf, refusalError, signedOut } from './problem-of.ts'
import { requestQuotes } from './request-quotes.ts'
import type { Problem, WalletSession, WalletState } from './wallet-session.ts'

/** A page that becomes visible loads the wallet again when it is older than this. */
const staleAfterMs = 60_000

/** Opens the session of one customer on one API. Nothing is sent before the first `watch`, `quote` or `hold`. */
export function openSession(api: string, credentials: Credentials): WalletSession {
  const listeners = new Set<() => void>()
  const visitor: Visitor = { signedOut: false }
  const customer = customerClient(api, credentials, visitor)
  const quotes = requestQuotes(customer, createArtelBrowser({ url: api }))
  let state: WalletState = { status: 'loading' }
  let loading: Promise<void> | undefined
  let loadedAtMs = 0

  const set = (next: WalletState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const load = async (): Promise<void> => {
    visitor.signedOut = false
    if (state.status !== 'ready') set({ ...state, status: 'loading', problem: undefined })
    try {
      const { viewer } = await customer.query(WidgetAccountDocument)
      quotes.clear()
      set({
        status: viewer.customer === null ? 'signed-out' : 'ready',
        account: viewer.customer ?? undefined,
        brand: viewer.member ?? undefined,
        coalition: viewer.coalition ?? undefined,
      })
    } catch (failure) {
      set(afterFailure(state, problemOf(failure)))
    }
    loadedAtMs = Date.now()
  }
  const refresh = (): Promise<void> => {
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }
  const handleVisibilityChange = (): void => {
    if (listeners.size === 0 || document.visibilityState === 'hidden') return
    if (Date.now() - loadedAtMs > staleAfterMs) void refresh()
  }
  document.addEventListener('visibilitychange', handleVisibilityChange)

  return {
    get state() {
      return state
    },
    watch(listener) {
      listeners.add(listener)
      if (loadedAtMs === 0) void refresh()
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
      quotes.clear()
      set({ ...state, status: 'ready', account })
      return { hold, replayed: holdCreate.replayed }
    },
    close() {
      listeners.clear()
      document.removeEventListener('visibilitychange', handleVisibilityChange)
    },
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
    deviceId: deviceId(),
    ...(token ? { token } : { getToken: fetched }),
  })
}

/** The state after a failed load. A loaded account stays visible, except when the customer is no longer signed in. */
function afterFailure(state: WalletState, problem: Problem): WalletState {
  if (problem.code === 'SIGNED_OUT')
    return { status: 'signed-out', brand: state.brand, coalition: state.coalition }
  if (state.account !== undefined) return { ...state, status: 'ready' }
  return { ...state, status: problem.code === 'OFFLINE' ? 'offline' : 'error', problem }
}
