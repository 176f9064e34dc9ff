import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

/**
 * A file that somebody wrote.
 * @typedef {object} Source
 * @property {string} path absolute
 * @property {string} place from the root, with slashes
 * @property {string} text
 */

/** What a rule is given. @typedef {{ root: string, sources: readonly Source[] }} Checkout */

const sourceFile = /\.(ts|tsx|js|jsx|css|prisma|sql)$/
const skippedFolders = new Set([
  'node_modules',
  'dist',
  'generated',
  '.git',
  '.turbo',
  '.artel',
  'migrations',
])

/**
 * Every source file below `root`.
 * @param {string} root absolute path of a checkout
 * @returns {Source[]}
 */
export function readSources(root) {
  return walk(root).map((path) => ({
    path,
    place: relative(root, path).split(sep).join('/'),
    text: readFileSync(path, 'utf8'),
  }))
}

/**
 * @param {string} folder
 * @returns {string[]} absolute paths of source files
 */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : walk(path)
    return sourceFile.test(entry.name) ? [path] : []
  })
}

/** @param {{ place: string }} source */
export const isCode = ({ place }) => /\.(ts|tsx|js|jsx)$/.test(place)

/**
 * Tests, and what stands beside them to build their world.
 * @param {{ place: string }} source
 */
export const isOfTests = ({ place }) => /\.test\.[jt]sx?$|(^|\/)(test|testing)\//.test(place)

/** @type {WeakMap<Source, ts.SourceFile>} */
const trees = new WeakMap()

/**
 * A file as TypeScript reads it; parsed once.
 * @param {Source} source
 */
export function treeOf(source) {
  const known = trees.get(source)
  if (known) return known
  const tree = ts.createSourceFile(source.place, source.text, ts.ScriptTarget.Latest, true)
  trees.set(source, tree)
  return tree
}

/**
 * Where a node stands, for people.
 * @param {Source} source
 * @param {ts.Node} node
 */
export function lineOf(source, node) {
  const tree = treeOf(source)
  return `${source.place}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`
}
