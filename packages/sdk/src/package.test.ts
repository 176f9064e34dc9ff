import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Example, examplesOf } from './testing/examples.ts'
import { publicFunctionsOf } from './testing/public-functions.ts'

const run = promisify(execFile)
const packageDir = fileURLToPath(new URL('..', import.meta.url))
const bin = (name: string) => join(packageDir, 'node_modules/.bin', name)
const readme = readFileSync(join(packageDir, 'README.md'), 'utf8')

let consumer: string
let installed: string
/** Everything that a stranger compiles here: the examples, each a module of its own, and an import of every entry point. */
let program: ts.Program
let readmeFiles: readonly string[]
let sourceFiles: readonly string[]
let docsFiles: readonly string[]
let importer: string

/** A project of a stranger with the package built and laid as npm would, apart from the `dist` in use here. */
beforeAll(async () => {
  consumer = mkdtempSync(join(tmpdir(), 'artel-sdk-'))
  const modules = join(consumer, 'node_modules')
  installed = join(modules, '@artel/sdk')
  mkdirSync(join(modules, '@types'), { recursive: true })
  mkdirSync(join(modules, '@urql'))
  await run(bin('tsdown'), ['--out-dir', join(installed, 'dist')], { cwd: packageDir })
  writeFileSync(join(consumer, 'package.json'), '{"type":"module"}')
  for (const file of ['package.json', 'README.md']) cpSync(join(packageDir, file), join(installed, file))
  for (const dependency of ['jose', 'graphql', '@urql/core', 'wonka', 'standardwebhooks', '@types/node']) {
    symlinkSync(join(packageDir, 'node_modules', dependency), join(modules, dependency))
  }
  readmeFiles = writeExamples('readme', readmeExamples())
  sourceFiles = writeExamples('sources', ownSources().flatMap(examplesOf))
  docsFiles = writeExamples('docs', printedExamples())
  importer = join(consumer, 'entries.ts')
  writeFileSync(
    importer,
    entryPoints()
      .map((entry) => `import '${entry}'\n`)
      .join(''),
  )
  program = ts.createProgram([...readmeFiles, ...sourceFiles, ...docsFiles, importer], {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    typeRoots: [join(modules, '@types')],
  })
})
afterAll(() => rmSync(consumer, { recursive: true, force: true }))

it('is packed without a complaint of publint or of "are the types wrong"', async () => {
  await run(bin('publint'), ['run', installed, '--strict'])
  await run(bin('attw'), ['--pack', installed, '--profile', 'esm-only'])
})

it('has types that compile in the project of a stranger', () => {
  const own = program.getSourceFiles().map(({ fileName }) => fileName)
  expect(complaintsAbout(own.filter((name) => name.startsWith(installed)))).toBe('')
})

it('compiles every example of the README', () => {
  expect(readmeFiles.length).toBeGreaterThanOrEqual(12)
  expect(complaintsAbout(readmeFiles)).toBe('')
})

it('compiles every @example of the sources against the package as it is built', () => {
  expect(sourceFiles.length).toBeGreaterThanOrEqual(100)
  expect(complaintsAbout(sourceFiles)).toBe('')
})

it('compiles what the pages of the project print in TypeScript', () => {
  expect(docsFiles.length).toBeGreaterThanOrEqual(2)
  expect(complaintsAbout(docsFiles)).toBe('')
})

it('has an @example on every function and method that its entry points lead to', () => {
  const functions = publicFunctionsOf(program, importer, installed)
  const names = functions.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'createArtel',
      'createArtel().customers.enrol',
      'createArtel().customers.enrol().unwrap',
      '(await createArtel().customers.enrol()).unwrap',
      'createArtel().members.list',
      'createArtelBrowser().query',
      'mintCustomerToken',
    ]),
  )
  expect(functions.filter(({ hasExample }) => !hasExample).map(({ name }) => name)).toEqual([])
})

it('keeps the signing library and urql out of the page', async () => {
  const entry = join(installed, 'dist/browser.js')
  const seen = new Set<string>()
  const visit = (file: string) => {
    const source = readFileSync(file, 'utf8')
    for (const [, specifier] of source.matchAll(/(?:from|import)\s*"([^"]+)"/g)) {
      if (specifier === undefined || seen.has(specifier)) continue
      seen.add(specifier)
      if (specifier.startsWith('.')) visit(join(installed, 'dist', specifier))
    }
  }
  visit(entry)
  expect([...seen].filter((specifier) => !specifier.startsWith('.'))).toEqual([])
})

/** The clients that examples of their methods leave out. */
const CLIENTS = {
  artel: "import('@artel/sdk').Artel",
  page: "import('@artel/sdk/browser').ArtelBrowser",
}

function writeExamples(folder: string, examples: readonly Example[]): string[] {
  mkdirSync(join(consumer, folder))
  return examples.map(({ place, code }, at) => {
    const file = join(consumer, folder, `${at + 1}.ts`)
    const declared = Object.entries(CLIENTS)
      .filter(([name]) => !code.includes(`const ${name} =`))
      .map(([name, type]) => `declare const ${name}: ${type}`)
    writeFileSync(file, [`// ${place}`, ...declared, code, 'export {}', ''].join('\n'))
    return file
  })
}

/** What the compiler has against files, and where an example stands; empty for nothing. */
function complaintsAbout(files: readonly string[]): string {
  const complaints = files.flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)))
  return complaints
    .map(({ file, messageText }) => {
      const [, place = file?.fileName] = /^\/\/ (.*)\n/.exec(file?.text ?? '') ?? []
      return `${place}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
    .join('\n')
}

const codeIn = (text: string, page: string): Example[] =>
  Array.from(text.matchAll(/```ts[^\n]*\n([\s\S]*?)```/g), ([, code = ''], at) => ({
    place: `${page}, example ${at + 1}`,
    code,
  }))

const readmeExamples = (): Example[] => codeIn(readme, 'README.md')

/** Of the READMEs at the root and of every page beside them. */
function printedExamples(): Example[] {
  const root = join(packageDir, '../..')
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
  return ['README.md', 'README.ru.md', ...pages].flatMap((page) =>
    codeIn(readFileSync(join(root, page), 'utf8'), page),
  )
}

const ownSources = (): string[] =>
  readdirSync(join(packageDir, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('generated'))
    .map((name) => join(packageDir, 'src', name))

const entryPoints = (): string[] =>
  Object.keys(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).exports)
    .filter((entry) => !entry.endsWith('.json'))
    .map((entry) => join('@artel/sdk', entry))
