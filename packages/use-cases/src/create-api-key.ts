import type { ApiKey } from '@artel/store/prisma'
import type { Context } from './principal.ts'

export interface CreateApiKeyInput {
  /** Administrators name the member, or none for another administrator's key; a member makes its own. */
  readonly memberId?: string | null
  readonly name: string
  /** Defaults to all that the kind of key may have. */
  readonly scopes?: readonly string[] | null
}

export interface CreatedApiKey {
  readonly apiKey: ApiKey
  /** Shown this once; only its SHA-256 is stored. */
  readonly secret: string
}

/** Makes an API key. No key can give more scopes than its maker has. */
export async function createApiKey(context: Context, input: CreateApiKeyInput): Promise<CreatedApiKey> {
  throw new Error('createApiKey is not built yet', { cause: [context, input] })
}
