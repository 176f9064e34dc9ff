import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CliError } from './cli-error.ts'

const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url))

/** Absolute path of the data directory: `ARTEL_DATA_DIR`, else `.artel` at the workspace's root, whatever the cwd. */
export function dataDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return env.ARTEL_DATA_DIR ? resolve(env.ARTEL_DATA_DIR) : resolve(workspaceRoot, '.artel')
}

/** Makes the directory and proves that this process may write there; fails with a line that names it. */
export function prepareDataDirectory(path: string): void {
  try {
    makeDirectory(path)
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new CliError(
      `The data directory ${path} is not writable (${why}). Set ARTEL_DATA_DIR to a directory of your own.`,
      {
        cause: error,
        ru: `В каталог данных ${path} нельзя писать (${why}). Укажите в ARTEL_DATA_DIR свой каталог.`,
      },
    )
  }
}

/** Level by level: Node's own recursive way never returns where a file system refuses new directories, as /proc does. */
function makeDirectory(path: string): void {
  if (!existsSync(path)) {
    makeDirectory(dirname(path))
    mkdirSync(path)
  } else if (!statSync(path).isDirectory()) {
    throw Object.assign(new Error(`${path} is a file`), { code: 'ENOTDIR' })
  }
}
