import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CliError } from './cli-error.ts'
import { processIdentity } from './process-identity.ts'

/** What the owner of a data directory tells others about itself. */
export interface Instance {
  readonly pid: number
  /** Start time of the process, so that a reused number is not mistaken for it. */
  readonly identity: string
  /** ISO 8601. */
  readonly since: string
  /** Of the embedded server, once it runs. */
  readonly databaseUrl?: string
  /** What a person opens, by name. */
  readonly addresses?: Readonly<Record<string, string>>
}

/** Another process owns the data directory. */
export class InstanceRunningError extends CliError {
  readonly instance: Instance

  constructor(dataDir: string, instance: Instance) {
    const where = Object.values(instance.addresses ?? {})[0]
    const at = where ? `, ${where}` : ''
    super(
      `Artel already runs with ${dataDir} (process ${instance.pid}${at}). Stop it first, or set ARTEL_DATA_DIR and PORT to run a second one.`,
      {
        ru: `Artel с ${dataDir} уже запущен (процесс ${instance.pid}${at}). Остановите его или укажите ARTEL_DATA_DIR и PORT, чтобы запустить второй.`,
      },
    )
    this.instance = instance
  }
}

export interface InstanceLock {
  /** Adds what became known since, for others to read. */
  publish(news: Pick<Instance, 'databaseUrl' | 'addresses'>): void
  release(): void
}

const lockPath = (dataDir: string) => join(dataDir, 'running.json')

/** The living owner of the data directory, or undefined; a lock left by a dead process counts as none. */
export function readRunningInstance(dataDir: string): Instance | undefined {
  const instance = readLock(lockPath(dataDir))
  return instance && processIdentity(instance.pid) === instance.identity ? instance : undefined
}

/**
 * Makes this process the only owner of the data directory, recovering a lock whose process is dead. Throws
 * InstanceRunningError when the owner lives. The file appears whole or not at all.
 */
export function acquireInstanceLock(dataDir: string, since: Date): InstanceLock {
  const path = lockPath(dataDir)
  const own = `${path}.${process.pid}`
  let instance: Instance = {
    pid: process.pid,
    identity: processIdentity(process.pid) ?? 'unknown',
    since: since.toISOString(),
  }
  writeFileSync(own, JSON.stringify(instance), { mode: 0o600 })
  try {
    takeLock(dataDir, own, path)
  } finally {
    rmSync(own, { force: true })
  }
  return {
    publish(news) {
      instance = { ...instance, ...news }
      writeFileSync(own, JSON.stringify(instance), { mode: 0o600 })
      renameSync(own, path)
    },
    release() {
      if (readLock(path)?.identity === instance.identity) rmSync(path, { force: true })
    },
  }
}

function takeLock(dataDir: string, own: string, path: string): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      linkSync(own, path)
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const owner = readRunningInstance(dataDir) ?? takeAwayDeadLock(path)
    if (owner) throw new InstanceRunningError(dataDir, owner)
  }
  throw new CliError(`Another process is starting with ${dataDir} right now. Try again in a moment.`, {
    ru: `С ${dataDir} прямо сейчас запускается другой процесс. Повторите через минуту.`,
  })
}

/** Moves a dead lock out of the way. Had a rival just replaced it, its living owner is put back and returned. */
function takeAwayDeadLock(path: string): Instance | undefined {
  const aside = `${path}.${process.pid}.dead`
  try {
    renameSync(path, aside)
  } catch {
    return undefined // the rival has taken it away already: try again
  }
  const instance = readLock(aside)
  const lives = instance !== undefined && processIdentity(instance.pid) === instance.identity
  if (lives) renameSync(aside, path)
  else rmSync(aside, { force: true })
  return lives ? instance : undefined
}

function readLock(path: string): Instance | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isInstance(parsed) ? parsed : undefined
  } catch {
    return undefined // absent, or torn by a crash of an old version: either way nobody holds it
  }
}

function isInstance(value: unknown): value is Instance {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'identity' in value &&
    typeof value.identity === 'string'
  )
}
