import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds what is served, from the sources as they are. */
export async function buildPortal(): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  await build({
    root,
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error',
  })
}
