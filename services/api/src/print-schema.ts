import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { withCodesTable } from './errors/codes-table.ts'
import { printedSchema } from './graphql/printed-schema.ts'
import { schema } from './graphql/schema.ts'
import { printedRefusals } from './graphql/vocabulary/printed-refusals.ts'
import { eventsPage, printedEvents } from './webhooks/printed-events.ts'

const contract = (name: string) => new URL(import.meta.resolve(`@artel/schema/${name}`))
const readme = new URL('../README.md', import.meta.url)

writeFileSync(contract('schema.graphql'), printedSchema())
writeFileSync(contract('refusals.json'), `${JSON.stringify(printedRefusals(schema), null, 2)}\n`)
writeFileSync(readme, withCodesTable(readFileSync(readme, 'utf8')))

const events = new URL('./events/', contract('package.json'))
const printed = printedEvents()
for (const name of readdirSync(events)) if (!printed.has(name)) rmSync(new URL(name, events))
for (const [name, text] of printed) writeFileSync(new URL(name, events), text)
writeFileSync(new URL('../../../docs/events.md', import.meta.url), eventsPage())
