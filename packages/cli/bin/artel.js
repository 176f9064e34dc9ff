#!/usr/bin/env node
// Runs the TypeScript source as it is, from any directory: nothing has to be built for the command to work.
import { register } from 'tsx/esm/api'

register()
const { runArtel } = await import('../src/artel.ts')
// Not left to the event loop: the migration engine keeps a timer of ten seconds that nobody can clear.
process.exit(await runArtel(process.argv.slice(2)))
