import type { Store } from '@artel/store'
import {
  type Context,
  type MessageSender,
  networkShown,
  type Origin,
  type Principal,
  type SessionKey,
  type StaffDoor,
  type WebhookDoor,
} from '@artel/use-cases'
import type { Logger } from 'pino'
import type { Denials } from './audit/denials.ts'
import type { Spending } from './limits/spending.ts'
import type { WatchEarnCodes } from './limits/watch-earn-codes.ts'
import type { WatchLookUps } from './limits/watch-lookups.ts'
import type { SignInsWatch } from './limits/watch-sign-ins.ts'
import type { Feed } from './live/feed.ts'
import type { OpenStream } from './live/streams.ts'
import type { Loaders } from './loaders/loaders.ts'

declare const handle: unique symbol
/** The store as the GraphQL layer carries it: opaque, so that the builder's types stay small. */
export interface StoreHandle {
  readonly [handle]: never
}

/** What the verbs of people need of a request: who is at the door, and the cookie of the answer. */
export interface Visit {
  door(): StaffDoor
  /** Whether the caller's session came, or is to come, by cookie: there is no `Authorization`. */
  readonly isByCookie: boolean
  /** Keeps the secret of a session in the browser, or with null makes it forget. */
  keepCookie(secret: string | null): void
  /** What the browser keeps of a customer who is signed in to a coalition's page: one secret a coalition. */
  readonly customerCookie: {
    read(coalitionId: string): string | null
    /** With null the browser forgets it. */
    keep(coalitionId: string, secret: string | null): void
  }
  /** Keeps in the browser that somebody has proven an e-mail from it. */
  keepDeviceProof(proof: string): void
}

/** What the node handler puts together of a request, and resolvers are called with. */
export interface ApiContext {
  readonly store: StoreHandle
  /** Batched reads of this process. */
  readonly loaders: Loaders
  readonly requestId: string
  readonly visit: Visit
  readonly log: Logger
  /** Base of the pages that explain error codes, without the fragment. */
  readonly errorDocsUrl: string
  /** Address under which callers reach the API, without a trailing slash. */
  readonly publicUrl: string
  readonly sessionKey: SessionKey
  /** What a caller is handed sealed, to hand back; 32 bytes. */
  readonly secretsKey: Uint8Array
  /** Sends codes and invitations; null = this deployment sends none. */
  readonly messageSender: MessageSender | null
  /** What webhook endpoints are checked by. */
  readonly webhookDoor: WebhookDoor
  /** The `Idempotency-Key` header; null when absent. */
  readonly idempotencyKeyHeader: string | null
  /** What the request costs its caller. */
  readonly spending: Spending
  /** What slows a caller who looks for customers that there are not. */
  readonly watchLookUps: WatchLookUps
  /** What slows a caller who tries earn codes. */
  readonly watchEarnCodes: WatchEarnCodes
  /** Keeps work that goes on after the answer, so that the process does not stop before it is done. It never rejects. */
  readonly later: (work: Promise<void>) => void
  /** What hears of customers who are refused to sign in. */
  readonly watchSignIns: SignInsWatch
  /** What callers are refused, for the audit log. */
  readonly denials: Denials
  /** What happens, for subscriptions. */
  readonly feed: Feed
  /**
   * Opens the stream of a subscription with what throws for a caller whom it is not for; null where the caller takes none.
   * Throws TOO_MANY_STREAMS and STREAM_ENDED.
   */
  readonly openStream: ((assertGranted: (principal: Principal) => void) => OpenStream) | null
  /** Whether the caller takes a stream and no other answer. */
  readonly takesStreamAlone: boolean
  /** Where the caller says to go on, in the header `Last-Event-ID`; null when absent. */
  readonly lastEventId: string | null
  /** Set by authentication, before a document is parsed. */
  principal: Principal
}

/** Wraps the store for the context. */
export const handleOf = (store: Store): StoreHandle => store as unknown as StoreHandle

/** Unwraps the store of a request. */
export const storeOf = (context: ApiContext): Store => context.store as unknown as Store

/** Where a request came in. Its network is worked out when somebody asks: a sale is not told of, and pays nothing for it. */
export const originOf = ({ visit, requestId }: Pick<ApiContext, 'visit' | 'requestId'>): Origin => ({
  door: 'API',
  requestId: requestId || null,
  get network() {
    return networkShown(visit.door().address)
  },
})

/** What a use-case is called with on behalf of the request's principal. */
export const verbContext = (context: ApiContext): Context => ({
  store: storeOf(context),
  principal: context.principal,
  sender: context.messageSender ?? undefined,
  lookUps: context.watchLookUps(context.principal),
  earnCodes: context.watchEarnCodes(context.principal),
  from: originOf(context),
  failed: (err, what) => context.log.error({ err, requestId: context.requestId }, what),
})

/** The caller's coalition. Throws for callers that have none, whom access rules keep from the fields that ask. */
export function coalitionIdOf({ principal }: ApiContext): string {
  if ('coalitionId' in principal) return principal.coalitionId
  throw new Error(`${principal.kind} callers have no coalition`)
}
