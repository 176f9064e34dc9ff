import pg from 'pg'
import { replay, type VerifyOptions, type VerifyResult } from '../verify/verify.ts'
import { isPlanned, PLANNED_ONCE, plannedOnce } from './planned-once.ts'

interface Reader {
  verify(options: Omit<VerifyOptions, 'databaseUrl'>): Promise<VerifyResult>
  close(): Promise<void>
}

/** By the URL of the database; `closeReader` forgets one before it is dropped. */
const readers = new Map<string, Promise<Reader>>()

/**
 * `verify` of a test's books, which are small: finding out how to read them takes longer than reading them. One connection
 * is kept for all looks of a file, and plans each statement once, whatever coalition it is about.
 */
export async function verifyBooks({ databaseUrl, ...options }: VerifyOptions): Promise<VerifyResult> {
  const opened = readers.get(databaseUrl) ?? openReader(databaseUrl)
  readers.set(databaseUrl, opened)
  return (await opened).verify(options)
}

/** Of a database that is about to be dropped. */
export async function closeReader(databaseUrl: string): Promise<void> {
  const opened = readers.get(databaseUrl)
  readers.delete(databaseUrl)
  await (await opened)?.close()
}

async function openReader(databaseUrl: string): Promise<Reader> {
  const client = new pg.Client({ connectionString: databaseUrl, options: PLANNED_ONCE })
  // A lost connection fails the look that waits for it.
  client.on('error', () => undefined)
  await client.connect()
  const ask = plannedOnce(client)
  const query = (asked: string | pg.QueryConfig, given: unknown[] = []) => {
    const { text, values = given } = typeof asked === 'string' ? { text: asked } : asked
    return isPlanned(text) ? ask(text, values) : client.query(text)
  }
  const planning = { query } as unknown as pg.ClientBase
  const look = async (options: Omit<VerifyOptions, 'databaseUrl'>) => {
    await client.query('begin transaction isolation level repeatable read, read only')
    try {
      return await replay([planning], options)
    } finally {
      await client.query('rollback')
    }
  }
  let before: Promise<unknown> = Promise.resolve()
  return {
    verify: (options) => {
      const result = before.then(() => look(options))
      before = result.catch(() => undefined)
      return result
    },
    close: () => client.end(),
  }
}
