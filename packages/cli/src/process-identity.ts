import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells a living process apart from a later one with the same number: its start time as the system keeps it.
 * Undefined when no such process lives.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === 'linux') return identityFromProc(pid)
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
    return started || undefined
  } catch {
    return undefined // ps exits with 1 when there is no such process
  }
}

function identityFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Field 3 is the state, field 22 the start time in clock ticks since boot; a zombie is already dead.
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    return undefined // no such process
  }
}
