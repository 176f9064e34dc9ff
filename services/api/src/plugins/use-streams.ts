import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type SubscriptionArgs,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ApiContext } from '../context.ts'
import { requestError } from '../errors/request-error.ts'
import type { OpenStream } from '../live/streams.ts'

/**
 * Answers subscriptions, and nothing else, to callers that take a stream. Each event is executed as the caller is by then, and
 * its cursor stands in the `extensions` of its result.
 */
export function useStreams({ hideSuggestions }: { readonly hideSuggestions: boolean }): Plugin<ApiContext> {
  return {
    onExecute({ args }) {
      if (!(args.contextValue as ApiContext).takesStreamAlone) return
      throw requestError(
        'NOT_ACCEPTABLE',
        'A stream is for subscriptions: accept application/graphql-response+json or application/json.',
      )
    },
    onSubscribe({ args, setSubscribeFn }) {
      if ((args.contextValue as ApiContext).openStream === null)
        throw requestError(
          'NOT_ACCEPTABLE',
          'Subscriptions are streams: POST with accept: text/event-stream.',
        )
      setSubscribeFn((given: SubscriptionArgs) => subscribe(given, hideSuggestions))
    },
  }
}

async function subscribe(
  args: SubscriptionArgs,
  hideSuggestions: boolean,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const given = args.contextValue as ApiContext
  let stream: OpenStream | undefined
  const openStream: ApiContext['openStream'] = (assertGranted) => {
    stream = given.openStream?.(assertGranted)
    if (stream === undefined) throw new Error('A caller that takes no stream was let through')
    return stream
  }
  const events = await createSourceEventStream({ ...args, contextValue: { ...given, openStream } })
  if (!(Symbol.asyncIterator in events)) return events
  const source = events[Symbol.asyncIterator]() as AsyncIterator<{ readonly cursor: string }, undefined>
  const { operationName, ...rest } = args
  const execution: ExecutionArgs = { ...rest, hideSuggestions, ...(operationName && { operationName }) }
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => results,
    async next() {
      const { done, value: event } = await source.next()
      if (done) return { done, value: undefined }
      const contextValue: ApiContext = { ...given, principal: stream?.principal ?? given.principal }
      const { data, errors } = await execute({ ...execution, contextValue, rootValue: event })
      const value = { ...(errors && { errors }), ...(data !== undefined && { data }) }
      return { done: false, value: { ...value, extensions: { cursor: event.cursor } } }
    },
    async return() {
      await source.return?.()
      return { done: true, value: undefined }
    },
  }
  return results
}
