// Run by `npm test`: the rules of the house that no linter knows. Prints each breach and exits with 1 when there is one.
import { fileURLToPath } from 'node:url'
import { flatBreaches, floorBreaches } from './house-style/floors.js'
import { functionBreaches } from './house-style/functions.js'
import { importBreaches } from './house-style/imports.js'
import { readmeBreaches } from './house-style/readmes.js'
import { readSources } from './house-style/sources.js'
import { sqlBreaches } from './house-style/sql.js'
import { visibleBreaches } from './house-style/visible.js'
import { waitBreaches } from './house-style/waits.js'

const LONGEST_FILE_LINES = 300
/** Names that say where a thing was put, not what it is. */
const dumpingGround = /^(utils?|helpers?|common|shared|misc|types)(\.[\w.]+)?$/

/**
 * Every breach of the house rules below `root`, as lines that name the file and say what to do.
 * @param {string} root absolute path of a checkout
 * @returns {string[]}
 */
export function houseStyleBreaches(root) {
  const checkout = { root, sources: readSources(root) }
  return [
    ...checkout.sources.flatMap(nameBreaches),
    ...checkout.sources.flatMap(lengthBreaches),
    ...importBreaches(checkout),
    ...sqlBreaches(checkout),
    ...floorBreaches(checkout),
    ...flatBreaches(checkout),
    ...functionBreaches(checkout),
    ...readmeBreaches(checkout),
    ...visibleBreaches(checkout),
    ...waitBreaches(checkout),
  ]
}

/** @param {import('./house-style/sources.js').Source} source */
function nameBreaches({ place }) {
  const bad = place.split('/').find((part) => dumpingGround.test(part))
  return bad ? [`${place}: "${bad}" is a dumping ground; name the file for what it holds.`] : []
}

/**
 * Comments and blank lines are not counted: what an element or a verb is documented with must never be what makes it too long.
 * @param {import('./house-style/sources.js').Source} source
 */
function lengthBreaches({ place, text }) {
  const lines = text.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length
  return lines > LONGEST_FILE_LINES
    ? [`${place}: ${lines} lines of code, at most ${LONGEST_FILE_LINES}; split it by noun or verb.`]
    : []
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = houseStyleBreaches(fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, ''))
  for (const breach of breaches) process.stdout.write(`${breach}\n`)
  process.exitCode = breaches.length > 0 ? 1 : 0
}
