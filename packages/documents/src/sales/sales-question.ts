import { DocumentError } from '../document-error.ts'

/** What a sales file leaves open and the caller has to say: a guess would be wrong by a month, or by a thousand times. */
export interface SalesQuestion {
  /** The option that answers it: `dateOrder`, `decimalMark` or `sheet`. */
  readonly kind: 'DATE_ORDER' | 'DECIMAL_MARK' | 'SHEET'
  /** Null when the question is about the file. */
  readonly column: string | null
  /** The column as the file calls it. */
  readonly header: string | null
  /** A line that can be read in several ways, from 1; null when the question is about the file. */
  readonly line: number | null
  /** Values that the option may have. */
  readonly readings: readonly string[]
}

const ASKED: Readonly<Record<SalesQuestion['kind'], string>> = {
  DATE_ORDER: 'does not tell day from month',
  DECIMAL_MARK: 'does not tell thousands from decimals',
  SHEET: 'has several sheets with such a table',
}

/**
 * `AMBIGUOUS_FILE`: a sales file can be read in several ways, and only the caller knows which is meant. The message asks
 * the first question.
 */
export class AmbiguousSalesFileError extends DocumentError {
  readonly questions: readonly SalesQuestion[]

  constructor(questions: readonly [SalesQuestion, ...SalesQuestion[]]) {
    const [{ kind, header, readings, line, column }] = questions
    const what = header === null ? 'the file' : `the column "${header}"`
    const answers = readings.map((reading) => `"${reading}"`).join(' or ')
    super('AMBIGUOUS_FILE', `${what} ${ASKED[kind]}: say ${answers}`, {
      ...(line === null ? {} : { line }),
      ...(column === null ? {} : { field: column }),
    })
    this.questions = questions
  }
}
