import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

const SPREAD = 'Refusal'
const INTERFACE = 'UserError'

/**
 * Asks wherever a document spreads `...Refusal` in a result for the facts of every refusal that the result may be, so
 * that documents name none of them. An object is asked for by the fragment that has its name.
 */
export function selectRefusals(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const typeInfo = new TypeInfo(schema)
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      SelectionSet(set) {
        const result = typeInfo.getParentType()
        const spreads = set.selections.some(
          (selection) => selection.kind === Kind.FRAGMENT_SPREAD && selection.name.value === SPREAD,
        )
        if (!spreads || !isUnionType(result)) return undefined
        const facts = result.getTypes().flatMap((type) => factsOf(type, schema))
        return { ...set, selections: [...set.selections, ...facts] }
      },
    }),
  )
}

/** The facts that a refusal has besides those of every refusal; nothing for a type that is none. */
function factsOf(type: GraphQLObjectType, schema: GraphQLSchema): SelectionNode[] {
  const base = schema.getType(INTERFACE)
  if (!isInterfaceType(base) || !type.getInterfaces().includes(base)) return []
  const shared = base.getFields()
  const own = Object.values(type.getFields()).filter(({ name }) => !Object.hasOwn(shared, name))
  if (own.length === 0) return []
  const selections = own.map(({ name, type: of }): FieldNode => {
    const object = getNamedType(of)
    const nested = isObjectType(object) ? { selectionSet: spreadOf(object.name) } : {}
    return { kind: Kind.FIELD, name: nameOf(name), ...nested }
  })
  return [
    {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: nameOf(type.name) },
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    },
  ]
}

const nameOf = (value: string) => ({ kind: Kind.NAME, value }) as const
const spreadOf = (name: string) =>
  ({ kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FRAGMENT_SPREAD, name: nameOf(name) }] }) as const
