import { TextDecoder } from 'node:util'
import { UnreadableFileError } from '../document-error.ts'

/** A text encoding that Russian files come in. */
export type TextEncodingName = 'utf-8' | 'windows-1251'

/** Bytes in pieces, or all at once. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Enough to tell one encoding from the other. */
const SAMPLE_BYTES = 64 * 1024

/**
 * Decodes bytes that are UTF-8 (with or without its mark) or Windows-1251, told apart by the first 64 KB: what is not
 * valid UTF-8 there is Windows-1251. A byte that breaks UTF-8 after that throws UnreadableFileError.
 */
export async function* decodeText(bytes: ByteSource): AsyncGenerator<string> {
  const held: Uint8Array[] = []
  let size = 0
  let decoder: TextDecoder | undefined
  for await (const piece of piecesOf(bytes)) {
    if (decoder) {
      yield decoded(decoder, piece)
      continue
    }
    held.push(piece)
    size += piece.length
    if (size < SAMPLE_BYTES) continue
    decoder = decoderFor(Buffer.concat(held), false)
    yield decoded(decoder, Buffer.concat(held))
  }
  if (!decoder) {
    const all = Buffer.concat(held)
    decoder = decoderFor(all, true)
    yield decoded(decoder, all)
  }
  yield decoded(decoder)
}

/** Which of the two encodings the first bytes of a file are in. `whole` says that nothing follows them. */
export function detectEncoding(sample: Uint8Array, whole: boolean): TextEncodingName {
  try {
    // A sample may end inside a character, which is no fault of it.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !whole })
    return 'utf-8'
  } catch {
    // Not being UTF-8 is the answer, not a failure.
    return 'windows-1251'
  }
}

const decoderFor = (sample: Uint8Array, whole: boolean): TextDecoder =>
  new TextDecoder(detectEncoding(sample, whole), { fatal: true })

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch (error) {
    throw new UnreadableFileError(`the text is not ${decoder.encoding}: ${String(error)}`)
  }
}

function piecesOf(bytes: ByteSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return bytes instanceof Uint8Array ? [bytes] : bytes
}
