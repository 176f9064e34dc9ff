import type { Principal } from '@artel/use-cases'
import type { Plugin } from 'graphql-yoga'
import type { ApiContext } from '../context.ts'

/** What became of a request's credentials. */
export interface Authentication {
  /** Anonymous when there are none, or when they prove nothing. */
  readonly principal: Principal
  /** Why they prove nothing: what ends the request. */
  readonly authenticationError?: unknown
}

/** Ends a request whose credentials prove nothing, before its document is looked at. */
export function useAuthentication(): Plugin<ApiContext> {
  return {
    onParams({ context }) {
      const { authenticationError } = context as unknown as Authentication
      if (authenticationError !== undefined) throw authenticationError
    },
  }
}
