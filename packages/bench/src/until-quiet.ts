import { setTimeout as delay } from 'node:timers/promises'
import { cpuMicros } from './cpu-time.ts'

const LOOK_MS = 200
const LONGEST_MS = 15_000
/** Of one core. */
const QUIET_SHARE = 0.05

/**
 * Waits until a server and the database have worked off what the last load left behind (requests whose caller had
 * gone, vacuum), so that it is not charged to the next. Gives up after 15 seconds.
 */
export async function untilQuiet(serverPid: number, databasePid: number): Promise<void> {
  const used = () => cpuMicros(serverPid) + cpuMicros(databasePid, true)
  for (let waitedMs = 0; waitedMs < LONGEST_MS; waitedMs += LOOK_MS) {
    const before = used()
    await delay(LOOK_MS)
    if (used() - before <= QUIET_SHARE * LOOK_MS * 1_000) return
  }
}
