import { access, constants, readFile, stat } from 'node:fs/promises'
import { CliError } from '../cli-error.ts'

/** The bytes of a file that a person named; fails with a line that says why it cannot be read. */
export async function readNamedFile(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** Fails with a line when a file that is going to be streamed cannot be read. */
export async function requireReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK)
    if ((await stat(file)).isDirectory()) throw Object.assign(new Error('a directory'), { code: 'EISDIR' })
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** By what the system says. */
const WHY_UNREADABLE: Readonly<Record<string, readonly [en: string, ru: string]>> = {
  ENOENT: ['there is none of that name', 'такого нет'],
  EISDIR: ['it is a directory', 'это каталог'],
  EACCES: ['there is no right to', 'нет права на чтение'],
}

/** The line about a file that cannot be read. */
function unreadable(file: string, error: unknown): CliError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  const [en, ru] = WHY_UNREADABLE[code] ?? [code, code]
  return new CliError(`The file "${file}" cannot be read: ${en}.`, {
    cause: error,
    ru: `Файл «${file}» не читается: ${ru}.`,
  })
}

/** The object that a JSON file holds; fails with a line when it holds none. */
export async function readJsonFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = (await readNamedFile(file)).toString('utf8').replace(/^\uFEFF/, '')
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliError(`${file} is no JSON: ${why}`, { ru: `${file} - не JSON: ${why}` })
  }
  if (isRecord(read)) return read
  throw new CliError(`${file} must hold a JSON object.`, { ru: `В ${file} должен быть объект JSON.` })
}

/** Whether a JSON value is an object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
