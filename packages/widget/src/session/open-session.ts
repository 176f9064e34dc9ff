import { type ArtelBrowser, createArtelBrowser } from '@artel/sdk/browser'
import { WidgetAccountDocument, WidgetHoldDocument } from '../generated/graphql.ts'
import { askAsAnyone } from './ask-as-anyone.ts'
import { deviceId } from './device-id.ts'
import { type Credentials, fetchToken } from './fetch-token.ts'
import { problemOf, refusalError, signedOut } from './problem-of.ts'
import { requestQuotes } from './request-quotes.ts'
import { makeShown } from './shown.ts'
import type { WalletSession } from './wallet-session.ts'

/** Opens the session of one customer on one API. Nothing is sent before the first `watch`, `quote` or `hold`. */
export function openSession(api: string, credentials: Credentials): WalletSession {
  const visitor: Visitor = { signedOut: false }
  const customer = customerClient(api, credentials, visitor)
  const asAnyone = askAsAnyone(customer, createArtelBrowser({ url: api }))
  const quotes = requestQuotes(asAnyone)
  const shown = makeShown(quotes.clear)
  const closing = new AbortController()
  const { signal } = closing
  let isFollowing = false
  let loading: Promise<void> | undefined

  const forget = (): void => {
    visitor.signedOut = false
    customer.forget()
  }
  const load = async (): Promise<void> => {
    forget()
    const number = shown.load()
    try {
      const { viewer } = await customer.query(WidgetAccountDocument)
      const { customer: account, member: brand, coalition } = viewer
      shown.answer(number, account, { brand, coalition })
    } catch (failure) {
      shown.fail(number, problemOf(failure))
    }
    if (!isFollowing && shown.state.account) follow()
  }
  // Once an account is shown. Nothing waits for it, and what could not be loaded is tried again at the next load.
  const follow = () => {
    const followed = { api, customer, session, show: shown.show, signal, renews: !credentials.token }
    isFollowing = true
    import('./follow-balance.ts')
      .then(({ followBalance }) => followBalance(followed))
      .catch(() => {
        isFollowing = false
      })
  }
  const refresh = (): Promise<void> => {
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }
  // Here and not in what follows the balance: that may not load, and may not be served.
  const refreshWhenStale = () => {
    if (document.visibilityState !== 'hidden' && shown.isStale()) void refresh()
  }
  document.addEventListener('visibilitychange', refreshWhenStale, { signal })
  const session: WalletSession = {
    get state() {
      return shown.state
    },
    watch(listener, isQuiet) {
      if (!isQuiet && shown.state.status === 'loading') void refresh()
      return shown.watch(listener)
    },
    refresh,
    forget,
    quote: quotes.quote,
    mutate: customer.mutate,
    asAnyone,
    hold: holdWith(customer, shown),
    close() {
      shown.close()
      closing.abort()
    },
  }
  return session
}

/** Makes what sets points aside, and shows the account that it leaves. */
const holdWith =
  (customer: ArtelBrowser, shown: ReturnType<typeof makeShown>): WalletSession['hold'] =>
  async (input) => {
    const number = shown.ask()
    const { holdCreate } = await customer.mutate(WidgetHoldDocument, { input }).catch((failure) => {
      const problem = problemOf(failure)
      // The customer is not signed in any more, or the call failed by itself.
      if (problem.code === 'SIGNED_OUT') shown.fail(number, problem)
      throw problem
    })
    if (holdCreate.__typename !== 'HoldCreatePayload') return { refusal: refusalError(holdCreate) }
    const { customer: account, ...hold } = holdCreate.hold
    shown.answer(number, account)
    return { hold, replayed: holdCreate.replayed }
  }

/** Whether the page's server said that nobody is signed in; forgotten with the token. */
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
