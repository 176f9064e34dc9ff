import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { schema } from '../graphql/schema.ts'

/** A field to be asked for by itself. */
export interface ShownField {
  /** Where it stands below its node or root, such as `wallet.balance`; a list's name stands for each of it. */
  readonly path: string
  /** How a document selects it, such as `wallet { balance }`. */
  readonly selection: string
}

/** Values within values go no deeper; none does today. */
const DEEPEST = 5

/**
 * All fields that a type shows, each by itself: of a node that is reached from it the id, as the node's own type shows the
 * rest, and of any other object what is in it. `argumentsOf` are the arguments of fields that cannot do without, by
 * `Type.field`. Throws for a field whose arguments are not given.
 */
export function shownFields(typeName: string, argumentsOf: Readonly<Record<string, string>>): ShownField[] {
  const type = schema.getType(typeName)
  if (!isObjectType(type)) throw new Error(`${typeName} is no object`)
  return fieldsWithin(type, argumentsOf, 0)
}

/** The object types that are nodes. */
export const nodeTypes = (): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isNode(type))

const isNode = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')

function fieldsWithin(
  type: GraphQLObjectType,
  argumentsOf: Readonly<Record<string, string>>,
  depth: number,
): ShownField[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const asked = field.name + askedWith(type, field, argumentsOf)
    return shownBy(getNamedType(field.type), argumentsOf, depth).map(({ path, selection }) => ({
      path: path === '' ? field.name : `${field.name}.${path}`,
      selection: selection === '' ? asked : `${asked} { ${selection} }`,
    }))
  })
}

function shownBy(
  type: GraphQLNamedType,
  argumentsOf: Readonly<Record<string, string>>,
  depth: number,
): ShownField[] {
  if (isLeafType(type)) return [{ path: '', selection: '' }]
  if (isNode(type)) return [{ path: '', selection: 'id' }]
  if (!isObjectType(type)) return [{ path: '', selection: '__typename' }]
  if (depth === DEEPEST) throw new Error(`${type.name} lies deeper than ${DEEPEST} objects`)
  const nodes = type.getFields().nodes
  if (!nodes) return fieldsWithin(type, argumentsOf, depth + 1)
  return shownBy(getNamedType(nodes.type), argumentsOf, depth + 1).map(({ path, selection }) => ({
    path,
    selection: `nodes { ${selection} }`,
  }))
}

function askedWith(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  argumentsOf: Readonly<Record<string, string>>,
): string {
  const name = `${type.name}.${field.name}`
  const given = argumentsOf[name]
  if (given !== undefined) return `(${given})`
  if (field.args.some(isRequiredArgument)) throw new Error(`${name} cannot be asked for without arguments`)
  return field.args.some((argument) => argument.name === 'first') ? '(first: 5)' : ''
}
