import type { Plugin } from 'graphql-yoga'
import type { Authentication } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'

/** Fails a request whose authentication failed, before its document is parsed. */
export function useAuthentication(): Plugin<ApiContext> {
  return {
    onParams({ context }) {
      const { authenticationError } = context as unknown as Authentication
      if (authenticationError !== undefined) throw authenticationError
    },
  }
}
