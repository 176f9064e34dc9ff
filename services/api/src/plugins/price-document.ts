import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { DEFAULT_PAGE_NODES } from '../graphql/vocabulary/page.ts'
import { isIntrospection, priceIntrospection } from './price-introspection.ts'

/** A mutation writes, and waits for the disk. */
const MUTATION_PRICE = 10
/** Nodes reckoned for a list without pages, where `extensions.most` of its field says nothing else; such lists are short by nature. */
const SHORT_LIST_NODES = 5

/** What a document costs, with the sizes of its pages left open where they are in variables. */
export interface DocumentPrice {
  readonly fixed: number
  /** What is paid once for each node of a page or list. */
  readonly repeated: readonly { readonly times: Times; readonly price: DocumentPrice }[]
}

/** How many nodes a page or a list has at most: a number, or what a variable says. */
type Times =
  | number
  | { readonly variable: string; readonly otherwise: number }
  | { readonly largestOf: readonly Times[] }

interface Work {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly defaults: ReadonlyMap<string, ValueNode>
}

/**
 * Prices a valid document by the schema: 1 for every object, nothing for its plain fields, `extensions.price` of a field
 * where that says otherwise, 10 for a mutation, and everything below a page once for each of its nodes. Directives
 * that leave fields out are not looked at, so the price is an upper bound.
 */
export function priceDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): DocumentPrice {
  const operation = getOperationAST(document, operationName)
  const root = operation && schema.getRootType(operation.operation)
  if (!operation || !root) return { fixed: 0, repeated: [] }
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const defaults = new Map<string, ValueNode>()
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue) defaults.set(variable.name.value, defaultValue)
  return priceOfSelections(operation.selectionSet, root, { schema, fragments, defaults })
}

/** Far beyond every budget: products of page sizes stay whole numbers. */
const HIGHEST_PRICE = 1_000_000_000

/** The price of a document with these variables: a whole number, whatever they are. */
export function totalPrice(price: DocumentPrice, variables: Readonly<Record<string, unknown>>): number {
  let total = price.fixed
  for (const { times, price: each } of price.repeated)
    total += timesOf(times, variables) * totalPrice(each, variables)
  return Math.min(total, HIGHEST_PRICE)
}

function timesOf(times: Times, variables: Readonly<Record<string, unknown>>): number {
  if (typeof times === 'number') return times
  if ('largestOf' in times) return Math.max(...times.largestOf.map((each) => timesOf(each, variables)))
  const value = variables[times.variable]
  if (typeof value === 'number') return wholeTimes(value)
  if (Array.isArray(value)) return value.length
  // A default stands for a variable that is left out, not for null.
  return value === null ? DEFAULT_PAGE_NODES : times.otherwise
}

const wholeTimes = (value: number) => Math.min(Math.max(1, Math.ceil(value)), HIGHEST_PRICE)

function priceOfSelections(set: SelectionSetNode, type: GraphQLNamedType, work: Work): DocumentPrice {
  let fixed = 0
  const repeated: DocumentPrice['repeated'][number][] = []
  for (const selection of set.selections) {
    const price = priceOfSelection(selection, type, work)
    fixed += price.fixed
    repeated.push(...price.repeated)
  }
  return { fixed, repeated }
}

function priceOfSelection(
  selection: SelectionSetNode['selections'][number],
  type: GraphQLNamedType,
  work: Work,
): DocumentPrice {
  if (selection.kind === Kind.FIELD) return priceOfField(selection, type, work)
  const fragment =
    selection.kind === Kind.FRAGMENT_SPREAD ? work.fragments.get(selection.name.value) : selection
  if (!fragment) return FREE
  const on = fragment.typeCondition && work.schema.getType(fragment.typeCondition.name.value)
  return priceOfSelections(fragment.selectionSet, on ?? type, work)
}

const FREE: DocumentPrice = { fixed: 0, repeated: [] }

function priceOfField(node: FieldNode, parent: GraphQLNamedType, work: Work): DocumentPrice {
  const field =
    isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
  if (!field) return parent === work.schema.getQueryType() ? priceOfMetaField(node, work) : FREE
  const own = ownPrice(field, parent, work.schema)
  if (!node.selectionSet) return { fixed: own, repeated: [] }
  const below = priceOfSelections(node.selectionSet, getNamedType(field.type), work)
  const times = timesOfField(node, { field, parent, defaults: work.defaults })
  const once = { fixed: own + below.fixed, repeated: below.repeated }
  if (times === 1) return once
  // Each object of a list is paid; of a page its connection is paid once, and its nodes are priced below it.
  return isListType(getNullableType(field.type))
    ? { fixed: 0, repeated: [{ times, price: once }] }
    : { fixed: own, repeated: [{ times, price: below }] }
}

/** `__typename` is free; the schema costs what of it is asked for. */
const priceOfMetaField = (node: FieldNode, work: Work): DocumentPrice =>
  isIntrospection(node.name.value) ? { fixed: priceIntrospection(node, work), repeated: [] } : FREE

function ownPrice(field: GraphQLField<unknown, unknown>, parent: GraphQLNamedType, schema: GraphQLSchema) {
  const { price } = field.extensions
  if (typeof price === 'number') return price
  if (parent === schema.getMutationType()) return MUTATION_PRICE
  const type = getNamedType(field.type)
  // The node of an edge was paid with the edge.
  return isCompositeType(type) && type.name !== 'PageInfo' && !parent.name.endsWith('Edge') ? 1 : 0
}

function timesOfField(
  { arguments: given }: FieldNode,
  {
    field,
    parent,
    defaults,
  }: {
    field: GraphQLField<unknown, unknown>
    parent: GraphQLNamedType
    defaults: ReadonlyMap<string, ValueNode>
  },
): Times {
  const isList = isListType(getNullableType(field.type))
  // A list that takes a list of ids answers with as many objects; one that shows its beginning, with `first`.
  const sizes = field.args.filter(
    ({ name, type }) => name === 'first' || (isList ? isListType(getNullableType(type)) : name === 'last'),
  )
  // A page is asked for from one end: what is not null of the two says how large it is.
  if (sizes.length > 0) {
    const sized = given?.filter(({ name, value }) =>
      sizes.some((size) => size.name === name.value && value.kind !== Kind.NULL),
    )
    return largest((sized ?? []).map(({ value }) => timesIn(value, defaults)))
  }
  // `nodes` and `edges` are paid with their connection.
  if (!isList || parent.name.endsWith('Connection')) return 1
  const { most } = field.extensions
  return typeof most === 'number' ? most : SHORT_LIST_NODES
}

function largest(times: readonly Times[]): Times {
  const [only, ...others] = times
  if (only === undefined) return DEFAULT_PAGE_NODES
  return others.length === 0 ? only : { largestOf: times }
}

function timesIn(
  value: ValueNode | undefined,
  defaults: ReadonlyMap<string, ValueNode>,
): Exclude<Times, { largestOf: unknown }> {
  if (value?.kind === Kind.INT) return wholeTimes(Number(value.value))
  if (value?.kind === Kind.LIST) return value.values.length
  if (value?.kind !== Kind.VARIABLE) return DEFAULT_PAGE_NODES
  const otherwise = timesIn(defaults.get(value.name.value), NO_DEFAULTS)
  return {
    variable: value.name.value,
    otherwise: typeof otherwise === 'number' ? otherwise : DEFAULT_PAGE_NODES,
  }
}

const NO_DEFAULTS: ReadonlyMap<string, ValueNode> = new Map()
