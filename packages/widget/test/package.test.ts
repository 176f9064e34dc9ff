import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { cli } from '@custom-elements-manifest/analyzer/cli.js'
import { buildSchema, parse, validate } from 'graphql'
import { publint } from 'publint'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { withReference } from '../write-reference.ts'
import { typingsOf } from '../write-typings.ts'
import { buildChunks, buildWidget } from './build-widget.ts'

const room = new URL('..', import.meta.url)

test('all elements together stay within 25 kB gzip', async () => {
  const bytes = gzipSync(await buildWidget(), { level: 9 }).length
  expect(bytes).toBeLessThanOrEqual(25_000)
})

test('what is loaded later is a file of its own each, which imports nothing and stays within 10 kB gzip', async () => {
  const chunks = await buildChunks()
  const later = [
    'artel-card-code.js',
    'artel-claim-kit.js',
    'artel-code-step.js',
    'artel-follow-balance.js',
    'artel-list-view.js',
    'artel-offers-kit.js',
    'artel-open-demo-session.js',
    'artel-partners-kit.js',
    'artel-refer-kit.js',
    'artel-wallet-benefits.js',
  ]
  expect([...chunks.keys()].sort()).toEqual([...later, 'artel.js'])
  for (const name of later) {
    const code = chunks.get(name) ?? ''
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(10_000)
    expect(code).not.toMatch(/\bimport\b/)
  }
})

test('the built module carries hashes, not documents, and no way to run text as code', async () => {
  const code = [...(await buildChunks()).values()].join('\n')
  const manifest: Record<string, string> = JSON.parse(
    await readFile(new URL('../schema/persisted-operations.json', room), 'utf8'),
  )
  const superseded = new Set((await supersededOperations()).map(({ hash }) => hash))
  expect(Object.keys(manifest).length).toBeGreaterThan(superseded.size)
  // What customers may ask for by law (`OwnExport` and the like) a page asks for itself: no element carries it.
  for (const [hash, text] of Object.entries(manifest))
    if (
      !superseded.has(hash) &&
      !/\b(?:query|mutation) (?:Page\w|Own(?!EarnCodeClaim|ReceiptClaimMake))/.test(text)
    )
      expect(code).toContain(hash)
  expect(code).not.toContain('fragment Account on')
  expect(code).not.toMatch(/\beval\(|new Function\(/)
})

test('what an earlier widget sends is served, and still fits the schema', async () => {
  const schema = buildSchema(await readFile(new URL('../schema/schema.graphql', room), 'utf8'))
  const manifest = JSON.parse(await readFile(new URL('../schema/persisted-operations.json', room), 'utf8'))
  const superseded = await supersededOperations()
  expect(superseded.length).toBeGreaterThan(0)
  for (const { hash, supersededIn, text } of superseded) {
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash)
    expect(manifest[hash]).toBe(text)
    expect(supersededIn).toMatch(/^\d+\.\d+\.\d+$/)
    expect(validate(schema, parse(text))).toEqual([])
  }
})

test('importing on a server defines nothing and throws nothing', async () => {
  const built = await build({
    root: fileURLToPath(room),
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: 'src/index.ts', write: false },
  })
  const code = 'output' in built ? built.output[0].code : ''
  const widget = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  expect(() => widget.defineArtelElements()).not.toThrow()
  expect(typeof widget.ArtelWallet).toBe('function')
})

test('the package is well made', async () => {
  const { messages } = await publint({ pkgDir: fileURLToPath(room), pack: false, level: 'warning' })
  // Built files are checked when they exist, package.json in any case.
  expect(messages.filter(({ code }) => code !== 'FILE_DOES_NOT_EXIST')).toEqual([])
})

test('the manifest, the reference in the README and the typings are what the sources say', async () => {
  const committed = JSON.parse(await readFile(new URL('custom-elements.json', room), 'utf8'))
  const argv = ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet']
  const fresh = await cli({ argv, cwd: fileURLToPath(room), noWrite: true })
  expect(JSON.parse(JSON.stringify(fresh))).toEqual(committed)
  const readme = await readFile(new URL('README.md', room), 'utf8')
  expect(withReference(readme, committed)).toBe(readme)
  for (const [file, text] of Object.entries(typingsOf(committed)))
    expect(await readFile(new URL(file, room), 'utf8')).toBe(text)
})

test('every part, slot and custom property of the sources is documented, and nothing else is', async () => {
  const { modules } = JSON.parse(await readFile(new URL('custom-elements.json', room), 'utf8'))
  const declarations: Declaration[] = modules[0].declarations
  for (const { tagName, cssParts = [], slots = [] } of declarations.filter(
    (declaration) => declaration.tagName,
  )) {
    const source = await sourceOf(tagName ?? '')
    const used = (attribute: RegExp): string[] =>
      [...new Set([...source.matchAll(attribute)].map(([, name]) => name ?? ''))].sort()
    expect([tagName, ...used(/part="([\w-]+)"/g)]).toEqual([
      tagName,
      ...cssParts.map(({ name }) => name).sort(),
    ])
    expect([tagName, ...used(/<slot name="([\w-]+)"/g)]).toEqual([
      tagName,
      ...slots.map(({ name }) => name).sort(),
    ])
  }
  const code = await buildWidget()
  const properties = [...new Set(code.match(/--artel-[\w-]+/g))].sort()
  const documented = (declarations.find(({ tagName }) => !tagName)?.cssProperties ?? []).map(
    ({ name }) => name,
  )
  expect(properties).toEqual(documented.sort())
  expect(properties.length).toBeLessThanOrEqual(15)
})

/** What an element may show: its own file, the modules beside it, and what of its base classes it calls. */
async function sourceOf(tag: string): Promise<string> {
  const read = (file: string) => readFile(new URL(`src/elements/${file}`, room), 'utf8')
  const own = await read(`${tag}/${tag}.ts`)
  const beside = [...own.matchAll(/(?:from |import\()'(\.\/(?!.*styles)[\w-]+\.ts)'/g)].map(
    ([, file]) => file,
  )
  const parts = await Promise.all([...new Set(beside)].map((file) => read(`${tag}/${file}`)))
  const list = own.includes('ArtelList') ? await read('artel-element/list-view.ts') : ''
  const shell = /Artel(?:List|Part)/.test(own) ? await read('artel-element/artel-part.ts') : ''
  const text = [own, ...parts, list, shell].join('\n')
  return text.includes('renderMessage(') ? text + (await read('artel-element/artel-element.ts')) : text
}

/** Operations of earlier releases. The list only grows: who has built such a widget into a page is not known. */
const supersededOperations = async (): Promise<{ hash: string; supersededIn: string; text: string }[]> =>
  JSON.parse(await readFile(new URL('../schema/superseded-operations.json', room), 'utf8'))

interface Declaration {
  readonly tagName?: string
  readonly cssParts?: Array<{ name: string }>
  readonly slots?: Array<{ name: string }>
  readonly cssProperties?: Array<{ name: string }>
}
