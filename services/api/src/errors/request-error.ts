import { FAILURES, type FailureCode } from '@artel/ledger'
import { GraphQLError } from 'graphql'

/** Makes the error that a request fails with. `message` says what to do and holds neither secrets nor personal data. */
export function requestError(code: FailureCode, message: string): GraphQLError {
  const { status, retryable = false } = FAILURES[code]
  const headers = status === 401 ? { 'www-authenticate': 'Bearer realm="artel"' } : undefined
  return new GraphQLError(message, {
    extensions: { code, retryable, http: headers ? { status, headers } : { status } },
  })
}
