import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

const run = promisify(execFile)
const bundler = fileURLToPath(new URL('./bundle.js', import.meta.url))
const installed = fileURLToPath(new URL('../../node_modules/', import.meta.url))

let folder: string
let program: string
let built: string
beforeEach(async () => {
  folder = await mkdtemp(join(installed, '.bundle-test-'))
  program = join(folder, 'source', 'program.ts')
  built = join(folder, 'out')
  await mkdir(join(folder, 'source'))
  await writeFile(join(folder, 'source', 'beside.txt'), 'what stands beside it')
  await writeFile(join(folder, 'source', 'part.ts'), "export const said: string = 'first'\n")
  await writeFile(
    program,
    `import { readFileSync } from 'node:fs'
    import { register } from 'tsx/esm/api'
    import { said } from './part.ts'
    const beside = readFileSync(new URL('./beside.txt', import.meta.url), 'utf8')
    console.log([said, beside, typeof register].join(', '))\n`,
  )
})
afterEach(() => rm(folder, { recursive: true }))

/** Bundles in a process of its own, as a build does. */
async function bundleInProcess(): Promise<void> {
  const call = `import(process.argv[1]).then(({ bundle }) => bundle(process.argv[2], process.argv[3]))`
  await run(process.execPath, ['-e', call, bundler, program, built])
}

const output = async () => (await run(process.execPath, [join(built, 'program.js')])).stdout.trim()

test('a bundle does what its program does, from where the program stands', async () => {
  await bundleInProcess()
  expect(await output()).toBe('first, what stands beside it, function')
})

test('it is made anew when a source says something else, and only then', async () => {
  await bundleInProcess()
  const first = await readFile(join(built, 'program.js'))
  await writeFile(program, await readFile(program)) // only its time changes
  await writeFile(join(built, 'kept'), '')
  await bundleInProcess()
  expect(await readdir(built)).toContain('kept')
  await writeFile(join(folder, 'source', 'part.ts'), "export const said: string = 'later'\n")
  await bundleInProcess()
  expect(await output()).toBe('later, what stands beside it, function')
  expect(await readFile(join(built, 'program.js'))).not.toEqual(first)
  expect(await readdir(built)).not.toContain('kept')
})

test('processes that want it at once all get a whole one, and leave nothing else', async () => {
  await Promise.all(Array.from({ length: 4 }, bundleInProcess))
  expect(await output()).toBe('first, what stands beside it, function')
  expect((await readdir(folder)).sort()).toEqual(['out', 'source'])
})
