import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const REGISTRY = '/packages/ledger/src/refusals/'
const ROOMS = /\/(?:packages\/(?:use-cases|rules|ledger|store)|services\/api)\/src\/(?!.*\/generated\/)/

/** A field of the API whose result is a union, with the refusals by the names of their classes. */
export interface RefusingField {
  readonly name: string
  /** What it declares, and what every field does. */
  readonly declared: ReadonlySet<string>
  /** What any function that it leads to throws, whatever catches it on the way. */
  readonly reachable: ReadonlySet<string>
}

/**
 * Reads from the sources of the API which refusals each field with a union of results may be answered with: from its
 * resolver through every function of our rooms that is named on the way. Nothing is run.
 */
export function refusingFields(): readonly RefusingField[] {
  const { fileNames, options } = configOf(`${root}/services/api/tsconfig.json`)
  const program = ts.createProgram(fileNames, options)
  const reader = new Reader(program.getTypeChecker())
  return program
    .getSourceFiles()
    .filter(
      ({ fileName }) => fileName.includes('/services/api/src/graphql/') && !fileName.endsWith('.test.ts'),
    )
    .flatMap((file) => reader.fieldsOf(file))
}

function configOf(path: string): ts.ParsedCommandLine {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }: ts.Diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    },
  }
  const config = ts.getParsedCommandLineOfConfigFile(path, {}, host)
  if (!config) throw new Error(`${path} cannot be read`)
  return config
}

class Reader {
  readonly #checker: ts.TypeChecker

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker
  }

  /** Every object of options that has both `errors` and `resolve`. */
  fieldsOf(file: ts.SourceFile): RefusingField[] {
    const found: RefusingField[] = []
    const visit = (node: ts.Node) => {
      if (ts.isObjectLiteralExpression(node)) {
        const [errors, resolve] = [propertyOf(node, 'errors'), propertyOf(node, 'resolve')]
        if (errors && resolve) {
          const reachable = new Set<string>()
          this.#collectThrown(resolve, { seen: new Set(), reachable })
          found.push({ name: nameOf(node), declared: this.#declaredIn(errors), reachable })
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  }

  #declaredIn(errors: ts.Node): Set<string> {
    const declared = new Set<string>()
    const visit = (node: ts.Node) => {
      const symbol = ts.isIdentifier(node) ? this.#symbolOf(node) : undefined
      const declaration = symbol?.declarations?.[0]
      if (symbol && isEntered(declaration)) declared.add(symbol.name)
      // A list of its own, which several fields share.
      else if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
        visit(declaration.initializer)
      ts.forEachChild(node, visit)
    }
    visit(errors)
    return declared
  }

  #collectThrown(
    node: ts.Node,
    walk: { readonly seen: Set<ts.Node>; readonly reachable: Set<string> },
  ): void {
    const visit = (inner: ts.Node) => {
      if (ts.isTypeNode(inner)) return
      if (ts.isNewExpression(inner)) {
        const symbol = this.#symbolOf(inner.expression)
        if (symbol && isEntered(symbol.declarations?.[0])) walk.reachable.add(symbol.name)
      }
      const body = ts.isIdentifier(inner) ? this.#bodyOf(inner) : undefined
      if (body && !walk.seen.has(body)) {
        walk.seen.add(body)
        this.#collectThrown(body, walk)
      }
      ts.forEachChild(inner, visit)
    }
    visit(node)
  }

  /** The function, or the value, that a name of our rooms stands for. */
  #bodyOf(name: ts.Identifier): ts.Node | undefined {
    for (const declaration of this.#symbolOf(name)?.declarations ?? []) {
      const { fileName } = declaration.getSourceFile()
      if (!ROOMS.test(fileName) || fileName.includes(REGISTRY)) continue
      if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) return declaration
      if (ts.isVariableDeclaration(declaration) && declaration.initializer) return declaration.initializer
    }
    return undefined
  }

  #symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = this.#checker.getSymbolAtLocation(node)
    const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0
    return isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol
  }
}

/** Whether a declaration is the class of a refusal in the registry. */
const isEntered = (declaration: ts.Declaration | undefined): boolean =>
  declaration !== undefined &&
  ts.isClassDeclaration(declaration) &&
  declaration.getSourceFile().fileName.includes(REGISTRY) &&
  declaration.heritageClauses !== undefined

const propertyOf = (
  object: ts.ObjectLiteralExpression,
  name: string,
): ts.ObjectLiteralElementLike | undefined =>
  object.properties.find((property) => property.name?.getText() === name)

/** The name of a field by where its options stand: `builder.mutationField('name', ...)`, or `name: t.field(...)`. */
function nameOf(options: ts.Node): string {
  for (let node = options.parent; node; node = node.parent) {
    if (ts.isPropertyAssignment(node)) return node.name.getText()
    const [name] = ts.isCallExpression(node) ? node.arguments : []
    if (name && ts.isStringLiteral(name)) return name.text
  }
  throw new Error('A field without a name')
}
