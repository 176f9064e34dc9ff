import type { TokenKey } from '@artel/store/prisma'
import type { Context } from './principal.ts'

/** Revokes a token key of the calling member; revoking twice changes nothing. */
export async function revokeTokenKey(
  context: Context,
  input: { readonly kid: string },
): Promise<{ readonly tokenKey: TokenKey }> {
  throw new Error('revokeTokenKey is not built yet', { cause: [context, input] })
}
