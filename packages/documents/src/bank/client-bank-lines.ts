import { FileTooLargeError } from '../document-error.ts'

/** A purpose has 210 characters; a line this long is not of this format. */
const MAX_LINE_CHARACTERS = 20_000

/** A line of a text file, from 1, without the break that ends it. */
export interface TextLine {
  readonly no: number
  readonly text: string
  /** The line break before it; empty on the first line. */
  readonly breakBefore: string
}

/** Lines of text that arrives in pieces, ended by CRLF, LF or CR. Throws FileTooLargeError for an endless one. */
export async function* readTextLines(pieces: AsyncIterable<string>): AsyncGenerator<TextLine> {
  let rest = ''
  let no = 1
  let breakBefore = ''
  for await (const piece of pieces) {
    // A CR at the end may be the first half of a CRLF.
    const parts = (rest + piece).split(/(\r\n|\n|\r(?!$))/)
    rest = parts.pop() ?? ''
    for (let at = 0; at < parts.length; at += 2) {
      yield { no, text: parts[at] ?? '', breakBefore }
      breakBefore = parts[at + 1] ?? ''
      no += 1
    }
    if (rest.length > MAX_LINE_CHARACTERS)
      throw new FileTooLargeError(`a line is longer than ${MAX_LINE_CHARACTERS} characters`, { line: no })
  }
  yield { no, text: rest.replace(/\r$/, ''), breakBefore }
}
