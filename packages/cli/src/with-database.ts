import { startEmbedded } from '@artel/store'
import { dataDirectory, prepareDataDirectory } from './data-directory.ts'
import { databaseSettings, directDatabaseUrl } from './settings/database-settings.ts'

export interface OpenDatabase {
  readonly databaseUrl: string
  /** True for the server that lives in the data directory. */
  readonly embedded: boolean
}

/**
 * Runs `work` on the database that the environment names, past any pooler: `DATABASE_DIRECT_URL` or `DATABASE_URL`, else the embedded server of the data
 * directory, started for as long as the work lasts or shared with the Artel that already runs there.
 */
export async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const named = directDatabaseUrl(databaseSettings())
  if (named) return work({ databaseUrl: named, embedded: false })
  const dataDir = dataDirectory()
  prepareDataDirectory(dataDir)
  const server = await startEmbedded({ dataDir })
  // An interrupted command ends through `exit`, whose listeners stop the server; the default end would orphan it.
  const interrupted = () => process.exit(130)
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return await work({ databaseUrl: server.databaseUrl, embedded: true })
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await server.stop()
  }
}
