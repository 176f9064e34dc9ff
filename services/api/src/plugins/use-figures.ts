import { type ExecutionResult, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { RequestFigures } from '../metrics/api-metrics.ts'

/** The form of the schema's own codes. Anything else could come from a caller and must not become a label. */
const STABLE_CODE = /^[A-Z][A-Z_]{2,60}$/

/** Records the kind of every operation, and the outcome of those whose response Yoga sends. */
export function useFigures(): Plugin<{ figures: RequestFigures }> {
  return {
    onExecute({ args }) {
      const { figures } = args.contextValue as { figures: RequestFigures }
      const operation = getOperationAST(args.document, args.operationName)
      if (operation && operation.operation !== 'subscription') figures.kind = operation.operation
    },
    onSubscribe({ args }) {
      const { figures } = args.contextValue as { figures: RequestFigures }
      figures.kind = 'subscription'
    },
    onResultProcess({ result, serverContext }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result) return
      noteOutcome((serverContext as unknown as { figures: RequestFigures }).figures, result)
    },
  }
}

/** Records the outcome of an operation. Runs last, when every error has its code. */
export function noteOutcome(figures: RequestFigures, { errors }: ExecutionResult): void {
  figures.code = errors ? stableCode(errors[0]?.extensions.code) : 'OK'
}

const stableCode = (code: unknown): string =>
  typeof code === 'string' && STABLE_CODE.test(code) ? code : 'OTHER'
