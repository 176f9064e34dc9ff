import type { AccountFragment, MemberBrandFragment, OpenHoldFragment } from '../generated/graphql.ts'

/** A customer's account as the API tells it. */
export type Account = AccountFragment

/** An open promise of points to an order. */
export type OpenHold = OpenHoldFragment

/** Name and colours of the business whose page it is. */
export type Brand = MemberBrandFragment

/** Why something did not work. */
export interface Problem {
  /** Stable code: the API's or the SDK's own, or `OFFLINE` or `SIGNED_OUT`. */
  readonly code: string
  readonly message: string
  /** The API's id of the request, for support; absent when no answer came. */
  readonly requestId?: string | undefined
  readonly retryable: boolean
}

/** What a page knows of its customer now; one for all elements with the same credentials. */
export interface WalletState {
  readonly status: 'loading' | 'ready' | 'signed-out' | 'error' | 'offline'
  readonly account?: Account | undefined
  readonly brand?: Brand | undefined
  readonly coalition?: { readonly name: string; readonly timeZone: string } | undefined
  readonly problem?: Problem | undefined
}

/** Asks what a bill would earn and how many points it may take. Amounts are decimal strings of minor units. */
export interface QuoteRequest {
  readonly amountMinor: string
  readonly currency: string
  readonly memberId?: string | undefined
  readonly points?: string | undefined
}

/** What a bill would do. Points and minor units. */
export interface Quote {
  readonly pointsToEarn: bigint
  readonly maxPoints: bigint
  readonly faceValueMinor: bigint
  readonly currency: string
  readonly brand: Brand
}

/** Promises points to an order. The same key again is the same promise. */
interface HoldRequest {
  readonly orderRef: string
  readonly amountMinor: string
  readonly currency: string
  readonly points: string
  readonly idempotencyKey: string
}

/** Held points, already part of the shared state, or why the API would not hold them. */
type HoldOutcome =
  | { readonly hold: OpenHold; readonly replayed: boolean; readonly refusal?: undefined }
  | { readonly refusal: Problem }

/** The wallet of one customer on one page, shared by all elements that have the same credentials. */
export interface WalletSession {
  readonly state: WalletState
  /** Calls back after every change of the state; the first watcher starts the loading. Returns the way to stop. */
  watch(listener: () => void): () => void
  /** Loads the wallet again. */
  refresh(): Promise<void>
  /** Rejects with a `Problem`. */
  quote(request: QuoteRequest): Promise<Quote>
  /** A refusal is an answer; a failure rejects with a `Problem` and may be tried again under the same key. */
  hold(request: HoldRequest): Promise<HoldOutcome>
  /** Ends it: nothing calls back any more. */
  close(): void
}
