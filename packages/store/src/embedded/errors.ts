/** The data directory cannot be created, entered or written by the account that the server runs as. */
export class DataDirectoryUnwritable extends Error {
  readonly code = 'DATA_DIRECTORY_UNWRITABLE'
  readonly dataDir: string

  constructor(dataDir: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `The data directory ${dataDir} cannot be written (${reason}). ` +
        'Choose another with ARTEL_DATA_DIR, or use a server of your own with DATABASE_URL.',
      { cause },
    )
    this.name = 'DataDirectoryUnwritable'
    this.dataDir = dataDir
  }
}

/** The embedded PostgreSQL did not come up; `log` is the end of what it said. */
export class EmbeddedServerFailed extends Error {
  readonly code = 'EMBEDDED_SERVER_FAILED'
  readonly log: string

  constructor(doing: string, log: string) {
    super(`The embedded PostgreSQL failed to ${doing}:\n${log.trim()}`)
    this.name = 'EmbeddedServerFailed'
    this.log = log
  }
}
