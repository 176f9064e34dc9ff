// Run by `npm test`: generates every committed artefact anew and fails when one differs from what is committed. The new
// files are left in place, so that they only have to be looked at and committed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { toolEnvironment } from '../start/build-packages.js'
import { repositoryRoot } from '../start/repository-root.js'
import { runQuietly } from '../start/run-quietly.js'

/** In this order: the schema is printed by the API, the documents are typed against the schema. */
const generators = ['@artel/api', '@artel/sdk', '@artel/widget', '@artel/portal', '@artel/page']
const artefacts = [
  'packages/schema',
  'services/api/README.md',
  'packages/sdk/README.md',
  'packages/sdk/src/generated',
  'packages/widget/src/generated',
  'packages/widget/custom-elements.json',
  'packages/widget/src/text',
  'services/portal/src/generated',
  'services/page/src/generated',
]

/**
 * @param {string} place relative to the root
 * @returns {[string, string][]} every file below it with its hash
 */
function hashesBelow(place) {
  const path = join(repositoryRoot, place)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [[place, createHash('sha256').update(readFileSync(path)).digest('hex')]]
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && name !== '.turbo')
    .flatMap((name) => hashesBelow(`${place}/${name}`))
}

const before = new Map(artefacts.flatMap(hashesBelow))
for (const name of generators) {
  await runQuietly('pnpm', ['--filter', name, 'run', 'generate'], {
    cwd: repositoryRoot,
    env: toolEnvironment,
  })
}
const after = new Map(artefacts.flatMap(hashesBelow))
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (place) => before.get(place) !== after.get(place),
)
for (const place of changed)
  process.stdout.write(`${place} is not what its generator makes; look at it and commit it.\n`)
process.exitCode = changed.length > 0 ? 1 : 0
