import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findBinaries } from './binaries.ts'
import { EmbeddedServerFailed } from './errors.ts'
import { freePort } from './free-port.ts'
import type { RunningServer } from './running-server.ts'
import type { ServerAccount } from './server-account.ts'

const READY = 'database system is ready to accept connections'
const LOG_LIMIT_CHARS = 20_000
const LAUNCH_ATTEMPTS = 5

/** Runs initdb with a builtin UTF-8 locale, so that sorting does not depend on the machine. */
export async function initialiseCluster(
  account: ServerAccount,
  pgData: string,
  password: string,
): Promise<void> {
  const { initdb } = await findBinaries()
  const passwordFile = join(tmpdir(), `artel-initdb-${process.pid}-${Date.now()}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account.owner) chownSync(passwordFile, account.owner.uid, account.owner.gid)
  try {
    const child = run(account, initdb, [
      `--pgdata=${pgData}`,
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ])
    const { code, log } = await child.exited
    if (code !== 0) throw new EmbeddedServerFailed('initialise', log)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/**
 * Launches postgres and waits until it is ready. Tries again on another port if ours was taken in between, and
 * when the children of a killed predecessor have not let go of its shared memory yet.
 */
export async function launchServer(
  account: ServerAccount,
  pgData: string,
  port: number | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const { postgres } = await findBinaries()
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort())
    const child = run(account, postgres, ['-D', pgData, '-p', String(chosen), ...options])
    const outcome = await Promise.race([child.ready, child.exited])
    if (outcome === 'ready') {
      child.release()
      return { pid: child.pid, port: chosen }
    }
    const transient =
      /shared memory block|still in use|lock file .* already exists/.test(outcome.log) ||
      (port === undefined && outcome.log.includes('Address already in use'))
    if (!transient || attempt === LAUNCH_ATTEMPTS) throw new EmbeddedServerFailed('start', outcome.log)
    await delay(200 * attempt)
  }
}

interface Running {
  readonly pid: number
  readonly ready: Promise<'ready'>
  readonly exited: Promise<{ code: number | null; log: string }>
  /** Lets our process end while the child lives. */
  release(): void
}

/** Its own process group, so that Ctrl-C reaches the application first and the server stops after it has drained. */
function run(account: ServerAccount, program: string, args: readonly string[]): Running {
  const { file, args: fullArgs, ...identity } = account.command(program, args)
  const env = { ...process.env, LC_ALL: 'C' }
  const child: ChildProcess = spawn(file, fullArgs, {
    ...identity,
    env,
    detached: true,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const ready = new Promise<'ready'>((resolve) => {
    const listen = (chunk: Buffer) => {
      log = (log + chunk.toString('utf8')).slice(-LOG_LIMIT_CHARS)
      if (log.includes(READY)) resolve('ready')
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
  })
  const exited = new Promise<{ code: number | null; log: string }>((resolve) => {
    child.once('error', (error) => resolve({ code: null, log: `${log}\n${error.message}` }))
    child.once('close', (code) => resolve({ code, log }))
  })
  const release = () => {
    child.unref()
    for (const stream of [child.stdout, child.stderr]) (stream as { unref?(): void } | null)?.unref?.()
  }
  return { pid: child.pid ?? -1, ready, exited, release }
}
