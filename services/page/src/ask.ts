import type { TypedDocumentString } from './generated/graphql.ts'

/** Why there is no answer: a code of the API, or NETWORK. */
export class Problem extends Error {
  readonly code: string
  /** How long to wait, seconds; null: it does not say. */
  readonly waitSeconds: number | null

  constructor(code: string, waitSeconds: number | null = null) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.waitSeconds = waitSeconds
  }
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly {
    readonly extensions?: { readonly code?: string; readonly retryAfterMs?: number }
  }[]
}

/** The key under which the elements keep what this browser is known again by. */
const DEVICE_KEY = 'artel-device'

/** Asks the API by the hash of a document. With a token as the customer, without one as whoever has the cookie. Throws Problem. */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  token: string | null = null,
): Promise<Data> {
  const device = token === null ? null : keptDevice()
  const answer = await send<Data>(
    { documentId: document.__meta__?.hash, variables },
    {
      ...(token === null ? { 'artel-csrf': '1' } : { authorization: `Bearer ${token}` }),
      ...(device === null ? {} : { 'artel-device': device }),
    },
  )
  const [error] = answer.errors ?? []
  if (error || !answer.data) {
    const { code = 'OTHER', retryAfterMs } = error?.extensions ?? {}
    throw new Problem(code, retryAfterMs === undefined ? null : Math.ceil(retryAfterMs / 1000))
  }
  return answer.data
}

async function send<Data>(body: object, headers: Record<string, string>): Promise<Answer<Data>> {
  let response: Response
  try {
    response = await fetch('/graphql', {
      ...{ method: 'POST', cache: 'no-store', body: JSON.stringify(body) },
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...headers,
      },
    })
    return await response.json()
  } catch {
    throw new Problem('NETWORK')
  }
}

/** The payload of a mutation, or Problem with what it was refused with. */
export function granted<Result extends { readonly __typename: string }, Name extends Result['__typename']>(
  result: Result,
  name: Name,
): Extract<Result, { __typename: Name }> {
  if (result.__typename === name) return result as Extract<Result, { __typename: Name }>
  const { code, waitSeconds = null } = result as { code?: string; waitSeconds?: number }
  throw new Problem(code ?? 'OTHER', waitSeconds)
}

/** Made here where no element was first, so that one browser is one device. */
function keptDevice(): string | null {
  try {
    const kept = localStorage.getItem(DEVICE_KEY)
    if (kept && /^[\w-]{20,64}$/.test(kept)) return kept
    const made = crypto.randomUUID()
    localStorage.setItem(DEVICE_KEY, made)
    return made
  } catch {
    return null
  }
}
