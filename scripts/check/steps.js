import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../start/repository-root.js'

/**
 * A promise of the project that a tool can check: passes when the command exits with 0.
 * @typedef {{ name: string, command: string, args: readonly string[], cwd: string }} CheckStep
 */

const sdk = join(repositoryRoot, 'packages', 'sdk')
const widget = join(repositoryRoot, 'packages', 'widget')

/**
 * @param {string} name
 * @param {string} line a tool of the workspace and its arguments
 * @param {string} cwd
 * @returns {CheckStep}
 */
function step(name, line, cwd = repositoryRoot) {
  const [command = '', ...args] = line.split(' ')
  return { name, command, args, cwd }
}

/** Everything besides the tests that `npm test` counts, in the order in which it runs. */
export const checkSteps = [
  step('types', 'turbo run typecheck --ui=stream --output-logs=errors-only --concurrency=2'),
  step('lint and format', 'biome ci --error-on-warnings --colors=off .'),
  step('arrows between packages', 'turbo boundaries'),
  step('house style', 'node scripts/check/house-style.js'),
  step('dead code', 'knip --no-config-hints'),
  step('generated files in sync', 'node scripts/check/generated-in-sync.js'),
  step('SDK packaging (publint)', 'publint --strict', sdk),
  step('SDK types (attw)', 'attw --pack . --profile esm-only', sdk),
  step('widget size', 'size-limit', widget),
]

/**
 * Where a package's own tools are found besides the workspace's.
 * @param {string} cwd
 * @returns {string[]}
 */
export function toolFolders(cwd) {
  return readdirSync(cwd).includes('node_modules') ? [join(cwd, 'node_modules', '.bin')] : []
}
