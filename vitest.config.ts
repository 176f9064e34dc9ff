import { createRequire } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** graphql ships two builds; the sources under test must get the one that its other users load, or types are foreign. */
const graphql = createRequire(import.meta.url).resolve('graphql')

/** One run over every room; each package's tests sit beside its code. A real PostgreSQL is started once a run. */
const project = (name: string, dir: string, extra: Record<string, unknown> = {}) => ({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    name,
    root: dir,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Loading the modules costs more than most files of tests: a worker loads them once. What a module keeps between
    // files is keyed by coalition or database, as in a process that serves many.
    isolate: false,
    // A machine that is busy with other work is several times slower: only what hangs may end here.
    testTimeout: 1_800_000,
    hookTimeout: 900_000,
    // How long a poll may wait for what must come; the default of one second is a timing asserted on a busy machine.
    expect: { poll: { timeout: 120_000 } },
    // Commands act as whoever is signed in: in a test nobody is, whoever has run `artel login` on this machine.
    env: { ARTEL_CONFIG_DIR: join(tmpdir(), 'artel-nobody-signed-in') },
    ...extra,
  },
})
const withPostgres = {
  globalSetup: [new URL('./packages/store/src/testing/global-setup.ts', import.meta.url).pathname],
}

export default defineConfig({
  test: {
    // Each test file has its own database on the one server, whose work is not counted here.
    maxWorkers: Math.min(4, availableParallelism()),
    projects: [
      project('@artel/ledger', 'packages/ledger'),
      project('@artel/rules', 'packages/rules'),
      project('@artel/documents', 'packages/documents'),
      project('@artel/store', 'packages/store', withPostgres),
      project('@artel/use-cases', 'packages/use-cases', withPostgres),
      project('@artel/api', 'services/api', withPostgres),
      project('@artel/worker', 'services/worker', withPostgres),
      project('@artel/sdk', 'packages/sdk', withPostgres),
      // Elements are defined once in a page, so each file of tests has a page of its own.
      project('@artel/widget', 'packages/widget', { ...withPostgres, isolate: true }),
      project('@artel/portal', 'services/portal', withPostgres),
      project('@artel/page', 'services/page', withPostgres),
      project('@artel/cli', 'packages/cli', withPostgres),
      project('@artel/proof', 'packages/proof', withPostgres),
      project('@artel/bench', 'packages/bench'),
      project('scripts', 'scripts', { include: ['**/*.test.ts'] }),
    ],
  },
})
