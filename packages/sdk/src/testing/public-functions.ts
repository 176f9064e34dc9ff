import ts from 'typescript'

/** A function or method that users of the package can call. */
export interface PublicFunction {
  /** How it is reached, for example `createArtel().holds.void`. */
  readonly name: string
  readonly hasExample: boolean
}

/**
 * Every function that the entry points of a package lead to: what they export, methods of exported classes, and methods of
 * what a function returns, however deep. Only what is declared below `folder` counts. `importer` is a file of the program
 * that imports every entry point.
 */
export function publicFunctionsOf(program: ts.Program, importer: string, folder: string): PublicFunction[] {
  const checker = program.getTypeChecker()
  const found = new Map<ts.Declaration, PublicFunction>()
  const seen = new Set<ts.Type>()

  const isOurs = (symbol: ts.Symbol): boolean =>
    symbol.declarations?.some((declaration) => declaration.getSourceFile().fileName.startsWith(folder)) ??
    false

  function visitSymbol(symbol: ts.Symbol, name: string): void {
    const [declaration] = symbol.declarations ?? []
    if (!declaration || !isOurs(symbol)) return
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol))
    const signatures = type.getCallSignatures()
    if (signatures.length === 0) {
      visitType(type, name)
      return
    }
    const hasExample = symbol.getJsDocTags(checker).some((tag) => tag.name === 'example')
    if (!found.has(declaration)) found.set(declaration, { name, hasExample })
    for (const signature of signatures) visitType(signature.getReturnType(), `${name}()`)
  }

  function visitType(type: ts.Type, name: string): void {
    if (seen.has(type)) return
    seen.add(type)
    if (type.isUnionOrIntersection()) for (const part of type.types) visitType(part, name)
    const awaited = checker.getAwaitedType(type)
    if (awaited) visitType(awaited, `(await ${name})`)
    // The items of a list.
    for (const argument of [...(type.aliasTypeArguments ?? []), ...typeArgumentsOf(type)])
      visitType(argument, name)
    for (const property of type.getProperties()) visitSymbol(property, `${name}.${property.name}`)
  }

  const typeArgumentsOf = (type: ts.Type): readonly ts.Type[] =>
    type.flags & ts.TypeFlags.Object && (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference
      ? checker.getTypeArguments(type as ts.TypeReference)
      : []

  for (const statement of program.getSourceFile(importer)?.statements ?? []) {
    if (!ts.isImportDeclaration(statement)) continue
    const entry = checker.getSymbolAtLocation(statement.moduleSpecifier)
    for (const exported of entry ? checker.getExportsOfModule(entry) : []) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (symbol.flags & ts.SymbolFlags.Class) visitType(checker.getDeclaredTypeOfSymbol(symbol), symbol.name)
      else if (symbol.flags & ts.SymbolFlags.Value) visitSymbol(symbol, symbol.name)
    }
  }
  return [...found.values()]
}
