import ts from 'typescript'
import { isCode, isOfTests, lineOf, treeOf } from './sources.js'

/** Vitest's own waits give up after a second, whatever the configuration says of polls. */
const IMPATIENT = new Set(['waitFor', 'waitUntil'])
/** What a poll waits without being told: see `expect.poll` in vitest.config.ts. */
const SHORTEST_MS = 120_000

/**
 * Tests wait by `expect.poll`, and as long as it waits by itself: a shorter bound is a timing asserted on a busy machine.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function waitBreaches({ sources }) {
  return sources
    .filter((source) => isCode(source) && isOfTests(source))
    .flatMap((source) => {
      /** @type {string[]} */
      const found = []
      /** @param {ts.Node} node */
      const look = (node) => {
        const why = ts.isCallExpression(node) ? whyImpatient(node) : undefined
        if (why) found.push(`${lineOf(source, node)}: ${why}`)
        ts.forEachChild(node, look)
      }
      look(treeOf(source))
      return found
    })
}

/** @param {ts.CallExpression} call */
function whyImpatient({ expression, arguments: given }) {
  if (!ts.isPropertyAccessExpression(expression)) return undefined
  const { name, expression: owner } = expression
  const ms = given[1] && boundOf(given[1])
  if (owner.getText() === 'vi' && IMPATIENT.has(name.text))
    return ms !== undefined && ms >= SHORTEST_MS
      ? undefined
      : `vi.${name.text} gives up after a second; wait by expect.poll, outside of a test say how long: ${SHORTEST_MS} or more.`
  if (name.text !== 'poll' || owner.getText() !== 'expect') return undefined
  return ms !== undefined && ms < SHORTEST_MS
    ? `a poll that gives up after ${ms} ms; leave "timeout" out, a busy machine is several times slower.`
    : undefined
}

/** @param {ts.Expression} options */
function boundOf(options) {
  if (ts.isNumericLiteral(options)) return Number(options.text)
  if (!ts.isObjectLiteralExpression(options)) return undefined
  const said = options.properties.find(
    (one) => ts.isPropertyAssignment(one) && one.name.getText() === 'timeout',
  )
  return said && ts.isPropertyAssignment(said) && ts.isNumericLiteral(said.initializer)
    ? Number(said.initializer.text)
    : undefined
}
