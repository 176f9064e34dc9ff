import { DEPLOYMENT_LOG, type Store } from '@artel/store'
import { type Denial, recordDenial } from '@artel/use-cases'
import type { Logger } from 'pino'
import { isUnavailable } from '../errors/is-unavailable.ts'
import { type Budgets, budgetOf, callerOf, DenialBudget } from './denial-budget.ts'

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
/** Tries after which one that the database does not take is given up: others wait behind it. */
const MAX_TRIES = 5

/** For what has no caller to be told of, such as the queries of webhooks. */
export const NO_DENIALS: Denials = {
  note: () => undefined,
  flush: () => Promise.resolve(),
  stop: () => Promise.resolve(),
}

interface Kept extends Budgets {
  readonly denial: Omit<Denial, 'times'>
  times: number
  tries: number
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
  const budgets = new DenialBudget()
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> = Promise.resolve()
  let stopped = false

  function note(denial: Omit<Denial, 'times'>): void {
    // What is kept does not keep the request: its network is worked out now.
    const told = { ...denial, from: { ...denial.from } }
    const own = keyOf(told)
    const of: Budgets = { budget: budgetOf(told), caller: callerOf(told) }
    const mayStand =
      kept.has(own) || budgets.isCounting(own) || budgets.allows(of, waitingOf(kept, budgets, of))
    const key = mayStand ? own : `others ${of.budget} ${told.outcome} ${told.code}`
    const same = kept.get(key)
    if (same) same.times += 1
    else
      kept.set(key, {
        denial: mayStand ? told : asOthers(told),
        ...(mayStand ? of : { ...of, caller: null }),
        times: 1,
        tries: 0,
      })
    arm()
  }

  function arm(): void {
    if (stopped || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      working = write(false)
        .catch((error: unknown) => log.error({ err: error }, 'denials could not be written down'))
        .finally(() => kept.size > 0 && arm())
    }, WRITE_AFTER_MS)
    timer.unref()
  }

  async function write(all: boolean): Promise<void> {
    budgets.forget(performance.now())
    for (const [key, one] of [...kept]) {
      if (!all && budgets.isCounting(key)) continue
      const { times } = one
      try {
        const rows = await recordDenial(store, secretsKey, { ...one.denial, times })
        budgets.wrote(key, { budget: one.budget, caller: one.caller, rows, now: performance.now() })
      } catch (error) {
        // All of them wait for the same database, and none is at fault.
        if (isUnavailable(error)) {
          if (all) throw error
          return
        }
        one.tries += 1
        if (one.tries < MAX_TRIES && !all) continue
        const { act, code } = one.denial
        log.error({ err: error, act, code, times }, 'a denial could not be written down and is given up')
      }
      one.times -= times
      // What came meanwhile waits for its own minute.
      if (one.times === 0) kept.delete(key)
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

const placeOf = ({ principal, log }: Omit<Denial, 'times'>): string =>
  log ?? ('coalitionId' in principal ? principal.coalitionId : '')

/** The same denial of the same caller: what is different otherwise is not told. */
function keyOf(denial: Omit<Denial, 'times'>): string {
  const { principal, act, outcome, code, email, from } = denial
  const who =
    'keyId' in principal
      ? (principal.sessionId ?? principal.keyId)
      : 'sessionId' in principal
        ? principal.sessionId
        : principal.kind === 'customer'
          ? principal.customerId
          : principal.kind
  return JSON.stringify([placeOf(denial), who, act, outcome, code, email ?? null, from.network])
}

/** One of many: where it happened and with which code stays; who it was and what they asked for does not. */
const asOthers = (denial: Omit<Denial, 'times'>): Omit<Denial, 'times'> => ({
  principal: { kind: 'anonymous' },
  from: { door: denial.from.door, network: null, requestId: null },
  act: 'others',
  outcome: denial.outcome,
  code: denial.code,
  log: placeOf(denial) || DEPLOYMENT_LOG,
})

/** What is noted and not written yet, of a budget and of a caller. */
function waitingOf(
  kept: ReadonlyMap<string, Kept>,
  budgets: DenialBudget,
  { budget, caller }: Budgets,
): { readonly ofBudget: number; readonly ofCaller: number } {
  let [ofBudget, ofCaller] = [0, 0]
  for (const [key, one] of kept) {
    if (budgets.isCounting(key)) continue
    if (one.budget === budget) ofBudget += 1
    if (one.caller === caller) ofCaller += 1
  }
  return { ofBudget, ofCaller }
}
