import { type ExecutionResult, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { RequestFigures } from '../metrics/api-metrics.ts'

/** A code as the schema's own errors have it: nothing that a caller could have made up. */
const STABLE_CODE = /^[A-Z][A-Z_]{2,60}$/

/** Notes what an operation was and, of one that Yoga sends, how it ended. */
export function useFigures(): Plugin<{ figures: RequestFigures }> {
  return {
    onExecute({ args }) {
      const { figures } = args.contextValue as { figures: RequestFigures }
      const operation = getOperationAST(args.document, args.operationName)
      if (operation && operation.operation !== 'subscription') figures.kind = operation.operation
    },
    onResultProcess({ result, serverContext }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result) return
      noteOutcome((serverContext as unknown as { figures: RequestFigures }).figures, result)
    },
  }
}

/** Notes how an operation ended. Comes last, when every error has its code. */
export function noteOutcome(figures: RequestFigures, { errors }: ExecutionResult): void {
  figures.code = errors ? stableCode(errors[0]?.extensions.code) : 'OK'
}

const stableCode = (code: unknown): string =>
  typeof code === 'string' && STABLE_CODE.test(code) ? code : 'OTHER'
