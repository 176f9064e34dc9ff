/** Longest answer of an authenticator, characters: an attestation carries certificates. */
const MAX_RESPONSE_LENGTH = 20_000

/**
 * What an authenticator answered, as `PublicKeyCredential.toJSON()` writes it: read no further than to its parts being texts, the
 * rest is the library's. Undefined when it is no such thing.
 */
export function readResponse<Response>(text: string, parts: readonly string[]): Response | undefined {
  if (text.length > MAX_RESPONSE_LENGTH) return undefined
  const read = parsed(text)
  if (!isRecord(read) || typeof read.id !== 'string' || !isRecord(read.response)) return undefined
  const { response } = read
  return parts.every((part) => typeof response[part] === 'string') ? (read as Response) : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The challenge that an answer says it is to; undefined when it says none. */
export function challengeOf({ clientDataJSON }: { readonly clientDataJSON: string }): string | undefined {
  const said = parsed(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
  return isRecord(said) && typeof said.challenge === 'string' ? said.challenge : undefined
}
