import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.js'
import { root } from './freshness.js'

/** Asked for at once by several tests of a process, a bundle is made once. @type {Map<string, Promise<void>>} */
const making = new Map()

/**
 * The path of a JavaScript program that does what a TypeScript one of the workspace does, and starts at once: for tests
 * that start, and kill, many processes. Its bundle is kept among what is installed, and made anew when a source changes.
 * @param {URL} program
 */
export async function bundledProgram(program) {
  const source = fileURLToPath(program)
  const name = relative(root, source).replace(/\.ts$/, '')
  const folder = join(root, 'node_modules', '.artel-programs', name.replaceAll('/', '-'))
  const made = making.get(source) ?? bundle(source, folder)
  making.set(source, made)
  await made
  return join(folder, `${basename(name)}.js`)
}
