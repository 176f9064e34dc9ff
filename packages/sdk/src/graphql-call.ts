import { jsonOf } from './json-of.ts'
import type { GraphQLCall } from './transport.ts'

/** Builds the one body that every attempt of a call sends. A `bigint` goes as a decimal string. */
export function graphqlCall(
  kind: 'query' | 'mutation',
  document: { readonly body: object; readonly operationName: string | undefined },
  variables: unknown,
): GraphQLCall {
  return {
    kind,
    operationName: document.operationName,
    body: jsonOf({ ...document.body, variables: variables ?? {} }),
    repeatable: kind === 'query' || isKeyed(variables),
  }
}

/** Whether variables carry an idempotency key, at the top or in `input`. */
function isKeyed(variables: unknown): boolean {
  if (typeof variables !== 'object' || variables === null) return false
  if ('idempotencyKey' in variables && typeof variables.idempotencyKey === 'string') return true
  return 'input' in variables && variables.input !== variables && isKeyed(variables.input)
}
