import {
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { schema } from '../graphql/schema.ts'

/** A place in the schema that takes a scalar from a caller, and the document that reaches it. */
export interface InputPlace {
  /** For example `Mutation.purchaseRecord(input.customer.id)`. */
  readonly name: string
  /** Name of the scalar. */
  readonly scalar: string
  readonly rootField: string
  readonly query: string
  /** The variables of `query` with this value at the place and samples wherever else a value is required. */
  readonly variablesWith: (value: unknown) => Record<string, unknown>
}

/** A value for a required input, by the name of the field and of its type. */
export type Sample = (name: string, typeName: string) => unknown

interface FieldOnWay {
  readonly name: string
  readonly args: ReadonlyArray<{ readonly name: string; readonly type: GraphQLInputType }>
}

/** Longest way from the root to a field with arguments. */
const MAX_DEPTH = 4

/**
 * Every argument and input field that takes a scalar, of every field of the schema; each field with arguments once for
 * every root field that leads to it.
 */
export function inputPlaces(sample: Sample): InputPlace[] {
  const places: InputPlace[] = []
  const seen = new Set<string>()
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    if (root) walk(root, [], root === schema.getMutationType() ? 'mutation' : 'query')
  }
  return places

  function walk(output: GraphQLOutputType, way: readonly FieldOnWay[], operation: string): void {
    const type = getNamedType(output)
    if (!isObjectType(type) || way.length >= MAX_DEPTH) return
    for (const field of Object.values(type.getFields())) {
      const fields = [...way, field]
      const name = `${type.name}.${field.name}`
      const once = `${fields[0]?.name} ${name}`
      if (seen.has(once)) continue
      seen.add(once)
      if (field.args.length > 0) places.push(...placesOf(name, fields, operation))
      if (operation === 'query') walk(field.type, fields, operation)
    }
  }

  function placesOf(fieldName: string, way: readonly FieldOnWay[], operation: string): InputPlace[] {
    const { query, samples } = documentOf(way, operation)
    return (way.at(-1)?.args ?? []).flatMap((arg) =>
      leaves(arg.type, arg.name, []).map(({ path, scalar, wrap }) => ({
        name: `${fieldName}(${path})`,
        scalar,
        rootField: `${operation === 'query' ? 'Query' : 'Mutation'}.${way[0]?.name}`,
        query,
        variablesWith: (value: unknown) => ({ ...samples, [`${arg.name}${way.length - 1}`]: wrap(value) }),
      })),
    )
  }

  function documentOf(way: readonly FieldOnWay[], operation: string) {
    const declared: string[] = []
    const samples: Record<string, unknown> = {}
    let selection = '{ __typename }'
    for (const [at, { name, args }] of [...way.entries()].reverse()) {
      const passed: string[] = []
      for (const arg of args) {
        if (at < way.length - 1 && !isNonNullType(arg.type)) continue
        declared.push(`$${arg.name}${at}: ${arg.type}`)
        passed.push(`${arg.name}: $${arg.name}${at}`)
        if (isNonNullType(arg.type)) samples[`${arg.name}${at}`] = sampleOf(arg.type, arg.name)
      }
      const output = at === way.length - 1 ? outputOf(way) : selection
      selection = `{ ${name}${passed.length > 0 ? `(${passed.join(', ')})` : ''} ${output} }`
    }
    const variables = declared.length > 0 ? `(${declared.join(', ')})` : ''
    return { query: `${operation} ${variables} ${selection}`, samples }
  }

  function leaves(input: GraphQLInputType, path: string, open: readonly string[]): Leaf[] {
    const type = getNullableType(input)
    if (isListType(type))
      return leaves(type.ofType, path, open).map((leaf) => ({ ...leaf, wrap: (v) => [leaf.wrap(v)] }))
    if (isEnumType(type)) return []
    if (!isInputObjectType(type)) return [{ path, scalar: type.name, wrap: (value) => value }]
    if (open.includes(type.name)) return []
    return Object.values(type.getFields()).flatMap((field) => {
      const others = type.isOneOf ? {} : requiredOf(type)
      return leaves(field.type, `${path}.${field.name}`, [...open, type.name]).map((leaf) => ({
        ...leaf,
        wrap: (value: unknown) => ({ ...others, [field.name]: leaf.wrap(value) }),
      }))
    })
  }

  function requiredOf(type: Extract<GraphQLInputType, { getFields: unknown }>): Record<string, unknown> {
    const required = Object.values(type.getFields()).filter(
      ({ type: fieldType, defaultValue }) => isNonNullType(fieldType) && defaultValue === undefined,
    )
    return Object.fromEntries(required.map(({ name, type: of }) => [name, sampleOf(of, name)]))
  }

  function sampleOf(input: GraphQLInputType, name: string): unknown {
    const type = getNullableType(input)
    if (isListType(type)) return [sampleOf(type.ofType, name)]
    if (isEnumType(type)) return type.getValues()[0]?.name
    if (!isInputObjectType(type)) return sample(name, type.name)
    if (!type.isOneOf) return requiredOf(type)
    const fields = type.getFields()
    // What names a thing does so by its id; what is one of several things is the first of them.
    const one = fields.id ?? Object.values(fields)[0]
    if (!one) throw new Error(`${type.name} has no field`)
    return { [one.name]: sampleOf(one.type, `${name}.${one.name}`) }
  }
}

interface Leaf {
  readonly path: string
  readonly scalar: string
  readonly wrap: (value: unknown) => unknown
}

/** What is selected of the last field: lists are read, so that cursors are. */
function outputOf(way: readonly FieldOnWay[]): string {
  const last = way.at(-1) as { type?: GraphQLOutputType } | undefined
  const type = last?.type && getNamedType(last.type)
  if (!type || !('getFields' in type || 'getTypes' in type)) return ''
  return 'getFields' in type && 'nodes' in type.getFields() ? '{ nodes { __typename } }' : '{ __typename }'
}
