import { readFileSync } from 'node:fs'

/** Memory that a process holds, bytes; 0 where there is no /proc or the process is gone. */
export const residentBytes = (pid: number): number => memoryOf(pid, /VmRSS:\s+(\d+) kB/)

/** The most memory that a process has ever held, bytes. */
export const peakResidentBytes = (pid: number): number => memoryOf(pid, /VmHWM:\s+(\d+) kB/)

function memoryOf(pid: number, line: RegExp): number {
  try {
    const [, kilobytes] = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) * 1_024
  } catch {
    return 0
  }
}
