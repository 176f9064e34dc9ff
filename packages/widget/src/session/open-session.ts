import { type ArtelBrowser, ArtelError, createArtelBrowser } from '@artel/sdk/browser'
import { WidgetAccountDocument, WidgetHoldDocument, WidgetQuoteDocument } from '../generated/graphql.ts'
import { type Credentials, fetchToken } from './fetch-token.ts'
import { problemOf, signedOut } from './problem-of.ts'
import type { Problem, Quote, QuoteRequest, WalletSession, WalletState } from './wallet-session.ts'

const staleAfterMs = 60_000

/** Opens the session of one customer on one API. Nothing is sent before somebody watches, quotes or holds. */
export function openSession(api: string, credentials: Credentials): WalletSession {
  const listeners = new Set<() => void>()
  const quotes = new Map<string, Promise<Quote>>()
  const anonymous = createArtelBrowser({ url: api })
  let nobody = false
  const customer = customerClient(api, credentials, {
    isNobody: () => nobody,
    foundNobody: () => {
      nobody = true
    },
  })
  let state: WalletState = { status: 'loading' }
  let underWay: Promise<void> | undefined
  let loadedAtMs = 0

  const set = (next: WalletState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const fail = (failure: unknown): Problem => {
    const problem = problemOf(failure)
    set(afterFailure(state, problem))
    return problem
  }
  const load = async (): Promise<void> => {
    nobody = false
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
      fail(failure)
    }
    loadedAtMs = Date.now()
  }
  const refresh = (): Promise<void> => {
    underWay ??= load().finally(() => {
      underWay = undefined
    })
    return underWay
  }
  const wake = (): void => {
    if (listeners.size === 0 || document.visibilityState === 'hidden') return
    if (Date.now() - loadedAtMs > staleAfterMs) void refresh()
  }
  document.addEventListener('visibilitychange', wake)

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
    quote(request) {
      const key = JSON.stringify(request)
      const known = quotes.get(key)
      if (known !== undefined) return known
      const asked = askQuote(customer, anonymous, request)
      quotes.set(key, asked)
      asked.catch(() => quotes.delete(key))
      return asked
    },
    async hold({ orderRef, amountMinor, currency, points, idempotencyKey }) {
      const input = { orderRef, bill: { amountMinor, currency }, points, idempotencyKey }
      const { holdCreate } = await customer.mutate(WidgetHoldDocument, { input }).catch((failure) => {
        const problem = problemOf(failure)
        if (problem.code === 'SIGNED_OUT') set(afterFailure(state, problem))
        throw problem
      })
      if (holdCreate.__typename !== 'HoldCreatePayload') return { refusal: refusalOf(holdCreate) }
      const { customer: account, ...hold } = holdCreate.hold
      quotes.clear()
      set({ ...state, status: 'ready', account })
      return { hold, replayed: holdCreate.replayed }
    },
    close() {
      listeners.clear()
      document.removeEventListener('visibilitychange', wake)
    },
  }
}

/** A client that refuses without a request when nobody is signed in, and asks the page for tokens at most once then. */
function customerClient(
  api: string,
  { token, tokenEndpoint, getToken }: Credentials,
  memory: { isNobody(): boolean; foundNobody(): void },
): ArtelBrowser {
  if (token) return createArtelBrowser({ url: api, token })
  return createArtelBrowser({
    url: api,
    getToken: async () => {
      if (memory.isNobody()) throw signedOut()
      const fresh = getToken ? await getToken() : tokenEndpoint ? await fetchToken(tokenEndpoint) : null
      if (fresh) return fresh
      memory.foundNobody()
      throw signedOut()
    },
  })
}

/** Prices for a member's page are public: without a customer they are asked for anonymously. */
async function askQuote(
  customer: ArtelBrowser,
  anonymous: ArtelBrowser,
  request: QuoteRequest,
): Promise<Quote> {
  try {
    return await requestQuote(customer, request)
  } catch (failure) {
    const problem = problemOf(failure)
    if (problem.code !== 'SIGNED_OUT' || request.memberId === undefined) throw problem
  }
  return requestQuote(anonymous, request).catch((failure) => Promise.reject(problemOf(failure)))
}

async function requestQuote(client: ArtelBrowser, request: QuoteRequest): Promise<Quote> {
  const { amountMinor, currency, memberId, points } = request
  const { purchaseQuote: quote } = await client.query(WidgetQuoteDocument, {
    input: {
      total: { amountMinor, currency },
      ...(memberId === undefined ? {} : { memberId }),
      ...(points === undefined ? {} : { points }),
    },
  })
  if (quote.__typename !== 'PurchaseQuote') throw refusalOf(quote)
  return {
    pointsToEarn: BigInt(quote.pointsToEarn),
    maxPoints: BigInt(quote.maxPoints),
    faceValueMinor: BigInt(quote.faceValue.amountMinor),
    currency: quote.total.currency,
    brand: quote.member,
  }
}

function refusalOf({ code, message, retryable }: Problem): ArtelError {
  return new ArtelError(code, message, { retryable })
}

/** What was shown stays shown when only a refresh failed; a lost sign-in never does. */
function afterFailure(state: WalletState, problem: Problem): WalletState {
  if (problem.code === 'SIGNED_OUT')
    return { status: 'signed-out', brand: state.brand, coalition: state.coalition }
  if (state.account !== undefined) return { ...state, status: 'ready' }
  return { ...state, status: problem.code === 'OFFLINE' ? 'offline' : 'error', problem }
}
