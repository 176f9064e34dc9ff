import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { packageFolders } from './imports.js'
import { isCode, isOfTests } from './sources.js'

/** More than a reader takes in from the names of the files. */
const MOST_FILES_WITHOUT = 8

/**
 * Each package, and each folder of more than eight files, says in a README.md what it owns, what it may not touch and where
 * to start reading. The README of a package speaks for its `src` too.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function readmeBreaches({ root, sources }) {
  const packages = packageFolders(root).map((path) => relative(root, path).split(sep).join('/'))
  /** @type {Map<string, number>} */
  const counts = new Map(packages.map((place) => [place, 0]))
  for (const source of sources) {
    if (!isCode(source) || isOfTests(source)) continue
    const folder = source.place.slice(0, source.place.lastIndexOf('/'))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].flatMap(([folder, files]) => {
    const isPackage = packages.includes(folder)
    if (!isPackage && (files <= MOST_FILES_WITHOUT || packages.includes(folder.replace(/\/src$/, ''))))
      return []
    if (existsSync(join(root, folder, 'README.md'))) return []
    const what = isPackage ? 'a package' : `${files} source files`
    return [`${folder}: ${what} and no README.md; say what it owns, what it may not touch, where to start.`]
  })
}
