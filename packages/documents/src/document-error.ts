/** Where in a document a problem is, and of which kind. */
export interface DocumentPlace {
  /** From 1. */
  readonly line?: number
  /** By the name it has in the document or in the input. */
  readonly field?: string
  readonly kind?: DocumentProblemKind
  /** The failure that it was found by. */
  readonly cause?: unknown
}

/** What is wrong with a file as a whole, for programs that say it in their own words. */
export type DocumentProblemKind =
  | 'BAD_ENCODING'
  | 'BAD_WORKBOOK'
  | 'BAD_XML'
  | 'COLUMN_MISSING'
  | 'CUT_OFF'
  | 'DOCUMENT_TYPE'
  | 'EMPTY'
  | 'NO_STATEMENT'
  | 'NOT_A_STATEMENT'
  | 'OLD_WORKBOOK'
  | 'OPEN_QUOTE'
  | 'OTHER_FORMAT'
  | 'PROTECTED_WORKBOOK'
  | 'UNKNOWN_VERSION'

/**
 * A document that cannot be written or read. `code` is stable and so is `kind`, which tells more where there is one;
 * `line` counts from 1 where a line is to blame. The message has no word of the document's own, which may be personal.
 */
export class DocumentError extends Error {
  readonly code: string
  readonly kind: DocumentProblemKind | undefined
  readonly line: number | undefined
  /** The field to blame, by the name it has in the document or in the input. */
  readonly field: string | undefined

  constructor(code: string, message: string, place: DocumentPlace = {}) {
    super(place.line === undefined ? message : `line ${place.line}: ${message}`, { cause: place.cause })
    this.name = new.target.name
    this.code = code
    this.kind = place.kind
    this.line = place.line
    this.field = place.field
  }
}

/** `STATEMENT_MISMATCH`: the lines handed in are not those that the statement's head speaks of. */
export class StatementMismatchError extends DocumentError {
  constructor(message: string, field: string) {
    super('STATEMENT_MISMATCH', message, { field })
  }
}

/** `INVALID_REQUISITE`: a bank requisite is malformed or its control digits do not fit. */
export class InvalidRequisiteError extends DocumentError {
  constructor(field: string, message: string) {
    super('INVALID_REQUISITE', `${field}: ${message}`, { field })
  }
}

/** `UNREADABLE_FILE`: the file is not of the format that it claims, or is hostile. */
export class UnreadableFileError extends DocumentError {
  constructor(message: string, place: DocumentPlace = {}) {
    super('UNREADABLE_FILE', message, place)
  }
}

/** `FILE_TOO_LARGE`: the file, or one line or field of it, is beyond its limit, given in bytes or characters. */
export class FileTooLargeError extends DocumentError {
  constructor(message: string, place: { line?: number; field?: string } = {}) {
    super('FILE_TOO_LARGE', message, place)
  }
}

/** `NOT_REPRESENTABLE`: a value has characters or a size that the format has no place for. */
export class NotRepresentableError extends DocumentError {
  constructor(field: string, message: string) {
    super('NOT_REPRESENTABLE', `${field}: ${message}`, { field })
  }
}
