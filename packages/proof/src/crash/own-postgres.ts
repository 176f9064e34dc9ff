import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, startEmbedded } from '@artel/store'

/** A PostgreSQL of the test's own, migrated, to be killed. */
export interface OwnPostgres {
  readonly databaseUrl: string
  /** SIGKILL to the server and all of its processes, as when the machine takes them. Returns how many there were. */
  kill(): Promise<number>
  /** Starts it again on the same data and the same port; resolves when it takes connections. */
  restart(): Promise<void>
  /** Stops it and deletes its data. */
  remove(): Promise<void>
}

/** Starts a server on a fresh data directory. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artel-crash-'))
  let server = await startEmbedded({ dataDir })
  const { databaseUrl } = server
  await migrate({ databaseUrl })
  return {
    databaseUrl,
    kill: async () => {
      const pids = processesOf(join(dataDir, 'postgres'))
      for (const pid of pids) killProcess(pid)
      // It is dead already: this only forgets what was noted to stop it.
      await server.stop()
      return pids.length
    },
    restart: async () => {
      server = await startEmbedded({ dataDir, port: Number(new URL(databaseUrl).port) })
    },
    remove: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The server of a data directory first, then its children: sessions, the checkpointer, the writers. */
function processesOf(pgData: string): number[] {
  const server = Number.parseInt(readFileSync(join(pgData, 'postmaster.pid'), 'utf8'), 10)
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = list.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const children = rows.flatMap(([pid, parent]) => (pid !== undefined && parent === server ? pid : []))
  return [server, ...children]
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // A session may end between the list and the kill.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
