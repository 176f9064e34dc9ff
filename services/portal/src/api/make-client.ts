import { Client, cacheExchange, type Exchange, fetchExchange, mapExchange } from 'urql'
import { failureOf } from './failure.ts'

/** Who has waited so long for an answer gets none: a till says so and asks again. */
const PATIENCE_MS = 20_000

/** Fetches, and gives up on a connection over which nothing comes. */
const patientFetch: typeof fetch = (address, init) => {
  const tooLong = AbortSignal.timeout(PATIENCE_MS)
  const signal = init?.signal ? AbortSignal.any([init.signal, tooLong]) : tooLong
  return fetch(address, { ...init, signal })
}

type Hearing = () => void
const hearings = new Set<Hearing>()

/** Calls whenever an answer says that the session is over, whichever question or command it answers. Returns what ends it. */
export function onSignedOut(hearing: Hearing): () => void {
  hearings.add(hearing)
  return () => {
    hearings.delete(hearing)
  }
}

const hearingOfTheEnd = mapExchange({
  onError: (error) => {
    if (failureOf(error).kind === 'signed-out') for (const hear of hearings) hear()
  },
})

/**
 * A client of the public API that asks as whoever is signed in, at one place. Each place has its own, so that nothing that was
 * seen at one is shown at another.
 * @param placeId `coa_...` or `mbr_...`; null before one is chosen
 */
export const makeClient = (placeId: string | null): Client =>
  clientWith(
    // The cookie counts only beside it.
    { 'artel-csrf': '1', ...(placeId === null ? {} : { 'artel-acting-for': placeId }) },
    [hearingOfTheEnd, cacheExchange],
  )

/** A client that sends these headers with each question, and passes it on by these exchanges. */
export function clientWith(headers: Record<string, string>, exchanges: readonly Exchange[] = []): Client {
  return new Client({
    url: '/graphql',
    exchanges: [...exchanges, fetchExchange],
    fetch: patientFetch,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ credentials: 'same-origin', headers }),
  })
}

let last: { readonly placeId: string | null; readonly client: Client } | undefined

/** The client of a place. The one before is forgotten with all that it has read. */
export function clientOf(placeId: string | null): Client {
  if (last?.placeId !== placeId) last = { placeId, client: makeClient(placeId) }
  return last.client
}

/** Forgets what was read: somebody else is signed in, or nobody. */
export function forgetAnswers(): void {
  last = undefined
}
