import { CliError, dataDirectory, explainError, InstanceRunningError, portFromEnvironment } from '@artel/cli'
import { demoWords } from './demo-words.ts'
import { terminalLanguage } from './language.js'
import { startPage } from './print-page.ts'
import { showStep } from './show-step.js'
import { type DemoPorts, startDemo } from './start-demo.ts'
import { listenToStopRequests, type StopRequests } from './stop-requests.ts'

const words = demoWords[terminalLanguage(process.env)]
const requests = listenToStopRequests()
process.exit(process.argv.includes('--check') ? await check(requests) : await start(requests))

/** Runs the demo until it is asked to stop. Returns the exit code. */
async function start({ signal, asked }: StopRequests): Promise<number> {
  const dataDir = dataDirectory()
  try {
    const demo = await startDemo({
      dataDir,
      databaseUrl: process.env.DATABASE_URL || undefined,
      ports: portsFrom(portFromEnvironment()),
      words,
      signal,
    })
    process.stdout.write(startPage(demo.record, dataDir, words))
    const broken = await Promise.race([demo.broken, asked.then(() => undefined)])
    if (broken !== undefined) process.stderr.write(`\n${words.broken(broken)}\n`)
    process.stderr.write('\n')
    await showStep(words.stopping, () => demo.stop())
    if (broken === undefined) process.stderr.write(`${words.stopped}\n`)
    return broken === undefined ? 0 : 1
  } catch (error) {
    if (signal.aborted) return 0
    process.stderr.write(`\n${explained(error)}\n`)
    if (process.env.ARTEL_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return 1
  }
}

/** One line in the terminal's language where we have it. */
function explained(error: unknown): string {
  if (!(error instanceof InstanceRunningError)) return explainError(error)
  const { pid, addresses = {} } = error.instance
  return words.alreadyRuns(pid, Object.values(addresses).join(', '))
}

async function check(stopRequests: StopRequests): Promise<number> {
  const { checkDemo } = await import('../check/check-demo.ts')
  return checkDemo(stopRequests)
}

/** The API's port and the three after it. */
function portsFrom(api: number): DemoPorts {
  if (api > 65_532)
    throw new CliError('PORT must leave room for three more: 65532 at most.', {
      ru: 'После PORT нужны ещё три порта: не больше 65532.',
    })
  return { api, 'motor-yard': api + 1, blesk: api + 2, kolenval: api + 3 }
}
