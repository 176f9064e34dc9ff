import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds what is served, from the sources as they are, into a folder of its own: files of tests run side by side. */
export async function buildPortal(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'artel-portal-'))
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    build: { outDir },
    logLevel: 'error',
  })
  return outDir
}
