import type { Client, OperationResult } from '@urql/core'
import { callKeys } from './call-keys.ts'
import type { TypedDocument } from './document.ts'
import { requestOf } from './request-of.ts'
import { ConfigurationError } from './system-errors.ts'
import { thrownOf } from './thrown-of.ts'
import type { CallOptions } from './transport.ts'
import { untilAborted } from './until-aborted.ts'
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

/** Binds documents to a urql client whose last exchange is `artelExchange`. */
export function executorOf(client: Client): Executor {
  const keys = callKeys()

  async function run<Data, Variables>(
    kind: 'query' | 'mutation',
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    options: CallOptions = {},
  ) {
    const { signal } = options
    signal?.throwIfAborted()
    const request = requestOf(kind, document, variables)
    const key = keys.take(request.key)
    const call = { ...options }
    const context = { requestPolicy: 'network-only', artel: call } as const
    const execute = kind === 'query' ? client.executeQuery : client.executeMutation
    const answered = execute({ ...request, key }, context)
      .toPromise()
      .finally(() => {
        keys.release(key)
        // A cache among the exchanges may keep the operation; the caller's signal is not its to keep.
        call.signal = undefined
      })
    const result: OperationResult | undefined = await untilAborted(answered, signal)
    if (result === undefined) throw new ConfigurationError('An exchange ended the call without a result.')
    if (result.error !== undefined) throw thrownOf(result.error)
    const requestId: unknown = result.extensions?.requestId
    // The document's type is the schema's word on the shape of its data.
    return { data: result.data as Data, requestId: typeof requestId === 'string' ? requestId : undefined }
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
