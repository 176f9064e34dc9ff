import type { ArtelBrowser } from '@artel/sdk/browser'
import type { AccountFragment, MemberBrandFragment, OpenHoldFragment } from '../generated/graphql.ts'
import type { AskAsAnyone } from './ask-as-anyone.ts'

/** A customer's account, as the API returns it. */
export type Account = AccountFragment

/** Points that are held for an order. */
export type OpenHold = OpenHoldFragment

/** Name and colours of the member whose page it is. */
export type Brand = MemberBrandFragment

/** Why a call failed. */
export interface Problem {
  /** Stable code: the API's or the SDK's own, or `OFFLINE` or `SIGNED_OUT`. */
  readonly code: string
  readonly message: string
  /** The API's id of the request, for support; absent without a response. */
  readonly requestId?: string | undefined
  readonly retryable: boolean
}

/** The current state of a session, shared by all elements with the same credentials. */
export interface WalletState {
  readonly status: 'loading' | 'ready' | 'signed-out' | 'error' | 'offline'
  readonly account?: Account | undefined
  readonly brand?: Brand | null | undefined
  readonly coalition?: { readonly name: string; readonly timeZone: string } | null | undefined
  readonly problem?: Problem | undefined
}

/** Input of a quote: what a bill would earn and how many points it may take. Amounts are minor units as strings. */
export interface QuoteRequest {
  readonly amountMinor: string
  readonly currency: string
  readonly memberId?: string | undefined
  readonly points?: string | undefined
}

/** Result of a quote, in points and minor units. */
export interface Quote {
  readonly pointsToEarn: bigint
  readonly maxPoints: bigint
  readonly faceValueMinor: bigint
  readonly currency: string
  readonly brand: Brand
}

/** Input of a hold. A repeated idempotency key returns the same hold. */
export interface HoldRequest {
  readonly orderRef: string
  readonly bill: { readonly amountMinor: string; readonly currency: string }
  readonly points: string
  readonly idempotencyKey: string
  readonly confirmation?: CodeGiven | undefined
}

/** The code that the customer was sent. */
export interface CodeGiven {
  readonly id: string
  readonly code: string
}

/** The hold, which the shared state includes already, or the refusal of the API. */
export type HoldOutcome =
  | { readonly hold: OpenHold; readonly replayed: boolean; readonly refusal?: undefined }
  | { readonly refusal: Problem }

/** The wallet of one customer on one page, shared by all elements with the same credentials. */
export interface WalletSession {
  readonly state: WalletState
  /** Calls the listener after every change of the state. The first call that is not quiet loads the wallet. Returns its opposite. */
  watch(listener: () => void, isQuiet?: boolean): () => void
  /** Loads the wallet of whoever is signed in by now. */
  refresh(): Promise<void>
  /** Another customer may have signed in: the next call asks the page who. Sample data has no customer. */
  forget?(): void
  /** Rejects with a `Problem`. */
  quote(request: QuoteRequest): Promise<Quote>
  /** Resolves to a hold or a refusal. Rejects with a `Problem` on failure; retry with the same key. */
  hold(request: HoldRequest): Promise<HoldOutcome>
  /** The customer's client, for what is loaded only where it is needed; sample data has none. */
  readonly mutate?: ArtelBrowser['mutate']
  /** For what is public on a member's page; sample data has none. */
  readonly asAnyone?: AskAsAnyone
  /** Ends the session: no listener is called any more. */
  close(): void
}
