import ts from 'typescript'
import { isCode, isOfTests, lineOf, treeOf } from './sources.js'

/** The one function from a principal to the rows that it may see. */
const VISIBLE = 'visibleTo'
const HOME = 'services/api/src/auth/visible.ts'

/** The room whose reads answer callers, and what of it reads for itself: who is calling, and what may be asked for. */
const ROOM = 'services/api/src/'
const READS_FOR_ITSELF = ['services/api/src/auth/', 'services/api/src/limits/']

/** A read of the API's. @typedef {{ place: string, what: string, line: string, isVisible: boolean }} Read */

const READ = /^(find(Many|First|Unique)(OrThrow)?|count|aggregate|groupBy)$/
const FIELD_READ =
  /^(prismaField|prismaConnection|prismaNode|relation|relatedConnection|relationCount|relatedField)$/

/** Of the store, what reads nobody's rows: clocks, arithmetic, and whether the database is there. */
const NO_READS = new Set(['coalitionNow', 'databaseAnswers', 'databaseNow', 'newId', 'sumOf'])

const PART = 'a part of the row that it is asked of, which was seen, and shown to whoever sees that.'
/**
 * Reads without it, and why each may be: `file: read`, where the read is named by its table and method, by the relation, or by
 * the read of the store; `file: *` is all of a file. Whoever adds one says why nobody sees a row by it that `visibleTo` hides.
 * @type {Readonly<Record<string, string>>}
 */
const WITHOUT_VISIBLE = {
  'services/api/src/loaders/loaders.ts: *':
    'rows of ids that stand in a row which was seen, for everybody at once; what of them is shown, their fields decide.',
  'services/api/src/graphql/access/node.ts: *':
    'each is handed the condition by `reader`, which has it of visibleTo.',
  'services/api/src/graphql/vocabulary/money.ts: coalition.findUniqueOrThrow':
    'the currency of an amount that was seen.',
  'services/api/src/graphql/exit/member-exit.ts: exitLot.findMany': PART,
  'services/api/src/graphql/reconciliation/reconciliation.ts: reconciliationLine.findMany': PART,
  'services/api/src/graphql/reconciliation/reconciliation.ts: recordedSales': PART,
  'services/api/src/graphql/reconciliation/reconciliation.ts: disputableLines': PART,
  'services/api/src/graphql/settlement/dispute.ts: disputeResolution.findUnique': PART,
  'services/api/src/graphql/settlement/member-statement.ts: statement.findUniqueOrThrow': PART,
  'services/api/src/graphql/settlement/payment-plan.ts: relation(approvals)': PART,
  'services/api/src/graphql/settlement/payment-plan.ts: relation(leg)': PART,
  'services/api/src/graphql/settlement/payment-plan.ts: relation(payments)': PART,
  'services/api/src/graphql/settlement/payment-plan.ts: relation(reversal)': PART,
  'services/api/src/graphql/webhook/webhook-delivery.ts: webhookAttempt.findMany': PART,
  'services/api/src/graphql/webhook/webhook-endpoint.ts: webhookSecret.findMany': PART,
  'services/api/src/graphql/webhook/event-list.ts: terms.findMany':
    'says of events under a condition of visibleTo whose they are; no terms are shown.',
  'services/api/src/graphql/staff/me.ts: person.findUniqueOrThrow': 'oneself.',
  'services/api/src/graphql/staff/me.ts: person.count': 'oneself.',
  'services/api/src/graphql/staff/me.ts: staffSession.findUniqueOrThrow': 'the calling session.',
  'services/api/src/graphql/staff/me.ts: staffSession.findMany':
    'of the session that was just begun, whose caller is nobody yet: the condition is that of visibleTo, `ownSessions`.',
  'services/api/src/http/allowed-origins.ts: allowedOrigins':
    'what pages may call at all; no caller sees it.',
}

/**
 * Every read in the API of a table, a relation or by a named read of the store has a condition out of `visibleTo`, or is named
 * above with a reason.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function visibleBreaches({ sources }) {
  const reads = sources
    .filter((source) => isCode(source) && !isOfTests(source) && source.place.startsWith(ROOM))
    .filter(({ place }) => !READS_FOR_ITSELF.some((folder) => place.startsWith(folder)))
    .flatMap(readsOf)
  const unseen = reads.filter((read) => !read.isVisible)
  const known = new Set(unseen.flatMap(({ place, what }) => [`${place}: ${what}`, `${place}: *`]))
  const breaches = unseen
    .filter(
      ({ place, what }) => ![what, '*'].some((each) => Object.hasOwn(WITHOUT_VISIBLE, `${place}: ${each}`)),
    )
    .map(
      ({ line, what }) =>
        `${line}: ${what} reads without ${VISIBLE}; add its condition to the where, or the read with its reason to house-style/visible.js.`,
    )
  // Of a checkout without the API there is nothing to say.
  if (!sources.some(({ place }) => place === HOME)) return breaches
  const stale = Object.keys(WITHOUT_VISIBLE).filter((name) => !known.has(name))
  return [
    ...breaches,
    ...stale.map(
      (name) =>
        `scripts/check/house-style/visible.js: "${name}" is there no more, or reads through ${VISIBLE} now; take it off the list.`,
    ),
  ]
}

/**
 * @param {import('./sources.js').Source} source
 * @returns {Read[]}
 */
function readsOf(source) {
  const fromStore = importedFromStore(treeOf(source))
  /** @type {Read[]} */
  const found = []
  /** @param {ts.Node} node */
  const look = (node) => {
    if (ts.isCallExpression(node)) {
      const what = whatIsRead(node, fromStore)
      if (what)
        found.push({
          place: source.place,
          what,
          line: lineOf(source, node),
          isVisible: node.arguments.some((argument) => comesOfVisible(argument, new Set())),
        })
    }
    ts.forEachChild(node, look)
  }
  look(treeOf(source))
  return found
}

/**
 * What a call reads: `table.method`, `relation(name)` or a named read of the store; undefined for all other calls.
 * @param {ts.CallExpression} call
 * @param {ReadonlySet<string>} fromStore
 */
function whatIsRead(call, fromStore) {
  const callee = call.expression
  if (ts.isIdentifier(callee)) return fromStore.has(callee.text) ? callee.text : undefined
  if (!ts.isPropertyAccessExpression(callee)) return undefined
  const method = callee.name.text
  if (READ.test(method) && ts.isPropertyAccessExpression(callee.expression))
    return `${callee.expression.name.text}.${method}`
  if (READ.test(method) && ts.isIdentifier(callee.expression)) return `${callee.expression.text}.${method}`
  if (!FIELD_READ.test(method)) return undefined
  const [first] = call.arguments
  return first && ts.isStringLiteral(first) ? `${method}(${first.text})` : method
}

/**
 * Functions that a file takes from the store, by their names in it.
 * @param {ts.SourceFile} tree
 */
function importedFromStore(tree) {
  /** @type {Set<string>} */
  const names = new Set()
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const named = statement.importClause?.namedBindings
    if (statement.moduleSpecifier.text !== '@artel/store' || statement.importClause?.isTypeOnly) continue
    if (named && ts.isNamedImports(named))
      for (const element of named.elements)
        if (!element.isTypeOnly && !NO_READS.has(element.name.text)) names.add(element.name.text)
  }
  return names
}

/**
 * Whether an expression has a call of `visibleTo` in it, or a name that was given its value from one.
 * @param {ts.Node} node
 * @param {Set<ts.Node>} seen
 * @returns {boolean}
 */
function comesOfVisible(node, seen) {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === VISIBLE)
    return true
  if (ts.isIdentifier(node) && !isNameOfProperty(node)) {
    const given = givenTo(node)
    if (given && !seen.has(given)) {
      seen.add(given)
      if (comesOfVisible(given, seen)) return true
    }
  }
  return ts.forEachChild(node, (child) => comesOfVisible(child, seen) || undefined) ?? false
}

/**
 * Whether a name is that of a property, which no constant gives its value.
 * @param {ts.Identifier} node
 */
const isNameOfProperty = (node) =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node)

/**
 * What a constant of the functions around a name, or of the file, was given; undefined for parameters and imports.
 * @param {ts.Identifier} name
 * @returns {ts.Expression | undefined}
 */
function givenTo(name) {
  for (let around = name.parent; around; around = around.parent) {
    if (!ts.isBlock(around) && !ts.isSourceFile(around)) continue
    for (const statement of around.statements) {
      if (!ts.isVariableStatement(statement)) continue
      for (const { name: declared, initializer } of statement.declarationList.declarations)
        if (initializer && declares(declared, name.text)) return initializer
    }
  }
  return undefined
}

/**
 * @param {ts.BindingName} declared
 * @param {string} name
 * @returns {boolean}
 */
const declares = (declared, name) =>
  ts.isIdentifier(declared)
    ? declared.text === name
    : declared.elements.some((element) => ts.isBindingElement(element) && declares(element.name, name))
