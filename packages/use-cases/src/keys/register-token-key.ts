import { AlreadyExistsError, InvalidInputError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { TokenKey } from '@artel/store/prisma'
import { importJWK } from 'jose'
import { requireMember } from '../access/authorise.ts'
import { tokenScopesOf } from '../access/grantable-scopes.ts'
import type { Context } from '../access/principal.ts'
import { checkRef } from '../input/text.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { SESSION_KID } from './create-widget-session.ts'

export interface RegisterTokenKeyInput {
  /** The member's own name of the key, sent in the header of its tokens. */
  readonly kid: string
  /** A public OKP/Ed25519 or EC/P-256 JWK. */
  readonly publicJwk: Readonly<Record<string, unknown>>
}

/**
 * Registers the public half of the key that the calling member signs customer tokens with. Its algorithm is fixed
 * here, by the kind of key, and so is its reach: its tokens may do at most what the API key may that registers it.
 * Throws InvalidInputError (also for private material) and AlreadyExistsError for a used kid.
 */
export async function registerTokenKey(
  context: Context,
  input: RegisterTokenKeyInput,
): Promise<{ readonly tokenKey: TokenKey }> {
  const principal = requireMember(context.principal, 'member:write', 'registerTokenKey')
  const { coalitionId, memberId } = principal
  const { prisma } = context.store
  const kid = checkKid(input.kid)
  const { algorithm, publicJwk } = await checkPublicJwk(input.publicJwk)
  const createdAt = await coalitionNow(context.store, coalitionId)
  try {
    const scopes = tokenScopesOf(principal)
    const data = { coalitionId, memberId, kid, algorithm, publicJwk, scopes, createdAt }
    return { tokenKey: await prisma.tokenKey.create({ data }) }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AlreadyExistsError({ what: 'tokenKey', existingId: null }, { path: ['kid'] })
  }
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
