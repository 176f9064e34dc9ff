import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A database of its own on the server that `databaseUrl` names, so that a check never touches anybody's data. */
export async function temporaryDatabase(
  databaseUrl: string,
): Promise<{ databaseUrl: string; drop(): Promise<void> }> {
  const name = `artel_check_${randomBytes(6).toString('hex')}`
  await run(databaseUrl, `create database ${name}`)
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  return { databaseUrl: url.href, drop: () => run(databaseUrl, `drop database ${name} with (force)`) }
}

async function run(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
