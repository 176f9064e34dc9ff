import { chainHeads, type Store } from '@artel/store'
import type { Logger } from 'pino'
import { makeBalanceChannel } from './balance-feed.ts'
import type { Channel } from './channel.ts'
import type { BalanceEvent, PurchaseEvent } from './feed-events.ts'
import { makePurchaseChannel } from './purchase-feed.ts'
import { makeWindowChannel, type WindowChannel } from './window-channel.ts'

/** What happens in the coalitions that somebody watches, as this process finds it in the database. */
export interface Feed {
  readonly balances: Pick<Channel<BalanceEvent>, 'watch'>
  readonly purchases: Pick<Channel<PurchaseEvent>, 'watch'>
  readonly windows: Pick<WindowChannel, 'watch'>
}

export interface FeedOptions {
  readonly store: Store
  readonly log: Logger
  /** Between two looks at the database while somebody watches, milliseconds. */
  readonly lookEveryMs: number
}

/** Settlement moves in steps of people and of days. */
const WINDOWS_EVERY_MS = 1_000
const LOG_EVERY_MS = 60_000

/**
 * Makes the feed of a process. While anybody watches, it asks now and then for the ends of the chains that are watched, one
 * query for all, and reads what happened where one has moved; what it reads is handed to all who watch. It waits for no
 * notification, so it works behind any pooler, and with any number of processes that know nothing of each other.
 */
export function makeFeed({ store, log, lookEveryMs }: FeedOptions): Feed {
  const balances = makeBalanceChannel(store)
  const purchases = makePurchaseChannel(store)
  const windows = makeWindowChannel(store)
  const report = makeReport(log)
  let timer: NodeJS.Timeout | undefined
  let isLooking = false
  let windowsAtMs = 0
  const underWay = new Set<string>()

  /** Looks at one thing: one that takes long delays no other, and is not looked at again meanwhile. */
  function lookAt(name: string, look: () => Promise<void>): void {
    if (underWay.has(name)) return
    underWay.add(name)
    void look()
      .catch(report)
      .finally(() => underWay.delete(name))
  }

  async function lookAtChains(): Promise<void> {
    const watched = new Set([...balances.coalitionIds(), ...purchases.coalitionIds()])
    if (watched.size === 0) return
    for (const [coalitionId, head] of await chainHeads(store, [...watched])) {
      lookAt(`balances of ${coalitionId}`, () => balances.look(coalitionId, head))
      lookAt(`purchases of ${coalitionId}`, () => purchases.look(coalitionId, head))
    }
  }

  function lookAtWindows(): void {
    if (performance.now() - windowsAtMs < WINDOWS_EVERY_MS) return
    windowsAtMs = performance.now()
    for (const coalitionId of windows.coalitionIds())
      lookAt(`windows of ${coalitionId}`, () => windows.look(coalitionId))
  }

  const isWatched = () =>
    [balances, purchases, windows].some(({ coalitionIds }) => !coalitionIds()[Symbol.iterator]().next().done)

  async function look(): Promise<void> {
    timer = undefined
    isLooking = true
    await lookAtChains().catch(report)
    lookAtWindows()
    isLooking = false
    schedule()
  }

  function schedule(): void {
    if (timer !== undefined || isLooking || !isWatched()) return
    timer = setTimeout(() => void look(), lookEveryMs).unref()
  }

  /** Whoever begins to watch has the next look come. */
  const waking = <Watched>(watch: (watched: Watched) => () => void) => ({
    watch: (watched: Watched) => {
      const unwatch = watch(watched)
      schedule()
      return unwatch
    },
  })
  return {
    balances: waking(balances.watch),
    purchases: waking(purchases.watch),
    windows: waking(windows.watch),
  }
}

/** A look that failed is made again; that it does is worth a line a minute. */
function makeReport(log: Logger) {
  let loggedAtMs = Number.NEGATIVE_INFINITY
  return (err: unknown): void => {
    if (performance.now() - loggedAtMs < LOG_EVERY_MS) return
    loggedAtMs = performance.now()
    log.warn({ err }, 'streams are told late: the database was not read')
  }
}
