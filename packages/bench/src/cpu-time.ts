import { readdirSync, readFileSync } from 'node:fs'

/** Microseconds of processor time in one tick of /proc. */
const TICK_MICROS = 10_000

interface ProcessTime {
  readonly parent: number
  readonly micros: number
  /** Of its children that have ended. */
  readonly endedMicros: number
}

function timeOf(pid: number): ProcessTime | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
    const [, parent = 0] = fields
    const [own = 0, ownSystem = 0, ended = 0, endedSystem = 0] = fields.slice(11)
    return {
      parent,
      micros: (own + ownSystem) * TICK_MICROS,
      endedMicros: (ended + endedSystem) * TICK_MICROS,
    }
  } catch {
    return undefined
  }
}

/**
 * Processor time of a process and, with `children`, of the processes that it started, ended ones too, in microseconds. Steadier than
 * requests a second on a machine that does something else too. 0 where there is no /proc.
 */
export function cpuMicros(pid: number, children = false): number {
  const own = timeOf(pid)
  if (!own) return 0
  if (!children) return own.micros
  const others = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return others.reduce((sum, other) => {
    const time = timeOf(other)
    return sum + (time?.parent === pid ? time.micros : 0)
  }, own.micros + own.endedMicros)
}
