import { type CryptoKey, importJWK, type JWK, type KeyObject, SignJWT } from 'jose'
import type { PointsInput } from './scalars.ts'
import { ConfigurationError } from './system-errors.ts'

/** Signature algorithms of customer tokens. */
export type TokenAlgorithm = 'EdDSA' | 'ES256'

/**
 * What a customer's token may do: read the wallet, hold points, and change what is the customer's own (take back a consent, freeze its
 * points, claim a code or a receipt).
 */
export type CustomerScope = 'wallet:read' | 'hold:create' | 'wallet:write'

/** Input of `mintCustomerToken`. */
export interface MintCustomerTokenInput {
  /** Your member's id, `mbr_...`. */
  readonly memberId: string
  /** The customer's id, `cus_...`. */
  readonly customerId: string
  /** The private key as a JWK; or give `key`. */
  readonly privateJwk?: JWK | undefined
  /** The private key, already imported; or give `privateJwk`. */
  readonly key?: CryptoKey | KeyObject | undefined
  /** The id under which the public key is registered. */
  readonly kid: string
  /**
   * Algorithm of the registered key.
   *
   * @defaultValue 'EdDSA'
   */
  readonly algorithm?: TokenAlgorithm | undefined
  /**
   * Life in seconds, 1 to 600.
   *
   * @defaultValue 600
   */
  readonly ttlSeconds?: number | undefined
  /**
   * What the token may do, as far as the key could that registered the signing key.
   *
   * @defaultValue ['wallet:read', 'hold:create', 'wallet:write']
   */
  readonly scope?: readonly CustomerScope[] | undefined
  /**
   * Origin of the page that may use the token, for example `https://shop.example`.
   *
   * @defaultValue any origin
   */
  readonly origin?: string | undefined
  /**
   * Most points that are held and captured under the token, whole points: all its holds count together.
   *
   * @defaultValue no limit of its own
   */
  readonly maxPoints?: PointsInput | undefined
}

/** A token and its end; the JSON of this is what a token endpoint answers to the widget. */
export interface CustomerToken {
  readonly token: string
  /** ISO 8601 in UTC. */
  readonly expiresAt: string
}

const LONGEST_TTL_SECONDS = 600

/**
 * Signs a short token with which a page acts for one customer. It is made here, without a call to the API.
 *
 * @throws `ConfigurationError` for a missing key, a life over ten minutes, a bad origin or a bad amount; `jose`'s own error
 * for a key that cannot be read.
 *
 * @example
 * ```ts
 * import { mintCustomerToken } from '@artel/sdk/token'
 *
 * const { token, expiresAt } = await mintCustomerToken({
 *   memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT',
 *   customerId: 'cus_3vQB7B6MrGQZaxCuFg4oh',
 *   privateJwk: JSON.parse(process.env.ARTEL_TOKEN_KEY ?? '{}'),
 *   kid: process.env.ARTEL_TOKEN_KID ?? '',
 *   origin: 'https://shop.example',
 * })
 * console.log(token, expiresAt)
 * ```
 */
export async function mintCustomerToken(input: MintCustomerTokenInput): Promise<CustomerToken> {
  const { algorithm = 'EdDSA', ttlSeconds = LONGEST_TTL_SECONDS } = input
  if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > LONGEST_TTL_SECONDS) {
    throw new ConfigurationError(`ttlSeconds must be a whole number from 1 to ${LONGEST_TTL_SECONDS}.`)
  }
  const issuedAt = Math.floor(Date.now() / 1000)
  const expiresAt = issuedAt + ttlSeconds
  const token = await new SignJWT({
    scope: (input.scope ?? ['wallet:read', 'hold:create', 'wallet:write']).join(' '),
    ...(input.origin !== undefined && { origin: originOf(input.origin) }),
    ...(input.maxPoints !== undefined && { max_points: wholePoints(input.maxPoints) }),
  })
    .setProtectedHeader({ alg: algorithm, kid: input.kid, typ: 'JWT' })
    .setIssuer(input.memberId)
    .setSubject(input.customerId)
    .setAudience('artel')
    .setJti(crypto.randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(await signingKey(input, algorithm))
  return { token, expiresAt: new Date(expiresAt * 1000).toISOString() }
}

async function signingKey(input: MintCustomerTokenInput, algorithm: TokenAlgorithm) {
  if (input.key !== undefined) return input.key
  if (input.privateJwk === undefined) throw new ConfigurationError('Give key or privateJwk.')
  return importJWK(input.privateJwk, algorithm)
}

function originOf(origin: string): string {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return origin
  throw new ConfigurationError(`origin must be scheme, host and port only: ${origin}`)
}

function wholePoints(points: PointsInput): string {
  const text = points.toString()
  if (/^\d+$/.test(text)) return text
  throw new ConfigurationError(`maxPoints must be a whole number of points: ${text}`)
}
