import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { anyFreePort, explainError } from '@artel/cli'
import { verify } from '@artel/store'
import { demoWords } from '../start/demo-words.ts'
import { terminalLanguage } from '../start/language.js'
import { type DemoPorts, type RunningDemo, startDemo } from '../start/start-demo.ts'
import type { StopRequests } from '../start/stop-requests.ts'
import { newcomerOf } from './newcomer.ts'
import { playStory } from './play-story.ts'
import { openReport, type Report } from './report.ts'
import { checkSettledTown } from './settled-town.ts'
import { temporaryDatabase } from './temporary-database.ts'

const UNWIND_LIMIT_MS = 8_000

/**
 * `npm start -- --check`: starts the demo on free ports with a temporary data directory, plays the main story through
 * the SDK and a real browser against hand-computed figures, verifies the books, prints one JSON line last on stdout,
 * and leaves nothing behind. Returns the exit code: 0 when all of it held.
 */
export async function checkDemo({ signal, asked }: StopRequests): Promise<number> {
  const report = openReport()
  const undo: (() => Promise<unknown>)[] = []
  const work = checkSteps(report, undo, signal)
  try {
    await Promise.race([work, asked.then(() => Promise.reject(new Error('stopped on request')))])
  } catch (error) {
    report.fail(explainError(error))
  }
  // Stopped in the middle, the start takes its own parts down first; a page that is being waited for is not waited for.
  await Promise.race([work.catch(() => undefined), delay(UNWIND_LIMIT_MS)])
  for (const step of undo.reverse()) await step().catch((error) => report.fail(explainError(error)))
  process.stdout.write(`${report.json()}\n`)
  return report.ok() ? 0 : 1
}

async function checkSteps(
  report: Report,
  undo: (() => Promise<unknown>)[],
  signal: AbortSignal,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'artel-check-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const named = process.env.DATABASE_URL
  const database = named ? await temporaryDatabase(named) : undefined
  if (database) undo.push(() => database.drop())
  const demo = await report.step('start the demo', () => start(dataDir, database?.databaseUrl, signal))
  undo.push(() => demo.stop())
  await Promise.race([
    checkSettledTown(report, demo.record).then(() => playStory(report, demo.record)),
    demo.broken.then((line) => Promise.reject(new Error(line))),
  ])
  await report.step('verify the books', async () => {
    const { ok, findings, checked } = await verify({ databaseUrl: demo.record.databaseUrl })
    report.figure('verified', checked)
    if (!ok) throw new Error(`verify found: ${JSON.stringify(findings[0])}`)
  })
}

async function start(
  dataDir: string,
  databaseUrl: string | undefined,
  signal: AbortSignal,
): Promise<RunningDemo> {
  const words = demoWords[terminalLanguage(process.env)]
  return startDemo({ dataDir, databaseUrl, ports: await freePorts(), words, signal, moreLogins: newcomerOf })
}

async function freePorts(): Promise<DemoPorts> {
  const taken = new Set<number>()
  while (taken.size < 4) taken.add(await anyFreePort())
  const [api = 0, autoService = 0, carWash = 0, partsShop = 0] = [...taken]
  return { api, 'motor-yard': autoService, blesk: carWash, kolenval: partsShop }
}
