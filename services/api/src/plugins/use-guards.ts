import { type DocumentNode, type ExecutionArgs, GraphQLError, parse as parseDocument } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ApiContext } from '../context.ts'
import { requestError } from '../errors/request-error.ts'
import { type DocumentMeasure, inspectDocument, LIMITS, UnmeasurableDocument } from './inspect-document.ts'

/** Measures and refusals, cached for as long as Yoga caches the parsed document. */
const measures = new WeakMap<DocumentNode, DocumentMeasure | GraphQLError>()

/**
 * Refuses documents above the limits before any resolver runs: tokens while parsing, then depth, fields, aliases,
 * directives and mutations with fragments expanded, then page sizes in variables. Also refuses introspection where it
 * is disabled.
 */
export function useGuards({ production }: { production: boolean }): Plugin<ApiContext> {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) =>
        parseDocument(source, { ...options, maxTokens: LIMITS.tokens, noLocation: false }),
      )
      return ({ result, context }) => {
        if (result === null || result instanceof Error || !('definitions' in result)) return
        const measure = measureOf(result)
        if (measure instanceof GraphQLError) throw measure
        if (measure.introspections > 0 && !mayIntrospect(context, production)) {
          throw requestError(
            'INTROSPECTION_DISABLED',
            'Introspection needs a developer key here. The schema is published as schema.graphql.',
          )
        }
      }
    },
    onExecute: ({ args }) => assertPagesOf(args),
    onSubscribe: ({ args }) => assertPagesOf(args),
  }
}

function assertPagesOf({
  document,
  variableValues,
}: Pick<ExecutionArgs, 'document' | 'variableValues'>): void {
  const measure = measures.get(document)
  if (!measure || measure instanceof GraphQLError) return
  assertPageSizes(measure, variableValues ?? {})
}

function mayIntrospect({ principal }: ApiContext, production: boolean): boolean {
  if (principal.kind === 'customer' || principal.kind === 'till') return false
  return principal.kind !== 'anonymous' || !production
}

function measureOf(document: DocumentNode): DocumentMeasure | GraphQLError {
  const known = measures.get(document)
  if (known) return known
  const measure = measured(document)
  measures.set(document, measure)
  return measure
}

function measured(document: DocumentNode): DocumentMeasure | GraphQLError {
  try {
    const measure = inspectDocument(document)
    return tooMuch(measure) ?? measure
  } catch (error) {
    if (error instanceof UnmeasurableDocument)
      return requestError('QUERY_TOO_COMPLEX', `The document is refused. ${error.message}`)
    throw error
  }
}

function tooMuch(measure: DocumentMeasure): GraphQLError | undefined {
  for (const kind of ['depth', 'fields', 'aliases', 'directives', 'mutations', 'introspections'] as const) {
    if (measure[kind] > LIMITS[kind]) {
      return requestError(
        'QUERY_TOO_COMPLEX',
        `The document has ${kind} ${measure[kind]}; the limit is ${LIMITS[kind]}. Split it.`,
      )
    }
  }
  for (const argument of measure.pageSizes) {
    if ('value' in argument && !isPageSize(argument.value)) return pageSizeError(argument.value)
  }
  return undefined
}

function assertPageSizes(measure: DocumentMeasure, variables: Record<string, unknown>): void {
  for (const argument of measure.pageSizes) {
    if ('value' in argument) continue
    const given = variables[argument.variable]
    const value = given === undefined ? argument.defaultValue : given
    if (typeof value === 'number' && !isPageSize(value)) throw pageSizeError(value)
  }
}

const isPageSize = (value: number) => value >= 1 && value <= LIMITS.pageSize

function pageSizeError(value: number): GraphQLError {
  return requestError('BAD_USER_INPUT', `first must be 1 to ${LIMITS.pageSize}; ${value} was asked for.`)
}
