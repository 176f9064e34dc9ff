import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build as esbuild } from 'esbuild'
import ts from 'typescript'
import { build as viteBuild } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
/** Where the build leaves what `npm run pack` hands out and the API serves. */
const packages = fileURLToPath(new URL('../dist/packages/', import.meta.url))
const own = createRequire(import.meta.url)

const page = `import { defineArtelElements } from '@artel/widget'\ndefineArtelElements()\n`
const server = `import { createArtel } from '@artel/sdk'
import { ArtelWallet, defineArtelElements } from '@artel/widget'
defineArtelElements()
const { createArtelBrowser } = await import('@artel/sdk/browser')
const { mintCustomerToken } = await import('@artel/sdk/token')
const artel = createArtel({ apiKey: 'sk_test_1', url: 'http://127.0.0.1:1/graphql', maxRetries: 0 })
const code = await artel.coalition.get().catch((error) => error.code)
console.log([typeof ArtelWallet, typeof createArtelBrowser, typeof mintCustomerToken, code].join())
`

let room: string
let both: string
let alone: string
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'artel-install-'))
  both = await install('both', ['artel-sdk.tgz', 'artel-widget.tgz'])
  alone = await install('alone', ['artel-widget.tgz'])
})
afterAll(() => rm(room, { recursive: true, force: true }))

test.each(['@artel/sdk', '@artel/widget'])(
  '%s installs with its name, README and types, and no word of this workspace',
  async (name) => {
    const installed = join(both, 'node_modules', name)
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({ name, version: expect.stringMatching(/^\d+\.\d+\.\d+/), license: 'MIT' })
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:|link:|file:/)
    expect(await readFile(join(installed, 'README.md'), 'utf8')).toContain(`# ${name}`)
    expect(await readFile(join(installed, 'dist/index.d.ts'), 'utf8')).toContain('export')
    await expect(readFile(join(installed, 'dist/packages/artel-sdk.tgz'))).rejects.toThrow()
  },
)

test('the widget installs without the SDK', async () => {
  const { dependencies } = JSON.parse(await readFile(join(alone, 'package-lock.json'), 'utf8')).packages[
    'node_modules/@artel/widget'
  ]
  expect(Object.keys(dependencies)).toEqual(['lit'])
  await esbuildBytes(alone)
})

test('a server imports both, and nothing of a page is needed', async () => {
  await writeFile(join(both, 'server.js'), server)
  const { stdout } = await run(process.execPath, ['server.js'], { cwd: both })
  expect(stdout.trim()).toBe('function,function,function,NETWORK')
})

test.each([
  ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
])('both compile in a strict project of %s', async (name, module, moduleResolution) => {
  const file = join(both, `${name}.ts`)
  await writeFile(
    file,
    `import { type Artel, createArtel } from '@artel/sdk'
import { createArtelBrowser } from '@artel/sdk/browser'
import { mintCustomerToken } from '@artel/sdk/token'
import { ArtelCheckout, defineArtelElements, type HoldDetail } from '@artel/widget'
defineArtelElements()
export const artel: Artel = createArtel({ apiKey: 'sk_test_1', url: 'http://127.0.0.1/graphql' })
export const others: unknown[] = [createArtelBrowser, mintCustomerToken]
export const held: HoldDetail[] = []
const checkout: ArtelCheckout = document.createElement('artel-checkout')
checkout.amount = 450_000
document.addEventListener('artel:hold', ({ detail }) => held.push(detail))
`,
  )
  expect(complaints([file], { module, moduleResolution, skipLibCheck: false })).toEqual([])
})

test('esbuild and Vite bundle the elements, esbuild to 25 kB gzip at most', async () => {
  // Licences of Lit included, as esbuild leaves them.
  expect(await esbuildBytes(both)).toBeLessThanOrEqual(25_000)
  await writeFile(join(both, 'index.html'), '<!doctype html><script type="module" src="/page.js"></script>')
  const built = await viteBuild({ root: both, configFile: false, logLevel: 'warn', build: { write: false } })
  const chunks = 'output' in built ? built.output.filter(({ type }) => type === 'chunk') : []
  const withElements = chunks.filter((chunk) => 'code' in chunk && chunk.code.includes('artel-checkout'))
  expect([withElements.length, chunks.length]).toEqual([1, 6])
  // The lists and what is about codes are left out where nobody defines them.
  expect(chunks.some((chunk) => 'code' in chunk && /artel-(?:offers|claim)/.test(chunk.code))).toBe(false)
})

test('React knows what the elements take and tell', async () => {
  const file = await writeUsage('react.tsx', [
    `import type {} from '@artel/widget/react'`,
    `export const good = <>`,
    `  <artel-wallet events={2} locale="ru" className="side" />`,
    `  <artel-checkout amount={450000} orderRef="A-1" order-ref="A-1" onartel:hold={({ detail }) => detail.holdId.trim()} />`,
    `  <artel-earn-badge amount="1000" member="mbr_1" onartel:error={({ detail }) => detail.code.trim()} />`,
    `  <artel-offers member="mbr_1" first={3} onartel:state={({ detail }) => detail.state.trim()} />`,
    `  <artel-partners member="mbr_1" />`,
    `  <artel-refer sign-in-url="/sign-in" />`,
    `  <artel-claim code="7K3M9" onartel:claim={({ detail }) => detail.points.trim()} />`,
    `</>`,
    `// @ts-expect-error: a number of events is no text`,
    `export const wrongType = <artel-wallet events="many" />`,
    `// @ts-expect-error: no attribute of that name`,
    `export const wrongName = <artel-checkout amuont={1} />`,
    `// @ts-expect-error: a wallet holds nothing`,
    `export const wrongEvent = <artel-wallet onartel:hold={() => {}} />`,
  ])
  expect(complaints([file], { ...bundled, jsx: ts.JsxEmit.ReactJSX })).toEqual([])
})

test('Vue knows what the elements take and tell', async () => {
  const file = await writeUsage('vue.ts', [
    `import type { GlobalComponents } from 'vue'`,
    `import type {} from '@artel/widget/vue'`,
    `type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props']`,
    `export const checkout: Props<'artel-checkout'> = {`,
    `  amount: 450000, 'order-ref': 'A-1', class: 'side',`,
    `  'onArtel:hold': ({ detail }) => detail.holdId.trim(),`,
    `  'onArtel:pointsChange': ({ detail }) => detail.payMinor.trim(),`,
    `}`,
    `// @ts-expect-error: a number of events is no text`,
    `export const wrongType: Props<'artel-wallet'> = { events: 'many' }`,
    `// @ts-expect-error: a wallet holds nothing`,
    `export const wrongEvent: Props<'artel-wallet'> = { 'onArtel:hold': () => {} }`,
  ])
  expect(complaints([file], bundled)).toEqual([])
})

const bundled = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // The declarations of the frameworks are theirs to check.
  skipLibCheck: true,
}

/** A clean project with tarballs in it, as npm installs them; what they depend on comes from npm's cache if it is there. */
async function install(name: string, tarballs: readonly string[]): Promise<string> {
  const project = join(room, name)
  await mkdir(project)
  await writeFile(join(project, 'package.json'), '{ "name": "shop", "private": true, "type": "module" }')
  for (const tarball of tarballs) await copyFile(join(packages, tarball), join(project, tarball))
  await writeFile(join(project, 'page.js'), page)
  const files = tarballs.map((tarball) => `./${tarball}`)
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  await run('npm', ['install', ...quiet, ...files], { cwd: project, env: withoutSettings() })
  return project
}

/** Settings of the npm or pnpm that started this test are not those of a stranger. */
const withoutSettings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_config_(?!registry|cache)/i.test(name)),
  )

async function esbuildBytes(project: string): Promise<number> {
  const { outputFiles } = await esbuild({
    entryPoints: [join(project, 'page.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    // As bundlers of sites do: what is imported later is a file of its own.
    splitting: true,
    write: false,
    outdir: join(project, 'bundle'),
  })
  const loadedAtOnce = outputFiles.filter(
    // esbuild writes a file of each import, also of those in classes that it leaves out.
    ({ path }) =>
      !/card-code|code-step|follow-balance|-kit|list-view|open-demo-session|wallet-benefits/.test(path),
  )
  return gzipSync(Buffer.concat(loadedAtOnce.map(({ contents }) => contents)), { level: 9 }).length
}

async function writeUsage(name: string, lines: readonly string[]): Promise<string> {
  const file = join(both, name)
  await writeFile(file, [...lines, ''].join('\n'))
  return file
}

/** What the compiler of a strict project says, with the frameworks' own types where this package has them. */
function complaints(files: readonly string[], options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    paths: Object.fromEntries(
      ['vue', '@types/react'].flatMap((name) => {
        const directory = dirname(own.resolve(`${name}/package.json`))
        const alias = name.replace('@types/', '')
        return [
          [alias, [directory]],
          [`${alias}/*`, [`${directory}/*`]],
        ]
      }),
    ),
    ...options,
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
}
