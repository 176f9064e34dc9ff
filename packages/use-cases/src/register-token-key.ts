import type { TokenKey } from '@artel/store/prisma'
import type { Context } from './principal.ts'

export interface RegisterTokenKeyInput {
  /** The member's own name of the key, sent in the header of its tokens. */
  readonly kid: string
  /** A public OKP/Ed25519 or EC/P-256 JWK. */
  readonly publicJwk: Readonly<Record<string, unknown>>
}

/** Registers the public half of the key that the calling member signs customer tokens with. */
export async function registerTokenKey(
  context: Context,
  input: RegisterTokenKeyInput,
): Promise<{ readonly tokenKey: TokenKey }> {
  throw new Error('registerTokenKey is not built yet', { cause: [context, input] })
}
