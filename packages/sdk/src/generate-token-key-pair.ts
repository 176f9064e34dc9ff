import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import type { TokenAlgorithm } from './mint-customer-token.ts'
import type { JsonObject } from './scalars.ts'

/** A key pair for customer tokens. */
export interface TokenKeyPair {
  /** The key's id: its JWK thumbprint unless given. */
  readonly kid: string
  readonly algorithm: TokenAlgorithm
  /** Secret: keep it with your server's secrets, give it to `mintCustomerToken`. */
  readonly privateJwk: JWK
  /** Public: register it with `artel.tokenKeys.register({ kid, publicJwk })`. */
  readonly publicJwk: JsonObject
}

/** Options of `generateTokenKeyPair`. */
export interface TokenKeyPairOptions {
  /**
   * Ed25519 (`EdDSA`) or P-256 (`ES256`).
   *
   * @defaultValue 'EdDSA'
   */
  readonly algorithm?: TokenAlgorithm | undefined
  /**
   * The key's id.
   *
   * @defaultValue the JWK thumbprint of the public key
   */
  readonly kid?: string | undefined
}

/**
 * Makes a key pair with which your server signs customer tokens.
 *
 * @example
 * ```ts
 * import { generateTokenKeyPair } from '@artel/sdk/token'
 *
 * const { kid, privateJwk, publicJwk } = await generateTokenKeyPair()
 * await artel.tokenKeys.register({ kid, publicJwk }).unwrap()
 * console.log(JSON.stringify(privateJwk)) // keep it with your secrets
 * ```
 */
export async function generateTokenKeyPair(options: TokenKeyPairOptions = {}): Promise<TokenKeyPair> {
  const { algorithm = 'EdDSA' } = options
  const pair = await generateKeyPair(algorithm, { extractable: true })
  const publicJwk = await exportJWK(pair.publicKey)
  const kid = options.kid ?? (await calculateJwkThumbprint(publicJwk))
  const named = { kid, alg: algorithm, use: 'sig' }
  return {
    kid,
    algorithm,
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...named },
    publicJwk: { ...publicJwk, ...named },
  }
}
