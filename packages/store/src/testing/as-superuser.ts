import pg from 'pg'

/** Runs SQL past the application's role: for tests that tamper with the books. */
export async function asSuperuser(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
