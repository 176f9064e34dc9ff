import type { Command, Posted, PostOptions } from '../command/command.ts'
import { DeadlineExceeded } from '../command/errors.ts'
import { type LaneFigures, outcomeOf, outcomeOfError } from './lane-figures.ts'

const DEFAULT_DEADLINE_MS = 10_000

/** Who waits for the answer, and who counts answers. */
interface Asker {
  readonly resolve: (posted: Posted) => void
  readonly reject: (error: unknown) => void
  readonly figures: LaneFigures
}

/** Whether nothing else may be in its batch: it is recorded by more than one statement. */
export const goesAlone = ({ otherCustomerId, audit }: Command): boolean =>
  otherCustomerId !== undefined || audit !== undefined

/**
 * A command in a lane and whoever waits for its answer. A class, since methods are made once and closures with every
 * command.
 */
export class Waiting {
  readonly command: Command
  /** Equal for commands with the same key. */
  readonly keyName: string
  readonly requestHash: string
  readonly signal: AbortSignal | undefined
  /** Somebody answered already, the deadline for one: it is not sent (again). */
  answered = false
  /** Times that it was decided on a stale state. */
  retries = 0
  /** Commands of the same batch with the same key: answered from this one's outcome. */
  twins: Waiting[] = []
  readonly #asker: Asker
  readonly #timer: NodeJS.Timeout

  constructor(command: Command, { signal, deadlineMs = DEFAULT_DEADLINE_MS }: PostOptions, asker: Asker) {
    const { scopeId, operation, key, requestHash } = command.key
    this.command = command
    // Neither of the first two has a space.
    this.keyName = `${scopeId} ${operation} ${key}`
    this.requestHash = requestHash
    this.signal = signal
    this.#asker = asker
    this.#timer = setTimeout(() => this.fail(new DeadlineExceeded(deadlineMs)), deadlineMs)
  }

  succeed(posted: Posted): void {
    clearTimeout(this.#timer)
    this.answered = true
    this.#asker.figures.answered[outcomeOf(posted)] += 1
    this.#asker.resolve(posted)
  }

  fail(error: unknown): void {
    clearTimeout(this.#timer)
    this.answered = true
    this.#asker.figures.answered[outcomeOfError(error)] += 1
    this.#asker.reject(error)
  }
}
