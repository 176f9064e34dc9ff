import ts from 'typescript'
import { isCode, isOfTests, lineOf, treeOf } from './sources.js'

/** Where statements may stand, and why. */
const MAY_HOLD_SQL = [
  // The room for it.
  'packages/store/',
  // They look at the database behind the product's back: whoever checks an answer must not ask for it the same way.
  'packages/proof/',
  'packages/bench/',
  // The queues have a schema of their own, which pg-boss makes. What the worker asks of it is not about Artel's tables.
  'services/worker/src/queues/',
  // They make and drop databases for a check, beside the product.
  'scripts/',
]

/** Clients of the API call their own `query` with an operation; no database is within their reach. */
const CLIENTS = ['packages/sdk/', 'packages/widget/', 'services/portal/', 'services/page/', 'examples/']

const INSTEAD = 'make it a named read or write there.'
const SENDERS = new Set(['$queryRaw', '$queryRawUnsafe', '$executeRaw', '$executeRawUnsafe'])

/** A text that is a statement of SQL or holds one. */
const STATEMENT = new RegExp(
  [
    String.raw`\bselect\b[^;]*\bfrom\b`,
    String.raw`^\s*select\s+(\d|\$\d|\w+\()`,
    String.raw`\binsert\s+into\s+\w+`,
    String.raw`\bupdate\s+\w+(\s+(as\s+)?\w+)?\s+set\s+\w+`,
    String.raw`\bdelete\s+from\s+\w+`,
    String.raw`^\s*(create|drop|alter)\s+(table|index|function|schema|role|database|view|type|extension|or\s+replace)\b`,
    String.raw`^\s*(truncate|listen|lock\s+table|savepoint)\s+\w+\s*;?\s*$`,
    String.raw`^\s*(grant|revoke)\s+[\w, ]+\s+on\s+`,
    String.raw`^\s*set\s+(local\s+|session\s+)?(role|search_path|enable_\w+|statement_timeout)\b`,
  ].join('|'),
  'i',
)

/**
 * Words of SQL are written small or in capitals, and a sentence begins with one capital.
 * @param {string} text
 */
function isStatement(text) {
  const [word = ''] = text.match(STATEMENT)?.[0].match(/\w+/) ?? []
  return word !== '' && (word === word.toLowerCase() || word === word.toUpperCase())
}

/**
 * SQL on Artel's tables is in packages/store: elsewhere no file sends a statement, or holds one to be sent.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function sqlBreaches({ sources }) {
  return sources
    .filter((source) => isCode(source) && !isOfTests(source))
    .filter(({ place }) => !MAY_HOLD_SQL.some((room) => place.startsWith(room)))
    .flatMap((source) => {
      const isClient = CLIENTS.some((room) => source.place.startsWith(room))
      /** @type {string[]} */
      const found = []
      /** @param {ts.Node} node */
      const look = (node) => {
        const what = isClient ? undefined : sends(node)
        if (what)
          found.push(`${lineOf(source, node)}: ${what} sends SQL, which is in packages/store; ${INSTEAD}`)
        else if (holds(node)) found.push(`${lineOf(source, node)}: SQL is in packages/store; ${INSTEAD}`)
        else ts.forEachChild(node, look)
      }
      look(treeOf(source))
      return found
    })
}

/** @param {ts.Node} node */
function sends(node) {
  const used = ts.isTaggedTemplateExpression(node)
    ? node.tag
    : ts.isCallExpression(node)
      ? node.expression
      : node
  if (!ts.isPropertyAccessExpression(used)) return undefined
  const name = used.name.text
  return SENDERS.has(name) || (name === 'query' && ts.isCallExpression(node)) ? name : undefined
}

/** @param {ts.Node} node */
function holds(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return isStatement(node.text)
  if (!ts.isTemplateExpression(node)) return false
  return isStatement([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x'))
}
