import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The contract as SDL, sorted, so that the same schema always prints to the same bytes. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
