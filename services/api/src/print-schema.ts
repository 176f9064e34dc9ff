import { writeFileSync } from 'node:fs'
import { printedSchema } from './graphql/printed-schema.ts'

const path = new URL(import.meta.resolve('@artel/schema/schema.graphql'))
writeFileSync(path, printedSchema())
