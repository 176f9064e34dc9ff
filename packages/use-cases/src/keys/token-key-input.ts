import { InvalidInputError } from '@artel/ledger'
import { importJWK } from 'jose'
import { checkRef } from '../input/text.ts'
import { SESSION_KID } from './create-widget-session.ts'

/** A public key as a member hands it in. */
export interface TokenKeyInput {
  /** The member's own name of the key, sent in the header of its tokens. */
  readonly kid: string
  /** A public OKP/Ed25519 or EC/P-256 JWK. */
  readonly publicJwk: Readonly<Record<string, unknown>>
}

/** The key as it is kept; its algorithm is fixed by its kind. Throws InvalidInputError, also for private material. */
export async function checkTokenKey(input: TokenKeyInput) {
  return { kid: checkKid(input.kid), ...(await checkPublicJwk(input.publicJwk)) }
}

function checkKid(value: string): string {
  const kid = checkRef(['kid'], value)
  if (kid === SESSION_KID)
    throw new InvalidInputError({
      path: ['kid'],
      problem: `Must not be ${SESSION_KID}, which is the platform's own.`,
    })
  return kid
}

/** Members of a JWK that only a private or a symmetric key has. */
const PRIVATE_FIELDS = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv']

async function checkPublicJwk(jwk: Readonly<Record<string, unknown>>) {
  const path = ['publicJwk']
  if (PRIVATE_FIELDS.some((field) => field in jwk))
    throw new InvalidInputError({
      path,
      problem: 'Must be the public key only. Keep the private key on your server; replace it now.',
    })
  const { kty, crv, x, y } = jwk
  try {
    if (kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string') {
      const publicJwk = { kty, crv, x }
      await importJWK(publicJwk, 'EdDSA')
      return { algorithm: 'EdDSA' as const, publicJwk }
    }
    if (kty === 'EC' && crv === 'P-256' && typeof x === 'string' && typeof y === 'string') {
      const publicJwk = { kty, crv, x, y }
      await importJWK(publicJwk, 'ES256')
      return { algorithm: 'ES256' as const, publicJwk }
    }
  } catch {
    throw new InvalidInputError({
      path,
      problem: 'Must be a valid key: its coordinates are not a point of the curve.',
    })
  }
  throw new InvalidInputError({ path, problem: 'Must be a public OKP/Ed25519 or EC/P-256 key as JWK.' })
}
