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

/** Makes a key pair with which your server signs customer tokens: Ed25519 (`EdDSA`) or P-256 (`ES256`). */
export async function generateTokenKeyPair(
  options: { readonly algorithm?: TokenAlgorithm | undefined; readonly kid?: string | undefined } = {},
): Promise<TokenKeyPair> {
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
