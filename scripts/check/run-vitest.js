import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toolEnvironment } from '../start/build-packages.js'
import { repositoryRoot } from '../start/repository-root.js'

/**
 * Runs every test of every package, with vitest's own output, and counts what it reports. A file that does not load,
 * an error outside any test, and a skipped test each count as a failure: none of them may look like a pass. Only a test
 * that says what this machine lacks (`needs` of `@artel/store/testing`) is neither: it is listed.
 * @param {readonly string[]} args handed on to vitest
 * @param {Readonly<Record<string, string>>} [settings] added to the environment of the tests
 * @returns {Promise<{ passed: number, failed: number, lacking: readonly string[] }>}
 */
export async function runVitest(args, settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'artel-test-'))
  const report = join(folder, 'report.json')
  try {
    const code = await vitest(
      ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...args],
      settings,
    )
    return countReport(readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {any} report vitest's JSON report, or undefined when it wrote none
 * @param {number} code its exit code
 */
export function countReport(report, code) {
  if (!report) return { passed: 0, failed: 1, lacking: [] }
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const lacking = report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults
      .filter((/** @type {any} */ test) => test.status !== 'passed' && test.meta?.lacks)
      .map((/** @type {any} */ test) => `${test.title}: needs ${test.meta.lacks}`),
  )
  const skipped = report.numPendingTests + report.numTodoTests - lacking.length
  const counted = report.numFailedTests + unloaded + skipped
  return { passed: report.numPassedTests, failed: counted === 0 && code !== 0 ? 1 : counted, lacking }
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined // vitest died before it could write: counted as a failure
  }
}

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} settings
 * @returns {Promise<number>} exit code
 */
function vitest(args, settings) {
  return new Promise((resolve) => {
    const child = spawn(join(repositoryRoot, 'node_modules', '.bin', 'vitest'), args, {
      cwd: repositoryRoot,
      env: { ...toolEnvironment, ...settings },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
