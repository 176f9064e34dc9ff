import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { CliError } from '../cli-error.ts'

const FILE = 'sessions.json'
const OWNER_ONLY = 0o600
const OTHERS = 0o077
/** So often, and so long, a command looks whether another one is done, milliseconds. */
const WAIT_MS = 20
const MOST_WAIT_MS = 10_000

/** Who is signed in at a server, and by what. */
export interface KeptSession {
  readonly email: string
  /** `ss_...` */
  readonly token: string
}

type KeptSessions = Readonly<Record<string, KeptSession>>

/** Where sessions are kept: `ARTEL_CONFIG_DIR`, else `artel` in the user's directory of settings. */
export function configDirectory(env: NodeJS.ProcessEnv): string {
  if (env.ARTEL_CONFIG_DIR) return resolve(env.ARTEL_CONFIG_DIR)
  return join(env.XDG_CONFIG_HOME ? resolve(env.XDG_CONFIG_HOME) : join(homedir(), '.config'), 'artel')
}

/** The session that is kept for a server; undefined without one. Throws CliError for a file that others may read. */
export const keptSession = (env: NodeJS.ProcessEnv, server: string): KeptSession | undefined =>
  readAll(env)[server]

/** The servers that a session is kept for. Throws CliError for a file that others may read. */
export const keptServers = (env: NodeJS.ProcessEnv): readonly string[] => Object.keys(readAll(env))

/** Keeps a session for a server, in the place of the one before. */
export const keepSession = (env: NodeJS.ProcessEnv, server: string, session: KeptSession): void =>
  change(env, (kept) => ({ ...kept, [server]: session }))

/** Forgets the session of a server. */
export const forgetSession = (env: NodeJS.ProcessEnv, server: string): void =>
  change(env, ({ [server]: _, ...others }) => others)

function readAll(env: NodeJS.ProcessEnv): KeptSessions {
  const path = join(configDirectory(env), FILE)
  try {
    // Windows has no such bits.
    if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0)
      throw new CliError(`Others may read ${path}. Remove it and sign in again.`, {
        ru: `Файл ${path} могут прочесть другие. Удалите его и войдите снова.`,
      })
    return JSON.parse(readFileSync(path, 'utf8')) as KeptSessions
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return {}
    if (error instanceof SyntaxError)
      throw new CliError(`${path} cannot be read. Remove it and sign in again.`, {
        ru: `Файл ${path} не прочесть. Удалите его и войдите снова.`,
      })
    throw error
  }
}

/**
 * All or nothing: a command that is killed meanwhile leaves the file of before. And one after another: the file that takes its
 * place is there once, so that two commands at the same time do not lose what one of them keeps.
 */
function change(env: NodeJS.ProcessEnv, changed: (kept: KeptSessions) => KeptSessions): void {
  const directory = configDirectory(env)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const next = join(directory, `${FILE}.next`)
  reserve(next)
  try {
    writeFileSync(next, `${JSON.stringify(changed(readAll(env)))}\n`)
    renameSync(next, join(directory, FILE))
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}

/** Makes a file that is not there, for its owner alone; waits for who has it. Throws CliError when that takes too long. */
function reserve(path: string): void {
  for (let left = MOST_WAIT_MS; ; left -= WAIT_MS)
    try {
      writeFileSync(path, '', { mode: OWNER_ONLY, flag: 'wx' })
      return
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw error
      if (left <= 0)
        throw new CliError(`Another command has been writing ${path} for long. If none runs, remove it.`, {
          ru: `Другая команда долго пишет ${path}. Если её нет, удалите этот файл.`,
        })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)
    }
}
