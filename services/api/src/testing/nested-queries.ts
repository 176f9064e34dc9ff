import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { schema } from '../graphql/schema.ts'

/** Objects on a way from the root, most. */
const DEEPEST = 6
/** Of these a way may lead to a second one: from a customer over a purchase to the customer again. */
const TWICE = ['Customer', 'Purchase']
/** What an edge has its connection shows as well. */
const LEFT_OUT = ['edges', 'pageInfo']

/**
 * Selections of a type of the schema: all plain fields of every object that is reached from it, once for every way that
 * leads there. Selections of one field can stand beside each other in a document.
 */
export function nestedSelections(typeName: string): string[] {
  const type = schema.getType(typeName)
  if (!type) throw new Error(`${typeName} is no type`)
  return selections(type, [])
}

function selections(type: GraphQLNamedType, way: readonly string[]): string[] {
  if (isAbstractType(type))
    return schema
      .getPossibleTypes(type)
      .filter(({ name }) => !name.endsWith('Error'))
      .flatMap((possible) => selections(possible, way).map((one) => `... on ${possible.name} { ${one} }`))
  const here = [...way, type.name]
  const fields = fieldsOf(type)
  const plain = fields.map((field) => plainly(field)).filter((one) => one !== '')
  const onward = fields.flatMap((field) => {
    const next = getNamedType(field.type)
    if (plainly(field) !== '' || !mayLeadTo(next, here)) return []
    const page = field.args.some(({ name }) => name === 'first') ? `(first: ${pageOf(field.name)})` : ''
    return selections(next, here).map((one) => `${field.name}${page} { ${one} }`)
  })
  return [`__typename ${plain.join(' ')}`, ...onward]
}

/** Few nodes a page, or ways over several pages cost more than a caller may ask for; the lines of statements all. */
const pageOf = (field: string): number => (field === 'lines' ? 20 : 3)

const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type)
    ? Object.values(type.getFields()).filter(
        ({ name, args }) => !LEFT_OUT.includes(name) && !args.some(isRequiredArgument),
      )
    : []

/** The field as it is selected if nothing leads on from it: a scalar, or an object of nothing but those. */
function plainly(field: GraphQLField<unknown, unknown>, within: readonly string[] = []): string {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return field.name
  if (within.includes(type.name)) return ''
  const inner = fieldsOf(type).map((one) => plainly(one, [...within, type.name]))
  return inner.length > 0 && !inner.includes('') ? `${field.name} { ${inner.join(' ')} }` : ''
}

function mayLeadTo(next: GraphQLNamedType, way: readonly string[]): boolean {
  const times = way.filter((name) => name === next.name).length
  return way.length < DEEPEST && times < (TWICE.includes(next.name) ? 2 : 1)
}
