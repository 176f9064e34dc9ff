import type { AnyVariables, Client } from 'urql'
import type { TypedDocumentString } from '../generated/graphql.ts'
import { type Failure, failureOf } from './failure.ts'

/** Asks the server once, past what is kept. Throws nothing: an answer, or why there is none. */
export async function askOnce<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<
  { readonly data: Data; readonly failure: null } | { readonly data: null; readonly failure: Failure }
> {
  const { data, error } = await client
    .query<Data, Variables>(document.toString(), variables, { requestPolicy: 'network-only' })
    .toPromise()
  if (data && !error) return { data, failure: null }
  return { data: null, failure: error ? failureOf(error) : { kind: 'failed', code: null, requestId: null } }
}
