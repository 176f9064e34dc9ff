import { createRequest, type GraphQLRequest } from '@urql/core'
import { jsonOf } from './json-of.ts'
import { InvalidRequestError } from './system-errors.ts'

/**
 * Makes urql's request of a document and its variables, as JSON carries them. Throws `InvalidRequestError` for a
 * document that is none, and for a mutation given as a query: it would be repeated without a key.
 */
export function requestOf(
  kind: 'query' | 'mutation' | 'subscription',
  document: object,
  variables: unknown,
): GraphQLRequest<unknown> {
  // Before urql computes a key of them: it knows no bigint.
  const plain = JSON.parse(jsonOf(variables ?? {}))
  const request = requestOrRefusal(document, plain)
  const operation = request.query.definitions?.find((definition) => 'operation' in definition)
  if (operation === undefined || !('operation' in operation) || operation.operation !== kind) {
    throw new InvalidRequestError('INVALID_DOCUMENT', `The document is not a ${kind}.`)
  }
  return request
}

function requestOrRefusal(document: object, variables: Record<string, unknown>): GraphQLRequest<unknown> {
  try {
    return document instanceof String
      ? createRequest(document.toString(), variables)
      : createRequest(document as Exclude<Parameters<typeof createRequest>[0], string>, variables)
  } catch (cause) {
    throw new InvalidRequestError('INVALID_DOCUMENT', `The document cannot be read: ${cause}.`, { cause })
  }
}
