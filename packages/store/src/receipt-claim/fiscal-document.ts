/**
 * The part of a fiscal receipt `fn-i-fp` that names it: the drive counts its documents. The fiscal sign is worked out from them by the till and
 * cannot be checked here, so that a made-up one would make another receipt of the same paper.
 */
export const fiscalDocument = (receipt: string): string => receipt.slice(0, receipt.lastIndexOf('-'))

/** The same of a column, as the indexes have it. */
export const fiscalDocumentSql = (column: string): string => `substring(${column} from '^[0-9]+-[0-9]+')`
