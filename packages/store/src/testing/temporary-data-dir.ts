import { mkdtempSync, readdirSync, readlinkSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRunningServer, isAlive } from '../embedded/running-server.ts'

const MEMORY_DISK = '/dev/shm'
/** The log, the databases that are open at once, and as much again. */
const LEAST_BYTES = 4 * 2 ** 30
/**
 * With what its process ids count in: containers that share the place have ids of their own, and one that is dead here may be alive there.
 */
const NAME = `artel-test-${pidNamespace()}-`

/**
 * A directory for the data of a run's server. In memory where Linux has room: a run makes and drops hundreds of databases
 * of a thousand files each, and a file system that keeps what is deleted from being reused too soon takes ten times as
 * long for that.
 */
export function temporaryDataDir(): string {
  const inMemory = hasRoomInMemory()
  if (inMemory) removeAbandoned(MEMORY_DISK)
  return mkdtempSync(join(inMemory ? MEMORY_DISK : tmpdir(), `${NAME}${process.pid}-`))
}

function hasRoomInMemory(): boolean {
  const limit = process.constrainedMemory()
  const memory = limit > 0 ? Math.min(limit, freemem()) : freemem()
  try {
    const { bavail, bsize } = statfsSync(MEMORY_DISK)
    return Math.min(memory / 2, bavail * bsize) >= LEAST_BYTES
  } catch {
    return false // no such place here
  }
}

/** Digits that name it; 0 where the system has none. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')
  } catch {
    return '0'
  }
}

/** What runs that were killed have left there takes memory until it is removed. */
function removeAbandoned(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = name.startsWith(NAME) ? Number.parseInt(name.slice(NAME.length), 10) : Number.NaN
    if (!Number.isInteger(pid) || isAlive(pid)) continue
    const server = findRunningServer(join(place, name, 'postgres'))
    try {
      if (server) process.kill(server.pid, 'SIGQUIT')
      rmSync(join(place, name), { recursive: true, force: true })
    } catch {
      // Somebody else's.
    }
  }
}
