import type { ApiKey } from '@artel/store/prisma'
import type { Context } from './principal.ts'

/** Revokes an API key; revoking twice changes nothing. */
export async function revokeApiKey(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly apiKey: ApiKey }> {
  throw new Error('revokeApiKey is not built yet', { cause: [context, input] })
}
