import type { Plugin } from 'graphql-yoga'
import type { ApiContext } from '../context.ts'
import { requestError } from '../errors/request-error.ts'

/** The widget's documents by the SHA-256 of their text, hex. */
export type PersistedOperations = ReadonlyMap<string, string>

/**
 * Replaces the id of a persisted operation (`documentId`, or `extensions.persistedQuery.sha256Hash`) by its document. A
 * customer's token may run nothing else, so a stolen token reads no more than the widget does.
 */
export function usePersistedOperations(operations: PersistedOperations): Plugin<ApiContext> {
  return {
    onParams({ params, setParams, context }) {
      const { principal } = context as unknown as ApiContext
      const id = persistedId(params)
      if (id === undefined) {
        if (principal.kind !== 'customer') return
        throw requestError(
          'PERSISTED_OPERATION_REQUIRED',
          'A customer token runs persisted operations only: send {"documentId": "<sha256>"}. Use an API key on your server for other documents.',
        )
      }
      const query = operations.get(id)
      if (query === undefined) {
        throw requestError(
          'PERSISTED_OPERATION_NOT_FOUND',
          'No persisted operation has this id. Update the widget, or send the document with an API key.',
        )
      }
      const { documentId: _id, ...rest } = params as typeof params & { documentId?: unknown }
      setParams({ ...rest, query })
    },
  }
}

function persistedId(params: { extensions?: Record<string, unknown> }): string | undefined {
  const { documentId } = params as { documentId?: unknown }
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '')
  const persisted = params.extensions?.persistedQuery
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return undefined
  return typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash : undefined
}
