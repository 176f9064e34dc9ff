import { dirname, relative, resolve, sep } from 'node:path'
import { importsOf } from './imports.js'
import { isCode, isOfTests } from './sources.js'

/** Rooms whose folders are sorted by noun. A folder may be sorted again inside: then it is a room of its own too. */
const SORTED_ROOMS = [
  'packages/use-cases/src',
  'packages/rules/src',
  'packages/documents/src',
  'packages/store/src',
  'packages/cli/src',
  'packages/sdk/src',
  'packages/widget/src',
  'services/api/src',
  'services/api/src/graphql',
  'services/worker/src',
]

/** What may lie flat in a room where every other file belongs into the folder of its noun. */
const MAY_LIE_FLAT = new Map([
  ['packages/use-cases/src', ['index.ts', 'growth-door.ts']],
  ['services/api/src/graphql', ['schema.ts', 'printed-schema.ts', 'schema.test.ts']],
])

/**
 * The folders of a room stand on floors: what imports stands above what it imports, so there is no circle between folders.
 * A file that lies flat stands on a floor of its own, since it is either the room's door, above all, or its ground.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function floorBreaches({ root, sources }) {
  return SORTED_ROOMS.flatMap((room) =>
    circlesOf(arrowsOf(room, { root, sources })).map(
      (circle) =>
        `${room}: a circle between folders, ${circle.map(({ from }) => from).join(' -> ')} -> ${circle[0]?.from}; cut one of: ${circle.map(({ by }) => by).join(', ')}.`,
    ),
  )
}

/**
 * No verb lies flat: it is a file in the folder of its noun.
 * @param {import('./sources.js').Checkout} checkout
 * @returns {string[]}
 */
export function flatBreaches({ sources }) {
  return sources.flatMap(({ place }) => {
    const room = place.slice(0, place.lastIndexOf('/'))
    const name = place.slice(room.length + 1)
    const allowed = MAY_LIE_FLAT.get(room)
    if (!allowed || allowed.includes(name)) return []
    return [`${place}: lies flat; move it into the folder of its noun. Here lie ${allowed.join(', ')} alone.`]
  })
}

/** One import between two folders of a room. @typedef {{ from: string, to: string, by: string }} Arrow */

/**
 * One import for each pair of folders of which one imports the other. Tests and generated files are no part of a floor.
 * @param {string} room
 * @param {import('./sources.js').Checkout} checkout
 * @returns {Map<string, Map<string, Arrow>>}
 */
function arrowsOf(room, { root, sources }) {
  const home = resolve(root, room) + sep
  /** @param {string} path */
  const folderOf = (path) => relative(home, path).split(sep)[0] ?? ''
  /** @type {Map<string, Map<string, Arrow>>} */
  const arrows = new Map()
  for (const source of sources.filter((one) => one.path.startsWith(home) && isCode(one) && !isOfTests(one)))
    for (const specifier of importsOf(source)) {
      const target = resolve(dirname(source.path), specifier)
      if (!specifier.startsWith('.') || !target.startsWith(home)) continue
      const [from, to] = [folderOf(source.path), folderOf(target)]
      if (from === to || to === 'generated' || to === 'testing') continue
      const own = arrows.get(from) ?? new Map()
      if (!own.has(to)) own.set(to, { from, to, by: `${source.place} imports "${specifier}"` })
      arrows.set(from, own)
    }
  return arrows
}

/**
 * Circles, the shortest first. One that shares an arrow with a shorter one is left out: cutting that one may cut both.
 * @param {Map<string, Map<string, Arrow>>} arrows
 * @returns {Arrow[][]}
 */
function circlesOf(arrows) {
  const closed = [...arrows.values()]
    .flatMap((own) => [...own.values()])
    .flatMap((arrow) => {
      const back = shortestWay(arrows, arrow.to, arrow.from)
      return back ? [[arrow, ...back]] : []
    })
    .sort((one, other) => one.length - other.length)
  /** @type {Set<Arrow>} */
  const told = new Set()
  return closed.filter((circle) => {
    if (circle.some((arrow) => told.has(arrow))) return false
    for (const arrow of circle) told.add(arrow)
    return true
  })
}

/**
 * @param {Map<string, Map<string, Arrow>>} arrows
 * @param {string} from
 * @param {string} to
 * @returns {Arrow[] | undefined}
 */
function shortestWay(arrows, from, to) {
  /** @type {Map<string, Arrow[]>} */
  const ways = new Map([[from, []]])
  for (const [folder, way] of ways) {
    if (folder === to) return way
    for (const arrow of arrows.get(folder)?.values() ?? [])
      if (!ways.has(arrow.to)) ways.set(arrow.to, [...way, arrow])
  }
  return undefined
}
