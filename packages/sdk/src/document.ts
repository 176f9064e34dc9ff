/**
 * A GraphQL document that knows its result and variables: a `TypedDocumentNode`, a `TypedDocumentString` of
 * GraphQL Code Generator, or a document of gql.tada.
 */
export interface TypedDocument<Data, Variables> {
  __apiType?: (variables: Variables) => Data
}

/** The variables argument, which may be left out when the document takes none. */
export type VariablesAndOptions<Variables, Options> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: Options]
    : [variables: Variables, options?: Options]

/** Id of a persisted document as the code generator left it, or undefined. */
export function persistedHash(document: object): string | undefined {
  const { hash } = Object((document as { __meta__?: unknown }).__meta__) as { hash?: unknown }
  return typeof hash === 'string' ? hash : undefined
}

/** Name of the first operation in a document's text, for hooks and messages. */
export function operationName(text: string): string | undefined {
  return /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1]
}
