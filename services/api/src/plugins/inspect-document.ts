import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type IntValueNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { isIntrospection } from './price-introspection.ts'

/** The size of one operation, measured with its fragments expanded before anything runs. */
export interface DocumentMeasure {
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly directives: number
  /** Fields of the mutation; 0 for a query. */
  readonly mutations: number
  /** Fields that ask for the schema: `__schema` and `__type`. */
  readonly introspections: number
  /** Requested page sizes: literal numbers, or the variables that hold them. */
  readonly pageSizes: readonly PageSizeArgument[]
}

/** A `first` argument: its value, or its variable's name and default. */
export type PageSizeArgument =
  | { readonly value: number }
  | { readonly variable: string; readonly defaultValue: number | undefined }

/** Limits of one document. */
export const LIMITS = {
  tokens: 2_000,
  depth: 12,
  fields: 500,
  aliases: 30,
  directives: 30,
  mutations: 5,
  introspections: 1,
  pageSize: 100,
} as const

/** Most fields, and most fragment spreads, that one document may expand to. */
const MAX_EXPANSION = 10_000

/** A document that cannot be measured: its fragments contain themselves or expand beyond MAX_EXPANSION. */
export class UnmeasurableDocument extends Error {}

interface Counter {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly defaults: ReadonlyMap<string, ValueNode>
  readonly open: Set<string>
  fields: number
  aliases: number
  directives: number
  introspections: number
  pageSizes: PageSizeArgument[]
  spreads: number
}

/** Measures a document: of each measure the largest among its operations. Throws UnmeasurableDocument. */
export function inspectDocument(document: DocumentNode): DocumentMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const operations: OperationDefinitionNode[] = []
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition)
  }
  return operations.map((operation) => inspectOperation(operation, fragments)).reduce(heavier, NOTHING)
}

const NOTHING: DocumentMeasure = {
  depth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  mutations: 0,
  introspections: 0,
  pageSizes: [],
}

function heavier(a: DocumentMeasure, b: DocumentMeasure): DocumentMeasure {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: Math.max(a.fields, b.fields),
    aliases: Math.max(a.aliases, b.aliases),
    directives: Math.max(a.directives, b.directives),
    mutations: Math.max(a.mutations, b.mutations),
    introspections: Math.max(a.introspections, b.introspections),
    pageSizes: [...a.pageSizes, ...b.pageSizes],
  }
}

function inspectOperation(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentMeasure {
  const defaults = new Map(
    (operation.variableDefinitions ?? []).flatMap((definition) =>
      definition.defaultValue ? [[definition.variable.name.value, definition.defaultValue] as const] : [],
    ),
  )
  const counter: Counter = {
    fragments,
    defaults,
    open: new Set(),
    fields: 0,
    aliases: 0,
    directives: operation.directives?.length ?? 0,
    introspections: 0,
    pageSizes: [],
    spreads: 0,
  }
  const depth = walk(operation.selectionSet, counter)
  const { fields, aliases, directives, introspections, pageSizes } = counter
  const mutations = operation.operation === 'mutation' ? rootFields(operation.selectionSet, fragments) : 0
  return { depth, fields, aliases, directives, mutations, introspections, pageSizes }
}

/** Counts a selection set and returns its depth. Introspection counts as one level: its price bounds what it answers. */
function walk(selectionSet: SelectionSetNode, counter: Counter): number {
  let deepest = 0
  for (const selection of selectionSet.selections) {
    counter.directives += selection.directives?.length ?? 0
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      deepest = Math.max(deepest, walkFragment(selection.name.value, counter))
      continue
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, walk(selection.selectionSet, counter))
      continue
    }
    counter.fields += 1
    if (selection.alias) counter.aliases += 1
    if (counter.fields > MAX_EXPANSION) throw new UnmeasurableDocument('Its fragments multiply without end.')
    const introspection = isIntrospection(selection.name.value)
    if (introspection) counter.introspections += 1
    for (const argument of selection.arguments ?? []) {
      if (argument.name.value === 'first') notePageSize(argument.value, counter)
    }
    const below = selection.selectionSet ? walk(selection.selectionSet, counter) : 0
    deepest = Math.max(deepest, introspection ? 1 : 1 + below)
  }
  return deepest
}

function walkFragment(name: string, counter: Counter): number {
  const fragment = counter.fragments.get(name)
  // Validation reports an unknown fragment.
  if (!fragment) return 0
  if (counter.open.has(name)) throw new UnmeasurableDocument(`Its fragment ${name} contains itself.`)
  counter.spreads += 1
  if (counter.spreads > MAX_EXPANSION) throw new UnmeasurableDocument('Its fragments multiply without end.')
  counter.open.add(name)
  const depth = walk(fragment.selectionSet, counter)
  counter.open.delete(name)
  return depth
}

function notePageSize(value: ValueNode, counter: Counter): void {
  if (value.kind === Kind.INT) counter.pageSizes.push({ value: Number(value.value) })
  if (value.kind === Kind.VARIABLE) {
    const preset = counter.defaults.get(value.name.value)
    const defaultValue = preset?.kind === Kind.INT ? Number((preset as IntValueNode).value) : undefined
    counter.pageSizes.push({ variable: value.name.value, defaultValue })
  }
}

function rootFields(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  let count = 0
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) count += 1
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += rootFields(selection.selectionSet, fragments)
    else {
      const fragment = fragments.get(selection.name.value)
      if (fragment) count += rootFields(fragment.selectionSet, fragments)
    }
  }
  return count
}
