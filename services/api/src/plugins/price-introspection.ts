import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql'

/** Fields of introspection that are answered for 1: each reads memory, none asks the database. */
const FIELDS_FOR_ONE = 200
/** Where counting stops: dearer than every budget, and no more work than the answer itself would be. */
const MOST_FIELDS = 2_000_000

/** What is looked at, and how often each of it is answered. */
type Sources = ReadonlyMap<unknown, number>

interface Counting {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  fields: number
}

/** Whether a field of the query asks for the schema. */
export const isIntrospection = (name: string) => name === '__schema' || name === '__type'

/**
 * The price of `__schema` or `__type`: the fields that its answer has, counted on the schema itself with the sizes that its
 * lists have, two hundred for 1. A type that a variable names is reckoned as the whole schema.
 */
export function priceIntrospection(
  node: FieldNode,
  of: { readonly schema: GraphQLSchema; readonly fragments: ReadonlyMap<string, FragmentDefinitionNode> },
): number {
  const counting: Counting = { ...of, fields: 1 }
  if (node.selectionSet) {
    const isWhole = node.name.value === '__schema'
    const field = isWhole ? SchemaMetaFieldDef : TypeMetaFieldDef
    const sources = isWhole ? [of.schema] : namedTypes(node, Object.values(of.schema.getTypeMap()))
    countSelections(
      node.selectionSet,
      { type: getNamedType(field.type) as GraphQLObjectType, sources: timesOnce(sources) },
      counting,
    )
  }
  return Math.ceil(counting.fields / FIELDS_FOR_ONE)
}

function namedTypes(node: FieldNode, types: readonly GraphQLNamedType[]): readonly GraphQLNamedType[] {
  const name = node.arguments?.find((argument) => argument.name.value === 'name')?.value
  return name?.kind === Kind.STRING ? types.filter((type) => type.name === name.value) : types
}

const timesOnce = (sources: readonly unknown[]): Sources => new Map(sources.map((source) => [source, 1]))

interface Level {
  readonly type: GraphQLObjectType
  readonly sources: Sources
}

function countSelections(set: SelectionSetNode, level: Level, counting: Counting): void {
  for (const selection of set.selections) {
    if (counting.fields >= MOST_FIELDS) return
    if (selection.kind === Kind.FIELD) countField(selection, level, counting)
    else {
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? counting.fragments.get(selection.name.value) : selection
      if (fragment) countSelections(fragment.selectionSet, level, counting)
    }
  }
}

function countField(node: FieldNode, { type, sources }: Level, counting: Counting): void {
  for (const times of sources.values()) counting.fields += times
  const field = type.getFields()[node.name.value]
  const below = field && getNamedType(field.type)
  if (!field || !node.selectionSet || !isObjectType(below)) return
  countSelections(
    node.selectionSet,
    { type: below, sources: answersOf(field, { node, sources, schema: counting.schema }) },
    counting,
  )
}

/** What the resolver of introspection answers for each source, deprecated members among them unless left out by a literal. */
function answersOf(
  field: GraphQLField<unknown, unknown>,
  { node, sources, schema }: { node: FieldNode; sources: Sources; schema: GraphQLSchema },
): Sources {
  const answers = new Map<unknown, number>()
  const { resolve } = field
  const args = { includeDeprecated: mayIncludeDeprecated(node) }
  for (const [source, times] of sources) {
    const answer: unknown = resolve?.(source, args, undefined, { schema } as never)
    for (const each of Array.isArray(answer) ? answer : [answer])
      if (each !== null && each !== undefined) answers.set(each, (answers.get(each) ?? 0) + times)
  }
  return answers
}

function mayIncludeDeprecated(node: FieldNode): boolean {
  const value = node.arguments?.find(({ name }) => name.value === 'includeDeprecated')?.value
  if (!value) return false
  return value.kind === Kind.VARIABLE || valueFromASTUntyped(value) === true
}
