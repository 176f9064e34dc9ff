import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { requestError } from '../errors/request-error.ts'

/** What the node handler adds to the context of a POST: its body, read and counted. */
export interface BufferedBody {
  readonly bodyText?: string
}

const JSON_TYPE = /^application\/(graphql\+)?json\s*(;|$)/i

/** Parses the body that the node handler has read, in place of Yoga's own readers. JSON only: nothing else is spoken here. */
export function useBufferedBody(): Plugin<object, BufferedBody> {
  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      if (request.method !== 'POST') return
      if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
        throw new GraphQLError('Send the request as JSON: content-type: application/json.', {
          extensions: { code: 'UNSUPPORTED_MEDIA_TYPE', retryable: false, http: { status: 415 } },
        })
      }
      const text = (serverContext as BufferedBody).bodyText ?? ''
      setRequestParser(() => parsed(text))
    },
  }
}

function parsed(text: string) {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return body
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw requestError(
    'BAD_REQUEST',
    'The body must be a JSON object such as {"query": "{ viewer { kind } }"}.',
  )
}
