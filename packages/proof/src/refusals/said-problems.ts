import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const ROOMS = [
  'packages/ledger',
  'packages/rules',
  'packages/documents',
  'packages/use-cases',
  'services/api',
]

/** The refusals whose words are said where they are thrown, and the errors of documents that they come from. */
const SAYING =
  /^(InvalidInputError|UnreadableFileError|FileTooLargeError|InvalidRequisiteError|NotRepresentableError)$/

/** A problem as the sources say it, with 7 in each of its holes. */
export interface SaidProblem {
  readonly said: string
  readonly place: string
}

/** Every text that says in the sources what is wrong with an input or a file. Texts that are made elsewhere are left out. */
export function saidProblems(): readonly SaidProblem[] {
  return ROOMS.flatMap((room) => filesBelow(join(root, room, 'src'))).flatMap((path) => {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
    const found: SaidProblem[] = []
    const visit = (node: ts.Node) => {
      if (ts.isNewExpression(node) && SAYING.test(node.expression.getText()))
        for (const text of textsOf(node)) found.push({ said: text, place: path.slice(root.length) })
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return /^(testing|generated)$/.test(entry.name) ? [] : filesBelow(path)
    return /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : []
  })
}

/** What is said: the fact `problem` of a refusal, or the sentence of a document's error. */
function textsOf({ expression, arguments: given }: ts.NewExpression): string[] {
  const [first, second] = given ?? []
  if (first && ts.isObjectLiteralExpression(first)) {
    const problem = first.properties.find((property) => property.name?.getText() === 'problem')
    return problem && ts.isPropertyAssignment(problem) ? texts(problem.initializer) : []
  }
  const ofField = /^(Invalid|NotRep)/.test(expression.getText())
  return texts(ofField ? second : first)
}

function texts(node: ts.Node | undefined): string[] {
  if (node === undefined) return []
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...texts(node.whenTrue), ...texts(node.whenFalse)]
  if (!ts.isTemplateExpression(node)) return []
  return [node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join('')]
}
