import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import ts from 'typescript'
import { isCode } from './sources.js'

/**
 * What a file imports, as it is written there; text that only looks like an import, as in what a generator writes, is none.
 * @param {import('./sources.js').Source} source
 * @returns {string[]}
 */
export const importsOf = (source) =>
  isCode(source)
    ? ts.preProcessFile(source.text, true, true).importedFiles.map(({ fileName }) => fileName)
    : []

/**
 * Packages are entered by their doors, and no path leads out of one.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function importBreaches({ root, sources }) {
  const doors = packageDoors(root)
  return sources.flatMap((source) => breachesOf(source, { root, doors }))
}

/**
 * @param {import('./sources.js').Source} source
 * @param {{ root: string, doors: Map<string, { folder: string, entries: Set<string> }> }} map
 */
function breachesOf(source, { root, doors }) {
  const { path, place } = source
  const own = [...doors.values()].find(({ folder }) => path.startsWith(folder + sep))
  return importsOf(source).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const target = resolve(dirname(path), specifier)
      const home = own?.folder ?? root
      const inside = target === home || target.startsWith(home + sep)
      return inside
        ? []
        : [`${place}: "${specifier}" leaves the package; import from the other package's door.`]
    }
    const [scope = '', name = '', ...rest] = specifier.split('/')
    const door = doors.get(`${scope}/${name}`)
    const entry = rest.length === 0 ? '.' : `./${rest.join('/')}`
    if (!door || door.entries.has(entry)) return []
    return [
      `${place}: "${specifier}" is no door of ${scope}/${name}; its package.json exports ${[...door.entries].join(', ')}.`,
    ]
  })
}

/**
 * What each workspace package exports.
 * @param {string} root
 */
function packageDoors(root) {
  return new Map(
    packageFolders(root).map((folder) => {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      return [String(manifest.name), { folder, entries: new Set(Object.keys(manifest.exports ?? {})) }]
    }),
  )
}

/**
 * Folders of the workspace's packages.
 * @param {string} root
 */
export function packageFolders(root) {
  const groups = ['packages', 'services', 'examples'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, group, entry.name)),
  )
  return [...groups, join(root, 'scripts')]
}
