import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { CliError } from '../cli-error.ts'

const FILE = 'sessions.json'
const OWNER_ONLY = 0o600
const OTHERS = 0o077

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

/** Keeps a session for a server, in the place of the one before. */
export const keepSession = (env: NodeJS.ProcessEnv, server: string, session: KeptSession): void =>
  writeAll(env, { ...readAll(env), [server]: session })

/** Forgets the session of a server. */
export function forgetSession(env: NodeJS.ProcessEnv, server: string): void {
  const { [server]: _, ...others } = readAll(env)
  writeAll(env, others)
}

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

/** All or nothing: a command that is killed meanwhile leaves the file of before. */
function writeAll(env: NodeJS.ProcessEnv, sessions: KeptSessions): void {
  const directory = configDirectory(env)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const next = join(directory, `${FILE}.${process.pid}`)
  writeFileSync(next, `${JSON.stringify(sessions)}\n`, { mode: OWNER_ONLY })
  // A file of that name that was left behind keeps its mode.
  chmodSync(next, OWNER_ONLY)
  renameSync(next, join(directory, FILE))
}
