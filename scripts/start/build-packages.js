import { delimiter, join } from 'node:path'
import { repositoryRoot } from './repository-root.js'
import { runQuietly } from './run-quietly.js'

const bin = join(repositoryRoot, 'node_modules', '.bin')

/** The environment in which the workspace's own tools are found first and none of them phones home. */
export const toolEnvironment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  FORCE_COLOR: '0',
}

/**
 * Generates the database client and builds what is stale; turbo's cache makes a second call take about a second.
 * @param {(step: string) => void} onStep told the package that is being built
 * @returns {Promise<void>}
 */
export async function buildPackages(onStep) {
  await runQuietly(
    join(bin, 'turbo'),
    ['run', 'build', '--ui=stream', '--output-logs=new-only', '--log-order=stream', '--no-update-notifier'],
    {
      cwd: repositoryRoot,
      env: toolEnvironment,
      onLine: (line) => {
        const named = /^(@artel[\w/-]*):(build|generate):/.exec(line)
        if (named?.[1]) onStep(named[1])
      },
    },
  )
}
