import { residentBytes } from './resident-memory.ts'

const LOOK_MS = 500
const MEGABYTE = 2 ** 20

export interface MemorySeen {
  readonly atStart: number
  readonly highest: number
  readonly atEnd: number
}

/** Looks at a process's memory until it is stopped; megabytes. */
export function watchMemory(pid: number): { stop(): MemorySeen } {
  const look = () => Math.round(residentBytes(pid) / MEGABYTE)
  const atStart = look()
  let highest = atStart
  const timer = setInterval(() => {
    highest = Math.max(highest, look())
  }, LOOK_MS)
  return {
    stop: () => {
      clearInterval(timer)
      const atEnd = look()
      return { atStart, highest: Math.max(highest, atEnd), atEnd }
    },
  }
}
