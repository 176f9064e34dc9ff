// Run by `npm test`: the rules of the house that no linter knows. Prints each breach and exits with 1 when there is one.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const LONGEST_FILE_LINES = 300
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
/** Names that say where a thing was put, not what it is. */
const dumpingGround = /^(utils?|helpers?|common|shared|misc|types)(\.[\w.]+)?$/
/** Statements begin their line; `import()` may stand anywhere in one that begins with code. */
const importing =
  /^(?:(?:import|export|\})[^'"\n]*\bfrom\s+|import\s+|[^'"\n]*\bimport\()['"]([^'"\n]+)['"]/gm

/**
 * Every breach of the house rules below `root`, as lines that name the file and say what to do.
 * @param {string} root absolute path of a checkout
 * @returns {string[]}
 */
export function houseStyleBreaches(root) {
  const doors = packageDoors(root)
  return walk(root).flatMap((path) => {
    const place = relative(root, path).split(sep).join('/')
    const text = readFileSync(path, 'utf8')
    return [
      ...nameBreaches(place),
      ...lengthBreaches(place, text),
      ...importBreaches(root, path, place, text, doors),
    ]
  })
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

/** @param {string} place */
function nameBreaches(place) {
  const bad = place.split('/').find((part) => dumpingGround.test(part))
  return bad ? [`${place}: "${bad}" is a dumping ground; name the file for what it holds.`] : []
}

/**
 * Comments and blank lines are not counted: what an element or a verb is documented with must never be what makes it too long.
 * @param {string} place
 * @param {string} text
 */
function lengthBreaches(place, text) {
  const lines = text.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length
  return lines > LONGEST_FILE_LINES
    ? [`${place}: ${lines} lines of code, at most ${LONGEST_FILE_LINES}; split it by noun or verb.`]
    : []
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string} place
 * @param {string} text
 * @param {Map<string, { folder: string, entries: Set<string> }>} doors
 */
function importBreaches(root, path, place, text, doors) {
  const own = [...doors.values()].find(({ folder }) => path.startsWith(folder + sep))
  return [...text.matchAll(importing)].flatMap(([, specifier = '']) => {
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
  const folders = ['packages', 'services', 'examples'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, group, entry.name)),
  )
  return new Map(
    [...folders, join(root, 'scripts')].map((folder) => {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      return [String(manifest.name), { folder, entries: new Set(Object.keys(manifest.exports ?? {})) }]
    }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = houseStyleBreaches(fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, ''))
  for (const breach of breaches) process.stdout.write(`${breach}\n`)
  process.exitCode = breaches.length > 0 ? 1 : 0
}
