import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A postmaster found alive on a data directory. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return psCommandLineOf(pid)
  }
}

function psCommandLineOf(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    return ''
  }
}

/**
 * The server that already runs on this data directory, if any. A `postmaster.pid` whose process is gone, or whose
 * pid was given to some other program since, is removed: it would stop the next start for ever.
 */
export function findRunningServer(pgData: string): RunningServer | undefined {
  const pidFile = join(pgData, 'postmaster.pid')
  let lines: string[]
  try {
    lines = readFileSync(pidFile, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number.parseInt(lines[0] ?? '', 10)
  const port = Number.parseInt(lines[3] ?? '', 10)
  if (Number.isInteger(pid) && Number.isInteger(port) && isAlive(pid) && commandLineOf(pid).includes(pgData))
    return { pid, port }
  rmSync(pidFile, { force: true })
  return undefined
}
