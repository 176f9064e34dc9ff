import type { ArtelBrowser } from '@artel/sdk/browser'
import { balanceDocument } from '../generated/balance-document.ts'
import type { WidgetBalanceSubscription } from '../generated/graphql.ts'
import type { Account, WalletSession } from './wallet-session.ts'

/** What is followed, and who is told. It is handed in, so that this module imports nothing and stays a file of its own. */
export interface Followed {
  readonly api: string
  readonly session: WalletSession
  readonly show: (account: Account) => void
  /** Gives a fresh token where the last one nears its end, and null or a rejection when nobody is signed in. */
  readonly customer: Pick<ArtelBrowser, 'token'>
  /** Whether another token follows one that has ended. */
  readonly renews: boolean
  /** Ends it. */
  readonly signal: AbortSignal
}

/** The API says something every 15 seconds; a connection that is silent for longer is dead. */
const silenceMs = 45_000
/** A stream that lasted longer than this was a good one: the pauses begin anew. */
const goodAfterMs = 10_000
const longestPauseMs = 60_000
/** Codes of a token that has ended, and of none. */
const tokenOver: readonly unknown[] = ['TOKEN_EXPIRED', 'UNAUTHENTICATED']

/** What the API says when it refuses or ends a stream. */
interface Reason {
  readonly code?: unknown
  readonly retryable?: unknown
}

interface Result {
  readonly data?: WidgetBalanceSubscription | null
  readonly errors?: readonly { readonly extensions?: Reason }[]
}

/**
 * Shows what happens to the customer's points while the page is looked at: a hidden page keeps no stream, and catches up when it
 * is looked at again. What breaks is opened again after the account that is shown. A stream is of the customer who is shown, and
 * ends with the sight of that. Resolves when it is ended.
 */
export async function followBalance(followed: Followed): Promise<void> {
  const { session, renews, signal } = followed
  const stir = makeStir(signal)
  const ended = endOf(signal)
  session.watch(stir.wake)
  let failures = 0
  let followedId: string | undefined
  let isRefused = false
  while (!signal.aborted) {
    if (isHidden()) {
      await stir.next()
      isRefused = false
      continue
    }
    const { account } = session.state
    // Another customer is another stream, whatever was said of the one before.
    if (account?.id !== followedId) {
      followedId = account?.id
      failures = 0
      isRefused = false
    }
    if (isRefused || !account) {
      await stir.next()
      continue
    }
    const openedAtMs = Date.now()
    const reason = await followOnce(followed, account)
    if (isHidden() || session.state.account?.id !== followedId) continue
    failures = Date.now() - openedAtMs > goodAfterMs ? 0 : failures + 1
    const isTokenOver = tokenOver.includes(reason.code)
    const readsAnew = isTokenOver ? renews : reason.code === 'CURSOR_EXPIRED'
    isRefused = !readsAnew && reason.retryable === false
    // A token that ended a good stream is followed by another at once.
    if (!isRefused && (!isTokenOver || failures > 1)) await stir.next(pauseMs(failures, reason.code))
    if (readsAnew) await Promise.race([session.refresh(), ended])
  }
}

const isHidden = (): boolean => document.visibilityState === 'hidden'
/**
 * Longer after each failure, and not equally long for all pages. A process that stops ends all its streams at once: those that
 * were good come back over twenty seconds.
 */
export function pauseMs(failures: number, code: unknown, random = Math.random()): number {
  if (failures === 0 && code === 'STREAM_ENDED') return 10_000 + 20_000 * random
  return Math.min(longestPauseMs, 1_000 * 2 ** failures) * (0.5 + random)
}

/** Resolves when it is ended. */
const endOf = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()))

/** What a wait ends with: the page is shown or hidden, it is online again, another state, the end. */
function makeStir(signal: AbortSignal) {
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const each of waiting) each()
  }
  document.addEventListener('visibilitychange', wake, { signal })
  addEventListener('online', wake, { signal })
  signal.addEventListener('abort', wake)
  return {
    wake,
    next: (longestMs?: number): Promise<void> =>
      new Promise((resolve) => {
        const done = () => {
          waiting.delete(done)
          clearTimeout(timer)
          resolve()
        }
        const timer = longestMs === undefined ? undefined : setTimeout(done, longestMs)
        waiting.add(done)
        if (signal.aborted) done()
      }),
  }
}

/** One stream, of one customer. Resolves when it has ended, with what the API said of it: nothing where the connection broke. */
async function followOnce(
  { api, customer, session, show, signal }: Followed,
  { id, wallet: { cursor } }: Account,
): Promise<Reason> {
  const ending = new AbortController()
  const end = () => ending.abort()
  const endWhenHidden = () => isHidden() && end()
  const unwatch = session.watch(() => session.state.account?.id !== id && end())
  let silence: ReturnType<typeof setTimeout> | undefined
  const rest = () => {
    clearTimeout(silence)
    silence = setTimeout(end, silenceMs)
  }
  signal.addEventListener('abort', end)
  document.addEventListener('visibilitychange', endWhenHidden)
  rest()
  try {
    // The page's own function may never answer.
    const bearer = await Promise.race([customer.token().catch(() => null), endOf(ending.signal)])
    if (bearer === undefined) return {}
    if (bearer === null) return { code: 'UNAUTHENTICATED', retryable: false }
    const response = await fetch(api, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${bearer}`,
      },
      body: JSON.stringify({
        extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
        variables: { after: cursor },
      }),
      signal: ending.signal,
    })
    if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
      return reasonOf(await response.json()) ?? {}
    for await (const results of resultsOf(response.body as ReadableStream<Uint8Array>, rest)) {
      const reason = results.map(reasonOf).find((found) => found !== undefined)
      // Each carries the account as it is by then, so the last one of those that came together says it all.
      const account = results.flatMap(({ data }) => data?.balanceChanged.customer ?? []).at(-1)
      if (ending.signal.aborted) break
      // The token is by now that of another customer.
      if (account && account.id !== id) return { code: 'CURSOR_EXPIRED' }
      if (account) show(account)
      if (reason) return reason
    }
  } catch {
    // Offline, closed, or a page of a proxy: it is tried again.
  } finally {
    end()
    unwatch()
    clearTimeout(silence)
    signal.removeEventListener('abort', end)
    document.removeEventListener('visibilitychange', endWhenHidden)
  }
  return {}
}

const { hash } = (balanceDocument as unknown as { readonly __meta__: { readonly hash: string } }).__meta__

const reasonOf = ({ errors }: Result): Reason | undefined => errors?.[0]?.extensions

/** What came together of a stream of server-sent events. `onBytes` hears of everything that comes, heartbeats too. */
async function* resultsOf(body: ReadableStream<Uint8Array>, onBytes: () => void): AsyncGenerator<Result[]> {
  // By hand: not every browser can iterate a stream.
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    onBytes()
    const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n')
    text = blocks.pop() ?? ''
    const told = blocks.flatMap((block) => /^data: (.+)$/m.exec(block)?.[1] ?? [])
    if (told.length > 0) yield told.map((data) => JSON.parse(data))
  }
}
