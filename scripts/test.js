// `npm test`: everything that the project promises, checked; plain JavaScript that runs with nothing installed yet.
import { delimiter } from 'node:path'
import { runVitest } from './check/run-vitest.js'
import { checkSteps, toolFolders } from './check/steps.js'
import { toolEnvironment } from './start/build-packages.js'
import { nodeComplaint } from './start/check-node.js'
import { prepare } from './start/prepare.js'
import { CommandFailed, runQuietly } from './start/run-quietly.js'
import { showStep } from './start/show-step.js'

const complaint = nodeComplaint(process.versions.node)
if (complaint) {
  process.stderr.write(`${complaint}\n`)
  process.exit(1)
}
await prepare('en')
let passed = 0
let failed = 0
for (const { name, command, args, cwd } of checkSteps) {
  const PATH = [...toolFolders(cwd), toolEnvironment.PATH].join(delimiter)
  try {
    await showStep(name, () => runQuietly(command, args, { cwd, env: { ...toolEnvironment, PATH } }))
    passed += 1
  } catch (error) {
    failed += 1
    const output = error instanceof CommandFailed ? error.output.trim() : ''
    process.stderr.write(`${output}\n${error instanceof Error ? error.message : error}\n\n`)
  }
}
const tests = await runVitest(process.argv.slice(2))
passed += tests.passed
failed += tests.failed
for (const line of tests.lacking) process.stdout.write(`not run here: ${line}\n`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
