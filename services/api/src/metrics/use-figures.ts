import { getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { RequestFigures } from './api-metrics.ts'

/** A code as the schema's own errors have it: nothing that a caller could have made up. */
const STABLE_CODE = /^[A-Z][A-Z_]{2,60}$/

/** Notes what an operation was and how it ended. Comes last, when every error has its code. */
export function useFigures(): Plugin<{ figures: RequestFigures }> {
  return {
    onExecute({ args }) {
      const { figures } = args.contextValue as { figures: RequestFigures }
      const operation = getOperationAST(args.document, args.operationName)
      if (operation && operation.operation !== 'subscription') figures.kind = operation.operation
    },
    onResultProcess({ result, serverContext }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result) return
      const { figures } = serverContext as unknown as { figures: RequestFigures }
      const code = result.errors?.[0]?.extensions?.code
      figures.code = result.errors ? stableCode(code) : 'OK'
    },
  }
}

const stableCode = (code: unknown): string =>
  typeof code === 'string' && STABLE_CODE.test(code) ? code : 'OTHER'
