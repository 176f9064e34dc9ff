import type { Store } from '@artel/store'
import type { Context, Principal, SessionKey } from '@artel/use-cases'
import type { Loaders } from './graphql/loaders.ts'

declare const handle: unique symbol
/** The store as the GraphQL layer carries it: opaque, so that the builder's types stay small. */
export interface StoreHandle {
  readonly [handle]: never
}

/** What the node handler and the plugins know of a request before any resolver runs. */
export interface RequestContext {
  readonly store: StoreHandle
  readonly requestId: string
  /** Base of the pages that explain error codes, without the fragment. */
  readonly errorDocsUrl: string
  readonly sessionKey: SessionKey
  /** The `Idempotency-Key` header; null when absent. */
  readonly idempotencyKeyHeader: string | null
  /** Set by authentication, before a document is parsed. */
  principal: Principal
}

/** What resolvers are called with. */
export interface ApiContext extends RequestContext {
  /** Batched reads of this request. */
  readonly loaders: Loaders
}

/** Wraps the store for the context. */
export const handleOf = (store: Store): StoreHandle => store as unknown as StoreHandle

/** Unwraps the store of a request. */
export const storeOf = (context: RequestContext): Store => context.store as unknown as Store

/** What a use-case is called with on behalf of the request's principal. */
export const verbContext = (context: RequestContext): Context => ({
  store: storeOf(context),
  principal: context.principal,
})
