import { type HashSink, hexOf } from './sha256.ts'
import { type StatementLine, statementLineText } from './statement-line.ts'

/** Hashes the lines of one statement, in their order. Whoever prints a statement may bring its own. */
export interface LineHasher<Line extends StatementLine = StatementLine> {
  add(line: Line): void
  /** Ends it: hex. */
  digest(): string
}

/** Text is handed to the hash in pieces: a call for every line costs more than the hash itself. */
const PIECE_CHARACTERS = 65_536

/** One SHA-256 over the canonical text of all lines in UTF-8. `sink` is a fresh hash. */
export function lineHasher(sink: HashSink): LineHasher {
  let unhashed = ''
  const flush = () => {
    if (unhashed !== '') sink.update(new TextEncoder().encode(unhashed))
    unhashed = ''
  }
  return {
    add(line) {
      unhashed += statementLineText(line)
      if (unhashed.length >= PIECE_CHARACTERS) flush()
    },
    digest() {
      flush()
      return hexOf(sink.digest())
    },
  }
}
