import type { Plugin } from 'graphql-yoga'
import type { Authenticate } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'

/** Puts the principal of a request into its context before its document is looked at; a bad proof ends the request. */
export function useAuthentication(authenticate: Authenticate): Plugin<ApiContext> {
  return {
    async onParams({ request, context }) {
      const requestContext = context as unknown as ApiContext
      requestContext.principal = await authenticate({
        authorization: request.headers.get('authorization'),
        origin: request.headers.get('origin'),
      })
    },
  }
}
