#!/usr/bin/env node
// Runs the bundle of `npm run build`, or the TypeScript sources where they are newer or nothing is built.
import { bundleIsFresh } from './bundle-is-fresh.js'

// A stack is read more easily in the sources.
const runsBundle = !process.env.ARTEL_DEBUG && bundleIsFresh()
const { runArtel } = runsBundle ? await import('../dist/artel.js') : await fromSource()
// Not left to the event loop: the migration engine keeps a timer of ten seconds that nobody can clear.
process.exit(await runArtel(process.argv.slice(2)))

async function fromSource() {
  const { register } = await import('tsx/esm/api')
  register()
  return import('../src/artel.ts')
}
