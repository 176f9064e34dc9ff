import { FileTooLargeError } from '../document-error.ts'
import type { ByteSource } from './decode-text.ts'

/** Hands bytes through until there are more than `most`, then throws FileTooLargeError. */
export async function* limitBytes(bytes: ByteSource, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    size += piece.length
    if (size > most) throw new FileTooLargeError(`the file is larger than ${most} bytes`)
    yield piece
  }
}
