import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '@artel/ledger'
import type pg from 'pg'
import type { Command, Posted } from '../command/command.ts'
import { CustomerNotFound, IdempotencyKeyMismatch, Overloaded, recordedRefusal } from '../command/errors.ts'
import { failureOf } from './database-errors.ts'
import { foldBatch, freshlyPosted, type Posting, type Step } from './fold-batch.ts'
import { holdingChain } from './hold-chain.ts'
import type { BatchReport, LaneFigures } from './lane-figures.ts'
import { loadBatch, type Querier } from './load-batch.ts'
import { recordBatch, type Verdict } from './record-batch.ts'
import { goesAlone, type Waiting } from './waiting.ts'

/** Stale decisions can only come from another process; so many in a row are overload. */
const STALE_LIMIT = 20
/** A command that was stale so often is decided with the chain held, so the limit is for what else makes it stale. */
const HOLDS_AFTER = 3
const RACE_LIMIT = 8
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 1_000

/** The database, and who counts what goes through. */
export interface Writer {
  readonly pool: pg.Pool
  readonly figures: LaneFigures
  readonly onBatch: ((report: BatchReport) => void) | undefined
}

/**
 * Loads, decides and records a batch until each of its commands is answered, and returns those that must wait for a
 * later batch. A batch that lost a race is sent again; one that fails otherwise is sent as singles, so that the
 * command at fault fails alone; while the database is away it is kept and repeated, until deadlines answer it.
 */
export async function runBatch(
  writer: Writer,
  coalitionId: string,
  batch: readonly Waiting[],
): Promise<Waiting[]> {
  let races = 0
  let pauseMs = FIRST_PAUSE_MS
  for (;;) {
    const live = batch.filter(needsAnswer)
    if (live.length === 0) return []
    try {
      return await attempt(writer, coalitionId, live)
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'raced' && races < RACE_LIMIT) {
        races += 1
        writer.figures.races += 1
        await delay(Math.random() * 2 ** races)
      } else if (failure === 'unreachable') {
        await delay(pauseMs)
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)
      } else if (live.length === 1) {
        return failed(live, error)
      } else {
        writer.figures.singles += 1
        return asSingles(writer, coalitionId, live)
      }
    }
  }
}

/** Whether anybody still waits for it, or for one of its twins. */
const needsAnswer = ({ answered, twins }: Waiting): boolean =>
  !answered || twins.some((twin) => !twin.answered)

async function asSingles(writer: Writer, coalitionId: string, batch: readonly Waiting[]): Promise<Waiting[]> {
  const again: Waiting[] = []
  for (const waiting of batch) again.push(...(await runBatch(writer, coalitionId, [waiting])))
  return again
}

async function attempt(
  { pool, figures, onBatch }: Writer,
  coalitionId: string,
  batch: readonly Waiting[],
): Promise<Waiting[]> {
  const commands = batch.map(({ command }) => command)
  // Answers go out below, after the commit.
  const written = mustHoldChain(batch)
    ? await holdingChain(pool, coalitionId, (client) => write(client, coalitionId, commands))
    : await write(pool, coalitionId, commands)
  if (!written)
    return batch.flatMap((waiting) => fail(waiting, new CustomerNotFound(waiting.command.customerId)))
  const { loaded, folded, recorded, loadMs, recordMs } = written
  onBatch?.({ size: batch.length, loadMs, recordMs })
  const again = folded.deferred.flatMap((index) => unattached(batch[index]))
  for (const [index, outcome] of folded.settled) {
    const waiting = batch[index]
    if (waiting)
      again.push(...('posted' in outcome ? succeed(waiting, outcome.posted) : fail(waiting, outcome.error)))
  }
  if (!recorded) return again
  const { steps } = folded
  for (const [at, step] of steps.entries()) {
    const waiting = batch[step.index]
    const verdict = recorded.verdicts[at]
    // The second step of a command shares the first one's verdict and is no answer of its own.
    if (waiting && verdict && steps[at - 1]?.index !== step.index) {
      if (verdict === 'K' || verdict === 'S') figures.stale += 1
      const posting = {
        coalitionId,
        postedAt: recorded.postedAt(at),
        batchNo: recorded.batchNo,
        batchStep: at + 1,
        documentRowHash: BigInt(recorded.documentRowHashes[at] ?? 0),
        holdRows: loaded.holdRows,
      }
      again.push(...answer(waiting, step, verdict, posting))
    }
  }
  return again
}

/**
 * What goes alone takes more statements than one, so it has a transaction; of two customers one is overtaken twice as easily,
 * and a command that was stale so often belongs to somebody whom several processes serve at once: none shall go on losing.
 */
const mustHoldChain = (batch: readonly Waiting[]): boolean =>
  batch.some(({ command, retries }) => goesAlone(command) || retries >= HOLDS_AFTER)

/** Loads, decides and records commands, without answering any. Undefined when the coalition does not exist. */
async function write(querier: Querier, coalitionId: string, commands: readonly Command[]) {
  const startedAt = performance.now()
  const loaded = await loadBatch(querier, coalitionId, commands)
  const loadMs = performance.now() - startedAt
  if (!loaded) return undefined
  const folded = foldBatch(commands, loaded)
  const { steps } = folded
  if (steps.length === 0) return { loaded, folded, loadMs, recorded: undefined, recordMs: undefined }
  // A command on two customers comes alone, and its steps are recorded together or not at all.
  const atomic = steps.some(({ command }) => command.otherCustomerId !== undefined)
  const decidedAt = performance.now()
  const recorded = await recordBatch(querier, coalitionId, { now: loaded.now, atomic, steps })
  return { loaded, folded, loadMs, recorded, recordMs: performance.now() - decidedAt }
}

/** Answers a recorded step, or returns its command to be decided again. */
function answer(waiting: Waiting, step: Step, verdict: Verdict, posting: Posting): Waiting[] {
  switch (verdict) {
    case 'P':
      return step.outcome.kind === 'refusal'
        ? fail(waiting, step.outcome.refusal)
        : succeed(waiting, freshlyPosted(step, step.outcome, posting))
    case 'K':
    case 'S':
      waiting.retries += 1
      if (waiting.retries <= STALE_LIMIT) return unattached(waiting)
      return fail(waiting, new Overloaded('The customer is too busy in another process', LONGEST_PAUSE_MS))
    case 'A':
      return fail(waiting, new CustomerNotFound(waiting.command.customerId))
    case 'R':
      return fail(
        waiting,
        new Error(`The group of ${waiting.keyName} does not agree with itself: not recorded`),
      )
  }
}

/** Answers a command and its twins, to whom the same answer is a replay. */
function succeed(waiting: Waiting, posted: Posted): Waiting[] {
  if (!waiting.answered) waiting.succeed(posted)
  const { groupId, customerSequence, balanceAfter, postedAt } = posted
  for (const twin of waiting.twins)
    if (twin.requestHash !== waiting.requestHash) mismatch(twin)
    else if (!twin.answered)
      twin.succeed({ replayed: true, groupId, customerSequence, balanceAfter, postedAt })
  return []
}

/** A refusal is the key's answer, so twins get it too. After any other error the key is free, and the next may try. */
function fail(waiting: Waiting, error: unknown): Waiting[] {
  if (!waiting.answered) waiting.fail(error)
  if (!(error instanceof Refusal)) return waiting.twins
  for (const twin of waiting.twins)
    if (twin.requestHash !== waiting.requestHash) mismatch(twin)
    else if (!twin.answered) twin.fail(recordedRefusal(error))
  return []
}

function mismatch(twin: Waiting): void {
  if (!twin.answered) twin.fail(new IdempotencyKeyMismatch(twin.command.key.operation, twin.command.key.key))
}

const failed = (batch: readonly Waiting[], error: unknown): Waiting[] =>
  batch.flatMap((waiting) => fail(waiting, error))

/** Back into the queue with its twins, each on its own. */
const unattached = (waiting: Waiting | undefined): Waiting[] => (waiting ? [waiting, ...waiting.twins] : [])
