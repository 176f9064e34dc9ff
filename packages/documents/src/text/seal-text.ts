import { createHash } from 'node:crypto'

/**
 * Passes a text on and ends it with the line that `lastLine` makes of the SHA-256 of all bytes before it (lower-case hex, UTF-8): who
 * has the file takes its last line off and compares. A file without that line was cut short.
 */
export async function* sealText(
  text: AsyncIterable<string>,
  lastLine: (sha256: string) => string,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const part of text) {
    hash.update(part)
    yield part
  }
  yield lastLine(hash.digest('hex'))
}
