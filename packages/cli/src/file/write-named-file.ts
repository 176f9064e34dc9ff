import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { PassThrough, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CliError } from '../cli-error.ts'

/** Writes a file that a person named; fails with a line that says why it cannot be written. */
export async function writeNamedFile(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content)
  } catch (error) {
    throw unwritable(file, error)
  }
}

/** Streams what `write` writes into a file that a person named, and gives its answer. Both failures reject; the file's come as a line. */
export async function streamNamedFile<Written>(
  file: string,
  write: (out: Writable) => Promise<Written>,
): Promise<Written> {
  const out = new PassThrough()
  const copied = pipeline(out, createWriteStream(file))
  const written = write(out).then(
    (done) => {
      out.end()
      return done
    },
    (error: unknown) => {
      out.destroy(error instanceof Error ? error : new Error(String(error)))
      throw error
    },
  )
  const [copy, writing] = await Promise.allSettled([copied, written])
  if (copy.status === 'rejected' && isSystemError(copy.reason)) throw unwritable(file, copy.reason)
  if (writing.status === 'rejected') throw writing.reason
  if (copy.status === 'rejected') throw copy.reason
  return writing.value
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

function unwritable(file: string, error: unknown): CliError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return new CliError(`The file "${file}" cannot be written (${code}).`, {
    cause: error,
    ru: `Файл «${file}» не записать (${code}).`,
  })
}
