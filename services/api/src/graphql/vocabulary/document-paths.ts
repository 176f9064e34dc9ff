import { encodePublicId, STATEMENT_FORMATS } from '@artel/use-cases'

/** Where the API serves a statement, a path a format. */
export const documentPaths = (statementId: string): string[] =>
  STATEMENT_FORMATS.map((format) => `/statements/${encodePublicId('statement', statementId)}.${format}`)
