import ts from 'typescript'
import { hasCondition, isConditionOf, whereOf } from './conditions.js'
import { bare, givenTo, isWrapping, nameAccessed } from './names.js'
import { lineOf, treeOf } from './sources.js'

/** A read of the API's. @typedef {{ place: string, what: string, line: string, isVisible: boolean }} Read */

const FIND = /^find(Many|First|Unique)(OrThrow)?$/
const READ = /^(find(Many|First|Unique)(OrThrow)?|count|aggregate|groupBy)$/
const FIELD_READ =
  /^(prismaField|prismaConnection|prismaNode|relation|relatedConnection|relationCount|relatedField)$/

/** Of the store, what reads nobody's rows: clocks, arithmetic, and whether the database is there. */
const NO_READS = new Set(['coalitionNow', 'databaseAnswers', 'databaseNow', 'newId', 'sumOf'])
/** Names that the store and its doors to the database go by. */
const STORES = new Set(['store', 'prisma', 'pool', 'transaction'])

/**
 * @param {import('./sources.js').Source} source
 * @returns {Read[]}
 */
export function readsOf(source) {
  const tree = treeOf(source)
  const fromStore = importedFrom(tree, '@artel/store')
  const fromUseCases = importedFrom(tree, '@artel/use-cases')
  /** @type {Read[]} */
  const found = []
  /** @param {ts.Node} node */
  const look = (node) => {
    const read = readAt(node, { fromStore, fromUseCases })
    if (read) found.push({ place: source.place, line: lineOf(source, node), ...read })
    ts.forEachChild(node, look)
  }
  look(tree)
  return found
}

/**
 * What is read at a node: `table.method`, `relation(name)` or a named read of the store or of the use cases.
 * @param {ts.Node} node
 * @param {{ fromStore: ReadonlySet<string>, fromUseCases: ReadonlySet<string> }} imported
 * @returns {Pick<Read, 'what' | 'isVisible'> | undefined}
 */
function readAt(node, { fromStore, fromUseCases }) {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const method = nameAccessed(node)
    // A read that is not called here is handed on, and called with who knows what.
    return method !== undefined && FIND.test(method) && !isCalled(node)
      ? { what: `${tableOf(node.expression) ?? '?'}.${method}`, isVisible: false }
      : undefined
  }
  if (!ts.isCallExpression(node)) return undefined
  const callee = bare(node.expression)
  if (ts.isIdentifier(callee)) {
    const isRead =
      fromStore.has(callee.text) || (fromUseCases.has(callee.text) && node.arguments.some(isStore))
    return isRead
      ? { what: callee.text, isVisible: node.arguments.some((each) => hasCondition(each)) }
      : undefined
  }
  if (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee)) return undefined
  const method = nameAccessed(callee)
  if (method === undefined) return undefined
  if (READ.test(method)) {
    const table = tableOf(callee.expression)
    const where = node.arguments[0] && whereOf(node.arguments[0])
    return {
      what: `${table ?? '?'}.${method}`,
      isVisible: table !== undefined && where !== undefined && isConditionOf(table, where),
    }
  }
  if (!FIELD_READ.test(method)) return undefined
  const [first] = node.arguments
  return {
    what: first && ts.isStringLiteral(first) ? `${method}(${first.text})` : method,
    isVisible: false,
  }
}

/** @param {ts.Node} node */
const isCalled = (node) => {
  let at = node
  while (isWrapping(at.parent)) at = at.parent
  return ts.isCallExpression(at.parent) && at.parent.expression === at
}

/**
 * The table that a receiver stands for; undefined where that cannot be read off.
 * @param {ts.Expression} receiver
 * @returns {string | undefined}
 */
function tableOf(receiver) {
  const node = bare(receiver)
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return nameAccessed(node)
  if (!ts.isIdentifier(node)) return undefined
  const given = givenTo(node)
  if (!given) return undefined
  return given.of ?? tableOf(given.value)
}

/**
 * Whether an argument hands on the store: what is handed a context of the use cases asks itself who is calling.
 * @param {ts.Expression} argument
 * @returns {boolean}
 */
function isStore(argument) {
  const node = bare(argument)
  if (ts.isCallExpression(node)) return ts.isIdentifier(node.expression) && node.expression.text === 'storeOf'
  if (ts.isPropertyAccessExpression(node)) return STORES.has(node.name.text)
  return ts.isIdentifier(node) && STORES.has(node.text)
}

/**
 * Functions that a file takes from a package, by their names in it.
 * @param {ts.SourceFile} tree
 * @param {string} door
 */
function importedFrom(tree, door) {
  /** @type {Set<string>} */
  const names = new Set()
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const named = statement.importClause?.namedBindings
    if (statement.moduleSpecifier.text !== door || statement.importClause?.isTypeOnly) continue
    if (named && ts.isNamedImports(named))
      for (const { isTypeOnly, name, propertyName } of named.elements)
        if (!isTypeOnly && !NO_READS.has((propertyName ?? name).text)) names.add(name.text)
  }
  return names
}
