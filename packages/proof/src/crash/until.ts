import { setTimeout as delay } from 'node:timers/promises'

const LOOK_EVERY_MS = 20

/** Waits until a condition holds; throws after `limitMs` with what was waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = 300_000,
): Promise<void> {
  const giveUpAt = performance.now() + limitMs
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error(`Not within ${limitMs} ms: ${what}`)
    await delay(LOOK_EVERY_MS)
  }
}
