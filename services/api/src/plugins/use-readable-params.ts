import type { Plugin } from 'graphql-yoga'
import { requestError } from '../errors/request-error.ts'

/** Answers a GET whose `variables` or `extensions` are no JSON as the caller's mistake. */
export function useReadableParams(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (!requestParser) return
      setRequestParser((request) => {
        try {
          return requestParser(request)
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error
          throw requestError(
            'BAD_REQUEST',
            'variables and extensions in the address must each be a JSON object.',
          )
        }
      })
    },
  }
}
