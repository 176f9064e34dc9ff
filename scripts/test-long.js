// `npm run test:long`: the long forms of tests that `npm test` runs short, and hours of load in minutes. Plain JavaScript
// that runs with nothing installed yet.
import { parseArgs } from 'node:util'
import { runVitest } from './check/run-vitest.js'
import { toolEnvironment } from './start/build-packages.js'
import { nodeComplaint } from './start/check-node.js'
import { prepare } from './start/prepare.js'
import { repositoryRoot } from './start/repository-root.js'
import { CommandFailed, runQuietly } from './start/run-quietly.js'
import { showStep } from './start/show-step.js'

const USAGE = `npm run test:long --
  --seed N            repeat a run; printed by every run
  --histories N       histories of 110 commands, and as many of 120 in crowds; default 100, which is over 20 000 commands
  --tamperings N      random tamperings with the books; default 3000
  --soak MINUTES      of half the capacity; default 30
  --only part,part    histories, tampering, crashes, overload, soak`

const PARTS = ['histories', 'tampering', 'crashes', 'overload', 'soak']

const options = readOptions()
if (options === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}
const { seed, histories, tamperings, soak, only } = options

/**
 * A part of the long run: how many promises held, and how many did not.
 * @typedef {{ name: string, run: () => Promise<{ passed: number, failed: number }> }} Part
 */

/** @type {readonly Part[]} */
const parts = [
  {
    name: 'histories',
    run: () =>
      runVitest(['--project', '@artel/proof', 'model/histories'], {
        ARTEL_HISTORY_RUNS: histories,
        ARTEL_HISTORY_SEED: seed,
      }),
  },
  {
    name: 'tampering',
    run: () =>
      runVitest(['--project', '@artel/store', 'src/verify', 'src/row-hash'], {
        ARTEL_TAMPER_RUNS: tamperings,
        ARTEL_TAMPER_SEED: seed,
        ARTEL_LINE_RUNS: tamperings,
        ARTEL_LINE_SEED: seed,
      }),
  },
  {
    name: 'crashes',
    run: () =>
      runVitest(
        ['--project', '@artel/proof', '--project', '@artel/worker', 'crash/', 'killed', 'two-workers'],
        {
          ARTEL_CRASH_LONG: '1',
        },
      ),
  },
  { name: 'overload', run: () => bench(['--overload']) },
  { name: 'soak', run: () => bench(['--soak', soak]) },
]

const complaint = nodeComplaint(process.versions.node)
if (complaint) {
  process.stderr.write(`${complaint}\n`)
  process.exit(1)
}
await prepare('en')
process.stderr.write(`seed ${seed}: npm run test:long -- --seed ${seed} plays the same again\n`)
let passed = 0
let failed = 0
const chosen = parts.filter(({ name }) => only === undefined || only.includes(name))
for (const [index, { name, run }] of chosen.entries()) {
  const startedAt = Date.now()
  process.stderr.write(`\n[${index + 1}/${chosen.length}] ${name}\n`)
  const done = await run()
  passed += done.passed
  failed += done.failed
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
  process.stderr.write(
    `[${index + 1}/${chosen.length}] ${name}: ${done.passed} passed, ${done.failed} failed (${minutes} min)\n`,
  )
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

/**
 * A form of the benchmark is one promise: it fails when goodput, memory or the books do not hold.
 * @param {readonly string[]} args
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function bench(args) {
  /** @type {string[]} */
  const verdicts = []
  try {
    await showStep(`bench ${args.join(' ')}`, (progress) =>
      runQuietly(process.execPath, ['scripts/bench.js', ...args], {
        cwd: repositoryRoot,
        env: toolEnvironment,
        onLine: (line) => {
          if (/^[✓✗] /.test(line)) verdicts.push(line)
          progress(line.slice(0, 100))
        },
      }),
    )
    process.stderr.write(verdicts.map((verdict) => `    ${verdict}\n`).join(''))
    return { passed: 1, failed: 0 }
  } catch (error) {
    const output = error instanceof CommandFailed ? error.output.trim() : ''
    process.stderr.write(`${output}\n${error instanceof Error ? error.message : error}\n`)
    return { passed: 0, failed: 1 }
  }
}

/** @returns {{ seed: string, histories: string, tamperings: string, soak: string, only: string[] | undefined } | undefined} */
function readOptions() {
  try {
    const text = /** @type {const} */ ({ type: 'string' })
    const { values } = parseArgs({
      options: { seed: text, histories: text, tamperings: text, soak: text, only: text },
    })
    const {
      seed = String(Date.now() % 2 ** 31),
      histories = '100',
      tamperings = '3000',
      soak = '30',
      only,
    } = values
    const names = only?.split(',')
    if (![seed, histories, tamperings, soak].every((value) => Number(value) > 0)) return undefined
    if (names?.some((name) => !PARTS.includes(name))) return undefined
    return { seed, histories, tamperings, soak, only: names }
  } catch {
    return undefined // an option that there is not: the usage says which there are
  }
}
