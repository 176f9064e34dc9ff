import type { CombinedError } from '@urql/core'
import { ArtelError } from './artel-error.ts'
import { errorOfReply } from './error-of-reply.ts'
import { NetworkError } from './system-errors.ts'

/**
 * What a call throws for the error of its result: the `ArtelError`, or the reason of the caller's signal. An
 * error that an exchange of the caller made is translated to the `ArtelError` nearest to it.
 */
export function thrownOf(error: CombinedError): unknown {
  if (error.cause !== undefined) return error.cause
  const { networkError, graphQLErrors, response } = error
  if (networkError instanceof ArtelError) return networkError
  if (networkError !== undefined) return new NetworkError(networkError)
  return errorOfReply(response instanceof Response ? response : new Response(), { errors: graphQLErrors })
}
