import ts from 'typescript'
import { isCode, isOfTests, lineOf, treeOf } from './sources.js'

const LONGEST_FUNCTION_LINES = 70

/**
 * A function is a screen or less. Lines of code are counted: no blank line, no comment, and a text of several lines counts
 * as the one on which it begins. A function that only gives an object back, as the fields of a GraphQL type or the methods
 * of a client, is a declared table and has no length; the functions in it have theirs.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function functionBreaches({ sources }) {
  return sources
    .filter((source) => isCode(source) && !isOfTests(source))
    .flatMap((source) => {
      /** @type {boolean[] | undefined} */
      let code
      /** @type {string[]} */
      const found = []
      /** @param {ts.Node} node */
      const look = (node) => {
        ts.forEachChild(node, look)
        const body = bodyOf(node)
        if (!body) return
        const [first, last] = [firstLine(source, body), lastLine(source, body)]
        if (last - first < LONGEST_FUNCTION_LINES) return
        code ??= linesOfCode(source)
        const lines = code.slice(first, last + 1).filter(Boolean).length
        if (lines > LONGEST_FUNCTION_LINES)
          found.push(
            `${lineOf(source, node)}: ${nameOf(node)} has ${lines} lines of code, at most ${LONGEST_FUNCTION_LINES}; give its parts names.`,
          )
      }
      look(treeOf(source))
      return found
    })
}

/**
 * The body of a function that has a length.
 * @param {ts.Node} node
 */
function bodyOf(node) {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return undefined
  const body = /** @type {ts.Node} */ (node.body)
  return isTable(body) ? undefined : body
}

/**
 * An object and nothing else, given back at once.
 * @param {ts.Node | undefined} node
 * @returns {boolean}
 */
function isTable(node) {
  if (!node) return false
  if (ts.isParenthesizedExpression(node) || ts.isReturnStatement(node)) return isTable(node.expression)
  if (ts.isBlock(node)) return node.statements.length === 1 && isTable(node.statements[0])
  return ts.isObjectLiteralExpression(node)
}

/** @param {ts.Node} node */
function nameOf(node) {
  const named =
    /** @type {{ name?: ts.Node }} */ (node).name ?? /** @type {{ name?: ts.Node }} */ (node.parent).name
  return named ? named.getText() : 'a function'
}

/**
 * Which lines of a file hold code, by number: those on which a token begins or ends, and of a text only its first.
 * @param {import('./sources.js').Source} source
 * @returns {boolean[]}
 */
function linesOfCode(source) {
  const tree = treeOf(source)
  /** @type {boolean[]} */
  const code = new Array(tree.getLineStarts().length).fill(false)
  /** @param {ts.Node} node */
  const mark = (node) => {
    if (ts.isTemplateExpression(node)) {
      code[firstLine(source, node)] = true
      return
    }
    if (node.getChildCount(tree) > 0) return node.getChildren(tree).forEach(mark)
    if (node.getWidth(tree) > 0 && !ts.isJSDoc(node)) code[firstLine(source, node)] = true
  }
  mark(tree)
  return code
}

/**
 * @param {import('./sources.js').Source} source
 * @param {ts.Node} node
 */
const firstLine = (source, node) =>
  treeOf(source).getLineAndCharacterOfPosition(node.getStart(treeOf(source))).line

/**
 * @param {import('./sources.js').Source} source
 * @param {ts.Node} node
 */
const lastLine = (source, node) => treeOf(source).getLineAndCharacterOfPosition(node.getEnd()).line
