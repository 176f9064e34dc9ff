import { stringifyDocument } from '@urql/core'
import { operationName, type TypedDocument } from './document.ts'
import { graphqlCall } from './graphql-call.ts'
import { send } from './send.ts'
import type { CallOptions, Transport } from './transport.ts'
import { type ResultPromise, resultPromise } from './unwrap.ts'

type Result = { readonly __typename: string }

/** Runs documents for the resource methods and the escape hatch. */
export interface Executor {
  query<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Data>
  mutate<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Data>
  /** Runs a document whose one root field is a union of a payload and refusals. */
  result<Data, Variables, Union extends Result>(
    kind: 'query' | 'mutation',
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options: CallOptions | undefined,
    pick: (data: Data) => Union,
  ): ResultPromise<Union>
}

/** Binds documents to a transport. */
export function executorOf(transport: Transport): Executor {
  async function run<Data, Variables>(
    kind: 'query' | 'mutation',
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options: CallOptions = {},
  ) {
    const query = textOf(document)
    const call = graphqlCall(kind, { body: { query }, operationName: operationName(query) }, variables)
    const { data, requestId } = await send(transport, call, options)
    // The document's type is the schema's word on the shape of its data.
    return { data: data as Data, requestId }
  }
  return {
    query: async (document, variables, options) => (await run('query', document, variables, options)).data,
    mutate: async (document, variables, options) =>
      (await run('mutation', document, variables, options)).data,
    result: (kind, document, variables, options, pick) =>
      resultPromise(
        run(kind, document, variables, options).then(({ data, requestId }) => ({
          result: pick(data),
          requestId,
        })),
      ),
  }
}

function textOf(document: object): string {
  return document instanceof String
    ? document.toString()
    : stringifyDocument(document as Parameters<typeof stringifyDocument>[0])
}
