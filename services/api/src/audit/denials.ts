import type { Store } from '@artel/store'
import { type Denial, recordDenial } from '@artel/use-cases'
import type { Logger } from 'pino'
import { isUnavailable } from '../errors/is-unavailable.ts'

/** Keeps what callers were refused until it is written into the audit log. */
export interface Denials {
  /** Notes one. Costs a look into a table in memory; whoever asked is answered without waiting for more. */
  note(denial: Omit<Denial, 'times'>): void
  /** Writes what waits, whatever its minute. Rejects with the error of the database when that cannot be done. */
  flush(): Promise<void>
  /** Writes what waits and notes nothing more by itself. Never rejects. */
  stop(): Promise<void>
}

/** What is new is written so long after it was noted. */
const WRITE_AFTER_MS = 2_000
/** The same refused again is counted for so long and written once. */
const COUNT_FOR_MS = 60_000
/** Events that a process writes at most within that time: a flood makes numbers larger and not the log. */
const MAX_WRITTEN = 60
/** Different denials that a process keeps. What comes beyond is counted as of others, by its code alone. */
const MAX_KEPT = 1_000

/** For what has no caller to be told of, such as the queries of webhooks. */
export const NO_DENIALS: Denials = {
  note: () => undefined,
  flush: () => Promise.resolve(),
  stop: () => Promise.resolve(),
}

interface Kept {
  denial: Omit<Denial, 'times'>
  times: number
}

/** Makes the notes of a process. What it has not written when it is killed is lost: at most a minute of counting. */
export function makeDenials({
  store,
  secretsKey,
  log,
}: {
  readonly store: Store
  readonly secretsKey: Uint8Array
  readonly log: Logger
}): Denials {
  const kept = new Map<string, Kept>()
  /** When each that was written may be written again; their number is what was written within the time. */
  const written = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> = Promise.resolve()
  let stopped = false

  function note(denial: Omit<Denial, 'times'>): void {
    const own = keyOf(denial)
    const key = kept.has(own) || kept.size < MAX_KEPT ? own : `others ${placeOf(denial)} ${denial.code}`
    const same = kept.get(key)
    if (same) same.times += 1
    else kept.set(key, { denial: key === own ? denial : withoutCaller(denial), times: 1 })
    arm()
  }

  function arm(): void {
    if (stopped || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      working = write(false)
        .catch((error: unknown) => {
          if (!isUnavailable(error)) log.error({ err: error }, 'denials could not be written down')
        })
        .finally(() => kept.size > 0 && arm())
    }, WRITE_AFTER_MS)
    timer.unref()
  }

  async function write(all: boolean): Promise<void> {
    const now = performance.now()
    for (const [key, until] of written) if (until <= now) written.delete(key)
    for (const [key, { denial, times }] of [...kept]) {
      if (!all && (written.has(key) || written.size >= MAX_WRITTEN)) continue
      await recordDenial(store, secretsKey, { ...denial, times })
      written.set(key, now + COUNT_FOR_MS)
      const same = kept.get(key)
      if (same) same.times -= times
      // What came meanwhile waits for its own minute.
      if (same?.times === 0) kept.delete(key)
    }
  }

  async function flush(): Promise<void> {
    await working
    await write(true)
  }

  return {
    note,
    flush,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await flush().catch((error: unknown) => log.warn({ err: error }, 'denials were not written down'))
    },
  }
}

const placeOf = ({ principal }: Omit<Denial, 'times'>): string =>
  'coalitionId' in principal ? principal.coalitionId : ''

/** The same denial of the same caller: what is different otherwise is not told. */
function keyOf(denial: Omit<Denial, 'times'>): string {
  const { principal, act, code, email, from } = denial
  const who =
    'keyId' in principal
      ? (principal.sessionId ?? principal.keyId)
      : 'sessionId' in principal
        ? principal.sessionId
        : principal.kind === 'customer'
          ? principal.customerId
          : principal.kind
  return JSON.stringify([placeOf(denial), who, act, code, email ?? null, from.network])
}

/** One of many: where it happened and with which code stays, who it was does not. */
function withoutCaller({
  principal,
  email: _email,
  ...denial
}: Omit<Denial, 'times'>): Omit<Denial, 'times'> {
  const from = { ...denial.from, network: null, requestId: null }
  const others = principal.kind === 'person' ? ({ kind: 'anonymous' } as const) : principal
  return { ...denial, principal: others, from }
}
