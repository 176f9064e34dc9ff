import { TextDecoder } from 'node:util'
import { UnreadableFileError } from '../document-error.ts'
import { detectEncoding } from './detect-encoding.ts'

/** Bytes in pieces, or all at once. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Which encoding a sample is in; undefined when it does not tell and more may follow. */
export type EncodingDetector = (sample: Uint8Array, isWhole: boolean) => string | undefined

/** Enough to tell one encoding from another. */
const SAMPLE_BYTES = 64 * 1024

/**
 * Decodes bytes whose encoding `detect` tells by samples of 64 KB: by default UTF-8 and UTF-16 (with or without their
 * marks), Windows-1251 and code page 866. A byte that breaks the encoding after that throws UnreadableFileError.
 */
export async function* decodeText(
  bytes: ByteSource,
  detect: EncodingDetector = detectEncoding,
): AsyncGenerator<string> {
  let held: Uint8Array[] = []
  let size = 0
  let decoder: TextDecoder | undefined
  for await (const piece of inSamples(bytes)) {
    if (decoder) {
      yield decoded(decoder, piece)
      continue
    }
    held.push(piece)
    size += piece.length
    if (size < SAMPLE_BYTES) continue
    const sample = Buffer.concat(held)
    ;[held, size] = [[], 0]
    const encoding = detect(sample, false)
    if (encoding === undefined) yield sample.toString('latin1')
    else {
      decoder = decoderOf(encoding)
      yield decoded(decoder, sample)
    }
  }
  if (!decoder) {
    const rest = Buffer.concat(held)
    decoder = decoderOf(detect(rest, true) ?? 'utf-8')
    yield decoded(decoder, rest)
  }
  yield decoded(decoder)
}

/** Pieces no larger than a sample, so that the end of a large one does not tell of its beginning. */
async function* inSamples(bytes: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes)
    for (let at = 0; at < piece.length; at += SAMPLE_BYTES) yield piece.subarray(at, at + SAMPLE_BYTES)
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch (error) {
    throw new UnreadableFileError('the encoding that the file declares is not known', {
      line: 1,
      kind: 'BAD_ENCODING',
      cause: error,
    })
  }
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch (error) {
    throw new UnreadableFileError(`the text is not ${decoder.encoding}`, {
      kind: 'BAD_ENCODING',
      cause: error,
    })
  }
}
