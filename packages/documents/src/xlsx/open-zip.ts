import type { Readable } from 'node:stream'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { DocumentError, FileTooLargeError, UnreadableFileError } from '../document-error.ts'

/** Files of a zip file by their names. */
export interface ZipFiles {
  has(name: string): boolean
  /** The bytes of a file, unpacked as they are asked for. */
  open(name: string): AsyncIterable<Uint8Array>
}

const MAX_FILES = 10_000
/** All that a workbook may unpack to: half a million rows take a fifth of it. */
const MAX_UNPACKED_BYTES = 768 * 1024 * 1024

/**
 * Opens a zip file in memory. Sizes that it declares are not believed: what it unpacks is counted, and each file must have
 * the size it says. Throws UnreadableFileError for what is broken, encrypted or no zip file, FileTooLargeError beyond the
 * limits.
 */
export async function openZip(bytes: Buffer, maxUnpackedBytes = MAX_UNPACKED_BYTES): Promise<ZipFiles> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(broken(error)) : resolve(opened),
    ),
  )
  const entries = await readEntries(zip)
  let unpackedBytes = 0
  async function* open(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name)
    if (!entry) throw new UnreadableFileError('the workbook lacks a part', { kind: 'BAD_WORKBOOK' })
    const stream = await openEntry(zip, entry)
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        unpackedBytes += piece.length
        if (unpackedBytes > maxUnpackedBytes)
          throw new FileTooLargeError(`the workbook unpacks to more than ${maxUnpackedBytes} bytes`)
        yield piece
      }
    } catch (error) {
      throw error instanceof DocumentError ? error : broken(error)
    } finally {
      stream.destroy()
    }
  }
  return { has: (name) => entries.has(name), open }
}

function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('error', (error) => reject(broken(error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= MAX_FILES) {
        reject(new FileTooLargeError(`the workbook has more than ${MAX_FILES} parts`))
        return
      }
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.isEncrypted())
    throw new UnreadableFileError('the workbook has a password: save it without one', {
      kind: 'OLD_WORKBOOK',
    })
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(broken(error)) : resolve(stream))),
  )
}

const broken = (error: unknown): UnreadableFileError =>
  new UnreadableFileError('the workbook is broken: open it in its program and save it again', {
    kind: 'BAD_WORKBOOK',
    cause: error,
  })
