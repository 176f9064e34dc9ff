import { setTimeout as delay } from 'node:timers/promises'
import type { Child } from './start-child.ts'

const LIMIT_MS = 60_000
const PAUSE_MS = 100

/** Waits until the address answers with success; fails with the child's own words when it ends first, or when told to stop. */
export async function waitUntilAnswers(url: string, child: Child, signal: AbortSignal): Promise<void> {
  const givenUpAt = Date.now() + LIMIT_MS
  let ended: string | undefined
  child.ended.then((how) => {
    ended = how
  })
  while (Date.now() < givenUpAt) {
    signal.throwIfAborted()
    if (ended !== undefined) throw new Error(ended)
    if (await answers(url)) return
    await delay(PAUSE_MS)
  }
  throw new Error(`${child.name} does not answer at ${url} after ${LIMIT_MS / 1000} s`)
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { redirect: 'manual' })).status < 400
  } catch {
    return false // nobody listens yet
  }
}
