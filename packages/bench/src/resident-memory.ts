import { readFileSync } from 'node:fs'

/** Memory that a process holds, bytes; 0 where there is no /proc or the process is gone. */
export const residentBytes = (pid: number): number => memoryOf(pid, /VmRSS:\s+(\d+) kB/)

/** Memory of a process, what it shares counted in shares, bytes; 0 where there is no /proc. */
export const proportionalBytes = (pid: number): number => memoryOf(pid, /^Pss:\s+(\d+) kB/m, 'smaps_rollup')

/** The most memory that a process has ever held, bytes. */
export const peakResidentBytes = (pid: number): number => memoryOf(pid, /VmHWM:\s+(\d+) kB/)

function memoryOf(pid: number, line: RegExp, file = 'status'): number {
  try {
    const [, kilobytes] = line.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) * 1_024
  } catch {
    return 0
  }
}
