import ts from 'typescript'
import { bare, givenTo, isParameter } from './names.js'

/** The one function from a principal to the rows that it may see. */
export const VISIBLE = 'visibleTo'
const DOOR_BY_ID = 'services/api/src/graphql/access/node.ts'
/** Conditions that are named for something else than their table. */
const TABLES = /** @type {Readonly<Record<string, string>>} */ ({
  listedCustomer: 'customer',
  event: 'outbox',
})

/**
 * The `where` of a read's argument, and nothing else of it: what is taken, ordered or included hides no row.
 * @param {ts.Expression} argument
 * @returns {ts.Expression | undefined}
 */
export function whereOf(argument) {
  const node = bare(argument)
  if (ts.isIdentifier(node)) {
    const given = givenTo(node)
    return given && given.of === undefined ? whereOf(given.value) : undefined
  }
  return ts.isObjectLiteralExpression(node) ? propertyOf(node, 'where') : undefined
}

/**
 * The value of a property of an object that is written out; a later spread may replace it, so that then nothing is sure.
 * @param {ts.ObjectLiteralExpression} object
 * @param {string} name
 * @returns {ts.Expression | undefined}
 */
function propertyOf(object, name) {
  /** @type {ts.Expression | undefined} */
  let value
  for (const property of object.properties) {
    if (ts.isSpreadAssignment(property)) {
      if (!isWithout(name, property.expression)) value = undefined
    } else if (ts.isShorthandPropertyAssignment(property)) {
      if (property.name.text === name) value = property.name
    } else if (
      ts.isPropertyAssignment(property) &&
      (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) &&
      property.name.text === name
    )
      value = property.initializer
  }
  return value
}

/**
 * Whether what is spread is written out, and has no such property.
 * @param {string} name
 * @param {ts.Expression} spread
 * @returns {boolean}
 */
function isWithout(name, spread) {
  const node = bare(spread)
  if (ts.isConditionalExpression(node))
    return isWithout(name, node.whenTrue) && isWithout(name, node.whenFalse)
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.every((each) =>
      ts.isSpreadAssignment(each)
        ? isWithout(name, each.expression)
        : each.name !== undefined && ts.isIdentifier(each.name) && each.name.text !== name,
    )
  )
}

/**
 * Whether every row that a condition finds is one that `visibleTo` shows of a table: the condition is that of the table, or
 * demands it beside others. Names are followed to what their constants were given, never through another call: what a read
 * answers is no condition, whatever it was read under.
 * @param {string | null} table null = of any
 * @param {ts.Expression} condition
 * @returns {boolean}
 */
export function isConditionOf(table, condition) {
  const node = bare(condition)
  const isIt = (/** @type {ts.Expression} */ each) => isConditionOf(table, each)
  if (ts.isConditionalExpression(node)) return isIt(node.whenTrue) && isIt(node.whenFalse)
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && isIt(node.right)
  if (ts.isObjectLiteralExpression(node)) {
    const all = propertyOf(node, 'AND')
    return all !== undefined && (ts.isArrayLiteralExpression(all) ? all.elements.some(isIt) : isIt(all))
  }
  if (ts.isPropertyAccessExpression(node)) {
    const base = givenValue(node.expression)
    if (!base) return false
    if (isVisibleCall(base)) return isRowsOf(table, node.name.text)
    const property = ts.isObjectLiteralExpression(base) ? propertyOf(base, node.name.text) : undefined
    return property !== undefined && isIt(property)
  }
  if (!ts.isIdentifier(node)) return false
  const given = givenTo(node)
  if (!given) return isRowsOf(table, nounOfReader(node))
  if (given.of === undefined) return isIt(given.value)
  const base = givenValue(given.value)
  return base !== undefined && isVisibleCall(base) && isRowsOf(table, given.of)
}

/**
 * @param {ts.Expression} node
 * @returns {ts.Expression | undefined}
 */
function givenValue(node) {
  const value = bare(node)
  if (!ts.isIdentifier(value)) return value
  const given = givenTo(value)
  return given && given.of === undefined ? givenValue(given.value) : undefined
}

/** @param {ts.Expression} node */
const isVisibleCall = (node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === VISIBLE

/**
 * @param {string | null} table
 * @param {string | undefined} of
 */
const isRowsOf = (table, of) => of !== undefined && (table === null || (TABLES[of] ?? of) === table)

/**
 * Whether a named read is handed a condition, as it is or under a name.
 * @param {ts.Expression} argument
 * @returns {boolean}
 */
export function hasCondition(argument) {
  if (isConditionOf(null, argument)) return true
  const node = bare(argument)
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.some(
      (property) =>
        (ts.isPropertyAssignment(property) && isConditionOf(null, property.initializer)) ||
        (ts.isShorthandPropertyAssignment(property) && isConditionOf(null, property.name)),
    )
  )
}

/**
 * The noun of the door by id whose reader is handed a condition: `reader(type, noun, (prisma, where) => …)` demands
 * `visibleTo(…)[noun]` in its `where`. Undefined for all other names.
 * @param {ts.Identifier} name
 * @returns {string | undefined}
 */
function nounOfReader(name) {
  if (name.getSourceFile().fileName !== DOOR_BY_ID) return undefined
  for (let around = name.parent; around; around = around.parent) {
    if (!ts.isArrowFunction(around)) continue
    const [, where] = around.parameters
    const call = around.parent
    return where && isParameter(where, name.text) && ts.isCallExpression(call) && isReader(call)
      ? call.arguments[1].text
      : undefined
  }
  return undefined
}

/**
 * @param {ts.CallExpression} call
 * @returns {call is ts.CallExpression & { arguments: readonly [ts.Expression, ts.StringLiteral] }}
 */
const isReader = (call) =>
  ts.isIdentifier(call.expression) &&
  call.expression.text === 'reader' &&
  call.arguments[1] !== undefined &&
  ts.isStringLiteral(call.arguments[1])
