import {
  BREAK,
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
  visit,
} from 'graphql'
import { schema } from '../graphql/schema.ts'
import { inspectDocument, LIMITS } from '../plugins/inspect-document.ts'
import { priceDocument, totalPrice } from '../plugins/price-document.ts'

/** Most that the answer for one event may cost: it is asked for every event. */
const BUDGET = 100
/** The only variable: the public id of what the event is about. */
const VARIABLE = '$subjectId: ID!'

/**
 * What is wrong with a query that events are to be told by; empty when nothing is. It must be one query, valid against the
 * schema, within the limits of any request and a budget of its own, and may know no variable but `$subjectId: ID!`.
 */
export function problemsOfQuery(query: string): readonly string[] {
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens })
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    const [operation] = operations as readonly OperationDefinitionNode[]
    if (operations.length !== 1 || operation?.operation !== 'query') return ['It must be one query.']
    const invalid = validate(schema, document).map(({ message }) => message)
    return invalid.length > 0 ? invalid.slice(0, MAX_PROBLEMS) : excessesOf(document, operation)
  } catch (error) {
    // Unreadable, or fragments that contain themselves.
    if (error instanceof GraphQLError || error instanceof Error) return [error.message]
    throw error
  }
}

const MAX_PROBLEMS = 5

function excessesOf(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const problems: string[] = []
  const variables = (operation.variableDefinitions ?? []).map((variable) => print(variable))
  if (variables.some((variable) => variable !== VARIABLE))
    problems.push(`Its only variable may be ${VARIABLE}; it has ${variables.join(', ')}.`)
  if (guesses(document)) problems.push('It may not look for a customer by phone or card.')
  const measure = inspectDocument(document)
  if (measure.introspections > 0) problems.push('It may not ask for the schema.')
  for (const kind of ['depth', 'fields', 'aliases', 'directives'] as const)
    if (measure[kind] > LIMITS[kind])
      problems.push(`It has ${kind} ${measure[kind]}; the limit is ${LIMITS[kind]}.`)
  const pages = measure.pageSizes.flatMap((size) => ('value' in size ? [size.value] : []))
  if (pages.some((size) => size < 1 || size > LIMITS.pageSize))
    problems.push(`Pages have 1 to ${LIMITS.pageSize} nodes.`)
  const cost = totalPrice(priceDocument(schema, document, undefined), {})
  if (cost > BUDGET) problems.push(`It costs ${cost} for every event; the budget is ${BUDGET}.`)
  return problems
}

/** Whether it tries phones or cards, which would be tried again with every event and are counted for nobody. */
function guesses(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    ObjectField({ name: { value } }) {
      if (value !== 'phone' && value !== 'cardNumber') return undefined
      found = true
      return BREAK
    },
  })
  return found
}
