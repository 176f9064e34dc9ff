import { fileURLToPath } from 'node:url'
import { isFresh } from '@artel/bundle/freshness'

/** The bundle of `npm run build`, or the TypeScript sources where they are newer or nothing is built. */
export async function loadProgram() {
  // A stack is read more easily in the sources.
  const runsBundle = !process.env.ARTEL_DEBUG && isFresh(fileURLToPath(new URL('../dist', import.meta.url)))
  return runsBundle ? import('../dist/artel.js') : fromSource()
}

async function fromSource() {
  const { register } = await import('tsx/esm/api')
  register()
  return import('../src/artel.ts')
}
