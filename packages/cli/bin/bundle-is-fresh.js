import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The root of the repository, from which the paths of the sources are told. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))
/** Where the bundle stands. */
export const bundleFolder = fileURLToPath(new URL('../dist/', import.meta.url))
/** The sources of a bundle, each with its mark. */
export const inputsFile = `${bundleFolder}inputs.json`

/** Tells one state of a file from another. @param {string} path from the root */
export function markOf(path) {
  const { mtimeMs, size } = statSync(root + path)
  return `${mtimeMs} ${size}`
}

/** Whether the bundle was made of the sources as they are now: then it is run in their place. */
export function bundleIsFresh() {
  try {
    /** @type {Record<string, string>} */
    const marks = JSON.parse(readFileSync(inputsFile, 'utf8'))
    return Object.entries(marks).every(([path, mark]) => markOf(path) === mark)
  } catch {
    return false // nothing is built, or a source that was is gone
  }
}
