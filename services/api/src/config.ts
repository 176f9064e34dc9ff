import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { MessageSender } from '@artel/use-cases'
import { DEFAULT_RATE_LIMITS, type RateLimits } from './limits/rate-limits.ts'
import { consoleSender } from './messages/console-sender.ts'

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
  /**
   * 32 bytes that seal the secrets of second factors and hide whose attempts are counted. The same on every process, and
   * kept: without it nobody's second factor works any more. Default: fresh bytes.
   */
  readonly secretsKey: Uint8Array
  /** Directory served below /widget/ (the widget's dist/cdn); null = nothing is. Default: null. */
  readonly widgetDir: string | null
  /** Directory of the built portal, served below /portal/; null = nothing is. Default: null. */
  readonly portalDir: string | null
  /** Directory of the built page of customers, served below /c/; null = nothing is. Default: null. */
  readonly pageDir: string | null
  /** Directory of the npm tarballs of SDK and widget, served below /packages/; null = nothing is. Default: null. */
  readonly packagesDir: string | null
  /** Bearer token of who may read /metrics; null = nobody in production, else everybody. Default: null. */
  readonly metricsToken: string | null
  /** Requests to /graphql served at once; more wait, and after two seconds are refused with OVERLOADED. Default: 512. */
  readonly maxRequests: number
  /** Connections that one address (IPv6: one /64 network) may hold open; more are closed. Default: 1 024. */
  readonly maxConnectionsPerAddress: number
  /**
   * Subscriptions open at once on the process; of one member or the administrators of one coalition; of one customer; and of
   * one address. Defaults: 10 000, 64, 16 and 512.
   */
  readonly maxStreams: number
  readonly maxStreamsPerCaller: number
  readonly maxStreamsPerCustomer: number
  readonly maxStreamsPerAddress: number
  /** Between two looks for what subscriptions are to be told, milliseconds, while there are any. Default: 200. */
  readonly lookEveryMs: number
  /**
   * Between two signs of life over a stream on which nothing happens, milliseconds: shorter than the patience of proxies.
   * Default: 15 000.
   */
  readonly heartbeatEveryMs: number
  /**
   * Header in which the proxy in front names the caller's address, for example `x-forwarded-for`, of which the last
   * address counts (see `trustedProxies`). Set it only when every request comes through that proxy: anybody else could write what they like.
   * Then the bound is on a caller's requests in flight. null = no header is believed. Default: null.
   */
  readonly clientAddressHeader: string | null
  /** Proxies in front, one after another, each of which appends to that header: so many addresses from its end count. Default: 1. */
  readonly trustedProxies: number
  /** What callers may ask for. Default: `DEFAULT_RATE_LIMITS`, which no honest caller reaches. */
  readonly rateLimits: RateLimits
  /** Longest that a request waits for what processes share of a limit; then its process counts by itself. Default: 1 000. */
  readonly rateLimitWaitMs: number
  /**
   * Whether webhooks may be sent over http and into private networks: for a developer's own machine, where the receiver is
   * on localhost. Default: false.
   */
  readonly allowPrivateWebhooks: boolean
  /**
   * Sends codes and invitations to people; null = nothing is sent, and verbs that need it refuse. One that is for
   * development is refused in production. Default: null in production, else `consoleSender()`.
   */
  readonly messageSender: MessageSender | null
  /**
   * How long the process serves on after it was told to stop, with /readyz at 503, milliseconds: longer than a proxy takes to
   * notice, so that none of its requests meets a closed door. Default: 0.
   */
  readonly drainDelayMs: number
  /** Longest that `stop` then waits for requests in flight, milliseconds. Default: 10 000. */
  readonly drainMs: number
}

export interface SessionKeyPair {
  readonly algorithm: 'EdDSA' | 'ES256'
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const SECRETS_KEY_BYTES = 32
const DEFAULT_DRAIN_MS = 10_000
/** Enough for full batches beside slow readers, few enough that none waits long. */
const DEFAULT_MAX_REQUESTS = 512
/** Many tills behind one address of a provider, and far fewer than a process has file descriptors. */
const DEFAULT_MAX_CONNECTIONS_PER_ADDRESS = 1_024

/** A stream holds some kilobytes and a connection. */
const DEFAULT_MAX_STREAMS = 10_000
/** Every screen of a member, by whichever of its keys and sessions. */
const DEFAULT_MAX_STREAMS_PER_CALLER = 64
/** Every page that one person looks at, on every device; a page that is hidden has none. */
const DEFAULT_MAX_STREAMS_PER_CUSTOMER = 16
/** Leaves other requests of an address half of its connections. */
const DEFAULT_MAX_STREAMS_PER_ADDRESS = 512
/** What somebody who watches takes for at once. */
const DEFAULT_LOOK_EVERY_MS = 200
/** Proxies, and the server itself, end connections over which nothing moves. */
const DEFAULT_HEARTBEAT_EVERY_MS = 15_000

/** Longer than a database that is well takes, and short for a till. */
const DEFAULT_RATE_LIMIT_WAIT_MS = 1_000

/** Fills in the defaults. Throws for a sender of development in production. */
export function completeConfig(given: Partial<ApiConfig>, publicUrl: string): ApiConfig {
  return {
    production: given.production ?? false,
    messageSender: messageSenderOf(given),
    publicUrl: (given.publicUrl ?? publicUrl).replace(/\/+$/, ''),
    operatorKey: given.operatorKey ?? null,
    sessionKey: given.sessionKey ?? freshSessionKey(),
    secretsKey: given.secretsKey ?? randomBytes(SECRETS_KEY_BYTES),
    widgetDir: given.widgetDir ?? null,
    portalDir: given.portalDir ?? null,
    pageDir: given.pageDir ?? null,
    packagesDir: given.packagesDir ?? null,
    metricsToken: given.metricsToken ?? null,
    maxRequests: given.maxRequests ?? DEFAULT_MAX_REQUESTS,
    maxConnectionsPerAddress: given.maxConnectionsPerAddress ?? DEFAULT_MAX_CONNECTIONS_PER_ADDRESS,
    maxStreams: given.maxStreams ?? DEFAULT_MAX_STREAMS,
    maxStreamsPerCaller: given.maxStreamsPerCaller ?? DEFAULT_MAX_STREAMS_PER_CALLER,
    maxStreamsPerCustomer: given.maxStreamsPerCustomer ?? DEFAULT_MAX_STREAMS_PER_CUSTOMER,
    maxStreamsPerAddress: given.maxStreamsPerAddress ?? DEFAULT_MAX_STREAMS_PER_ADDRESS,
    lookEveryMs: given.lookEveryMs ?? DEFAULT_LOOK_EVERY_MS,
    heartbeatEveryMs: given.heartbeatEveryMs ?? DEFAULT_HEARTBEAT_EVERY_MS,
    clientAddressHeader: given.clientAddressHeader?.toLowerCase() ?? null,
    trustedProxies: given.trustedProxies ?? 1,
    rateLimits: given.rateLimits ?? DEFAULT_RATE_LIMITS,
    rateLimitWaitMs: given.rateLimitWaitMs ?? DEFAULT_RATE_LIMIT_WAIT_MS,
    drainDelayMs: given.drainDelayMs ?? 0,
    allowPrivateWebhooks: given.allowPrivateWebhooks ?? false,
    drainMs: given.drainMs ?? DEFAULT_DRAIN_MS,
  }
}

/** The sender of a configuration, or null. Throws for one of development in production: it would show codes and addresses. */
export function messageSenderOf({ messageSender, production }: Partial<ApiConfig>): MessageSender | null {
  if (messageSender === undefined) return production ? null : consoleSender()
  if (production && messageSender?.isForDevelopment)
    throw new Error('A sender that shows its messages is for development, never in production')
  return messageSender
}

/** The secrets key of a passphrase of 32 characters or more; throws for a shorter one. */
export function secretsKeyFrom(passphrase: string): Uint8Array {
  if (passphrase.length < SECRETS_KEY_BYTES)
    throw new Error(`The secrets key must have ${SECRETS_KEY_BYTES} characters or more`)
  return createHash('sha256').update(passphrase).digest()
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
