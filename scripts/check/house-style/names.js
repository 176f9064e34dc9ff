import ts from 'typescript'

/**
 * @param {ts.Node} node
 * @returns {node is ts.ParenthesizedExpression | ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression}
 */
export const isWrapping = (node) =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isSatisfiesExpression(node) ||
  ts.isNonNullExpression(node)

/**
 * An expression without what only types or groups it.
 * @param {ts.Expression} node
 * @returns {ts.Expression}
 */
export const bare = (node) => (isWrapping(node) ? bare(node.expression) : node)

/**
 * @param {ts.PropertyAccessExpression | ts.ElementAccessExpression} node
 * @returns {string | undefined}
 */
export const nameAccessed = (node) =>
  ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : undefined

/**
 * @param {ts.ParameterDeclaration} parameter
 * @param {string} name
 */
export const isParameter = (parameter, name) => declared(parameter.name, name) !== undefined

/**
 * What a constant of the functions around a name, or of the file, was given, and which property of that it is; undefined for
 * parameters, imports, and variables, which may be given something else.
 * @param {ts.Identifier} name
 * @returns {{ value: ts.Expression, of?: string } | undefined}
 */
export function givenTo(name) {
  for (let around = name.parent; around; around = around.parent) {
    if (ts.isFunctionLike(around) && around.parameters.some((each) => isParameter(each, name.text)))
      return undefined
    if (!ts.isBlock(around) && !ts.isSourceFile(around)) continue
    for (const statement of around.statements) {
      if (!ts.isVariableStatement(statement)) continue
      const isConstant = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0
      for (const { name: binding, initializer } of statement.declarationList.declarations) {
        const at = declared(binding, name.text)
        if (!at) continue
        return isConstant && initializer && at.isPlain ? { value: initializer, ...at.place } : undefined
      }
    }
  }
  return undefined
}

/**
 * Where in a binding a name is declared: plain is the whole, or one property of it without a default.
 * @param {ts.BindingName} binding
 * @param {string} name
 * @returns {{ isPlain: boolean, place: { of?: string } } | undefined}
 */
function declared(binding, name) {
  if (ts.isIdentifier(binding)) return binding.text === name ? { isPlain: true, place: {} } : undefined
  for (const element of binding.elements) {
    if (!ts.isBindingElement(element) || !declared(element.name, name)) continue
    const property = element.propertyName ?? element.name
    const isPlain =
      ts.isObjectBindingPattern(binding) &&
      ts.isIdentifier(element.name) &&
      ts.isIdentifier(property) &&
      !element.initializer &&
      !element.dotDotDotToken
    return { isPlain, place: isPlain ? { of: property.text } : {} }
  }
  return undefined
}
