import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'

/** Settings of the API. Every one has a default, so that a bare `startApi({ store })` serves a sandbox. */
export interface ApiConfig {
  /** Hides the schema from strangers and lets browsers keep the widget. Default: false. */
  readonly production: boolean
  /** Address under which callers reach the API, without a trailing slash. Default: http://localhost:<port>. */
  readonly publicUrl: string
  /** Secret of the operator, who may open coalitions; null = nobody may. Default: null. */
  readonly operatorKey: string | null
  /** Signing key of `widgetSessionCreate`. Default: a fresh Ed25519 key, which other processes do not know. */
  readonly sessionKey: SessionKeyPair
  /** Directory served below /widget/ (the widget's dist/cdn); null = nothing is. Default: null. */
  readonly widgetDir: string | null
  /** Directory of the npm tarballs of SDK and widget, served below /packages/; null = nothing is. Default: null. */
  readonly packagesDir: string | null
  /** Bearer token of who may read /metrics; null = nobody in production, else everybody. Default: null. */
  readonly metricsToken: string | null
  /** Requests to /graphql served at once; more are refused with OVERLOADED. Default: 512. */
  readonly maxRequests: number
  /** Connections that one address (IPv6: one /64 network) may hold open; more are closed. Default: 1 024. */
  readonly maxConnectionsPerAddress: number
  /**
   * Header in which the proxy in front names the caller's address, for example `x-forwarded-for`, of which the last
   * address counts. Set it only when every request comes through that proxy: anybody else could write what they like.
   * Then the bound is on a caller's requests in flight. null = no header is believed. Default: null.
   */
  readonly clientAddressHeader: string | null
  /**
   * Whether webhooks may be sent over http and into private networks: for a developer's own machine, where the receiver is
   * on localhost. Default: false.
   */
  readonly allowPrivateWebhooks: boolean
  /** Longest that `stop` waits for requests in flight, milliseconds. Default: 10 000. */
  readonly drainMs: number
}

export interface SessionKeyPair {
  readonly algorithm: 'EdDSA' | 'ES256'
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const DEFAULT_DRAIN_MS = 10_000
/** Enough for full batches beside slow readers, few enough that none waits long. */
const DEFAULT_MAX_REQUESTS = 512
/** Many tills behind one address of a provider, and far fewer than a process has file descriptors. */
const DEFAULT_MAX_CONNECTIONS_PER_ADDRESS = 1_024

/** Fills in the defaults. */
export function completeConfig(given: Partial<ApiConfig>, publicUrl: string): ApiConfig {
  return {
    production: given.production ?? false,
    publicUrl: (given.publicUrl ?? publicUrl).replace(/\/+$/, ''),
    operatorKey: given.operatorKey ?? null,
    sessionKey: given.sessionKey ?? freshSessionKey(),
    widgetDir: given.widgetDir ?? null,
    packagesDir: given.packagesDir ?? null,
    metricsToken: given.metricsToken ?? null,
    maxRequests: given.maxRequests ?? DEFAULT_MAX_REQUESTS,
    maxConnectionsPerAddress: given.maxConnectionsPerAddress ?? DEFAULT_MAX_CONNECTIONS_PER_ADDRESS,
    clientAddressHeader: given.clientAddressHeader?.toLowerCase() ?? null,
    allowPrivateWebhooks: given.allowPrivateWebhooks ?? false,
    drainMs: given.drainMs ?? DEFAULT_DRAIN_MS,
  }
}

/** Makes a session key out of a private OKP/Ed25519 or EC/P-256 JWK; throws for any other. */
export function sessionKeyFromJwk(jwk: JsonWebKey): SessionKeyPair {
  const algorithm = jwk.crv === 'Ed25519' ? 'EdDSA' : jwk.crv === 'P-256' ? 'ES256' : undefined
  if (!algorithm) throw new Error('The session key must be a private Ed25519 or P-256 JWK')
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
  return { algorithm, privateKey, publicKey: createPublicKey(privateKey) }
}

function freshSessionKey(): SessionKeyPair {
  return { algorithm: 'EdDSA', ...generateKeyPairSync('ed25519') }
}
