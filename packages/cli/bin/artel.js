#!/usr/bin/env node
import { loadProgram } from './load-program.js'

const { runArtel } = await loadProgram()
// Not left to the event loop: the migration engine keeps a timer of ten seconds that nobody can clear.
process.exit(await runArtel(process.argv.slice(2)))
