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
 * Selections of a type of the schema, one for every way that leads on from object to object as far as it goes: together
 * they reach every field over every way. Each takes all plain fields of the objects that it comes by.
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
      .flatMap((possible) => selections(possible, way).map((one) => `{ ... on ${possible.name} ${one} }`))
  const here = [...way, type.name]
  const fields = fieldsOf(type)
  const plain = fields.map((field) => plainly(field)).filter((one) => one !== '')
  const onward = fields.flatMap((field) => {
    const next = getNamedType(field.type)
    if (plainly(field) !== '' || !mayLeadTo(next, here)) return []
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 10)' : ''
    return selections(next, here).map((one) => `${field.name}${page} ${one}`)
  })
  return (onward.length > 0 ? onward : ['']).map((one) => `{ __typename ${plain.join(' ')} ${one} }`)
}

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
