import { DocumentError } from '../document-error.ts'
import { SALES_MAPPINGS } from './product-mappings.ts'
import type { SalesColumn } from './sales-columns.ts'
import type { SalesFileOptions } from './sales-file.ts'
import { USUAL_NAMES } from './usual-names.ts'

/** What a caller says of how a sales file is to be read. */
export type SalesReadingOptions = Pick<
  SalesFileOptions,
  'mapping' | 'columns' | 'dateOrder' | 'decimalMark' | 'sheet'
>

/** The same in words, as commands and addresses have it. Empty words say nothing. */
export interface SalesReadingWords {
  /** A name of SALES_MAPPINGS. */
  readonly mapping?: string | undefined
  /** Headers by the names of columns. */
  readonly columns?: Readonly<Record<string, string>>
  /** `DMY` or `MDY`. */
  readonly dateOrder?: string | undefined
  /** `.` or `,`. */
  readonly decimalMark?: string | undefined
  readonly sheet?: string | undefined
}

/** `INVALID_OPTION`: an option for reading a file has a value that it cannot have; `field` is the option. */
export class InvalidOptionError extends DocumentError {
  readonly known: readonly string[]

  constructor(field: string, known: readonly string[]) {
    super('INVALID_OPTION', `${field} must be one of ${known.map((one) => `"${one}"`).join(', ')}`, { field })
    this.known = known
  }
}

/** Options for `readSalesFile` from words. Throws InvalidOptionError with what an option may be. */
export function salesReadingOptions(words: SalesReadingWords): SalesReadingOptions {
  const columns = Object.entries(words.columns ?? {}).map(
    ([name, header]) => [oneOf('column', name, Object.keys(USUAL_NAMES) as SalesColumn[]), header] as const,
  )
  const { mapping, dateOrder, decimalMark, sheet } = words
  const products = Object.keys(SALES_MAPPINGS) as (keyof typeof SALES_MAPPINGS)[]
  return {
    ...(mapping ? { mapping: SALES_MAPPINGS[oneOf('mapping', mapping, products)] } : {}),
    ...(columns.length > 0 ? { columns: Object.fromEntries(columns) } : {}),
    ...(dateOrder ? { dateOrder: oneOf('dateOrder', dateOrder, ['DMY', 'MDY'] as const) } : {}),
    ...(decimalMark ? { decimalMark: oneOf('decimalMark', decimalMark, ['.', ','] as const) } : {}),
    ...(sheet ? { sheet } : {}),
  }
}

function oneOf<Known extends string>(field: string, word: string, known: readonly Known[]): Known {
  const found = known.find((one) => one === word)
  if (found === undefined) throw new InvalidOptionError(field, known)
  return found
}
