import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'

const run = promisify(execFile)
const packageDir = fileURLToPath(new URL('..', import.meta.url))
const bin = (name: string) => join(packageDir, 'node_modules/.bin', name)
const readme = readFileSync(join(packageDir, 'README.md'), 'utf8')

let consumer: string
let installed: string

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
  for (const dependency of ['jose', 'graphql', '@urql/core', 'wonka', '@types/node']) {
    symlinkSync(join(packageDir, 'node_modules', dependency), join(modules, dependency))
  }
})
afterAll(() => rmSync(consumer, { recursive: true, force: true }))

it('is packed without a complaint of publint or of "are the types wrong"', async () => {
  await run(bin('publint'), ['run', installed, '--strict'])
  await run(bin('attw'), ['--pack', installed, '--profile', 'esm-only'])
})

it('keeps its compiled examples in the README', () => {
  expect(readmeExamples().length).toBeGreaterThanOrEqual(12)
})

it('compiles every example of the README, its own types checked too', () => {
  const files = readmeExamples().map((example, index) => {
    const file = join(consumer, `example-${index + 1}.ts`)
    const needsClient = !/const artel =/.test(example)
    const preamble = needsClient ? "declare const artel: import('@artel/sdk').Artel\n" : ''
    writeFileSync(file, `${preamble}${example}\nexport {}\n`)
    return file
  })
  const program = ts.createProgram(files, {
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
    typeRoots: [join(consumer, 'node_modules/@types')],
  })
  const ours = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || file.fileName.startsWith(consumer))
  const format = { getCanonicalFileName: String, getCurrentDirectory: () => consumer, getNewLine: () => '\n' }
  expect(ts.formatDiagnostics(ours, format)).toBe('')
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

function readmeExamples(): string[] {
  return Array.from(readme.matchAll(/```ts[^\n]*\n([\s\S]*?)```/g), ([, code = '']) => code)
}
