import { readFileSync, writeFileSync } from 'node:fs'
import { withCodesTable } from './errors/codes-table.ts'
import { printedSchema } from './graphql/printed-schema.ts'
import { schema } from './graphql/schema.ts'
import { printedRefusals } from './graphql/vocabulary/printed-refusals.ts'

const contract = (name: string) => new URL(import.meta.resolve(`@artel/schema/${name}`))
const readme = new URL('../README.md', import.meta.url)

writeFileSync(contract('schema.graphql'), printedSchema())
writeFileSync(contract('refusals.json'), `${JSON.stringify(printedRefusals(schema), null, 2)}\n`)
writeFileSync(readme, withCodesTable(readFileSync(readme, 'utf8')))
