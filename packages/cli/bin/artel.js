#!/usr/bin/env node
// Runs the bundle of `npm run build`, or the TypeScript sources where they are newer or nothing is built.
import { fileURLToPath } from 'node:url'
import { isFresh } from '@artel/bundle/freshness'

// A stack is read more easily in the sources.
const runsBundle = !process.env.ARTEL_DEBUG && isFresh(fileURLToPath(new URL('../dist', import.meta.url)))
const { runArtel } = runsBundle ? await import('../dist/artel.js') : await fromSource()
// Not left to the event loop: the migration engine keeps a timer of ten seconds that nobody can clear.
process.exit(await runArtel(process.argv.slice(2)))

async function fromSource() {
  const { register } = await import('tsx/esm/api')
  register()
  return import('../src/artel.ts')
}
