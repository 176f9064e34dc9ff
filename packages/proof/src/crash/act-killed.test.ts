import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { type DatabaseWire, openDatabaseWire, type WritePoint } from './database-wire.ts'
import { openTown, type Town } from './town.ts'
import { until } from './until.ts'

const POINTS: readonly WritePoint[] = ['act sent', 'act taken', 'act committed']
const KILLS_AT_RANDOM = process.env.ARTEL_CRASH_LONG ? 12 : 3
const CALLERS = 4

let database: TestDatabase
let wire: DatabaseWire
let town: Town
let api: ApiProcess
let look: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  town = await openTown(database.databaseUrl, 1)
  wire = await openDatabaseWire(database.databaseUrl)
  api = await startApiProcess(wire.databaseUrl)
  look = new pg.Client({ connectionString: database.databaseUrl })
  await look.connect()
})
afterAll(async () => {
  await api?.kill()
  await look?.end()
  wire?.close()
  await database?.drop()
})

const MAKE = `mutation ($name: String!) {
  apiKeyCreate(input: { name: $name, scopes: ["purchases:write"] }) { __typename ... on ApiKeyCreatePayload { apiKey { id } } }
}`
const REVOKE = 'mutation ($id: ID!) { apiKeyRevoke(input: { id: $id }) { __typename } }'

async function call(query: string, variables: Record<string, string>) {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${town.apiKey}` },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as { data?: { apiKeyCreate?: { apiKey?: { id: string } } } }
}

/** Keys by id as they stand, and as the log tells of them; the coalition's own first keys are in neither. */
async function keysAndActs(): Promise<{ readonly made: string[]; readonly logged: string[] }> {
  const idsOf = async (sql: string) =>
    (await look.query<{ id: string }>(sql, [town.coalitionId])).rows.map(({ id }) => id)
  return {
    made: await idsOf(
      `select id from (select api_key_id || ' made' as id from api_key where coalition_id = $1 and name like 'of %'
        union all select api_key_id || ' revoked' from api_key
        where coalition_id = $1 and name like 'of %' and revoked_at is not null) x order by id`,
    ),
    logged: await idsOf(
      `select subject_id || case act when 'apiKeyCreate' then ' made' else ' revoked' end as id from audit_event
        where coalition_id = $1 and act in ('apiKeyCreate', 'apiKeyRevoke') and outcome = 'DONE'
          and subject_id in (select api_key_id from api_key where coalition_id = $1 and name like 'of %') order by id`,
    ),
  }
}

test('a key that is made or revoked while the API is killed is there with its row of the log, or neither is', async () => {
  const restart = async () => {
    await api.kill()
    api = await startApiProcess(wire.databaseUrl, { port: api.port })
  }
  for (const [at, point] of POINTS.entries()) {
    const before = await keysAndActs()
    const reached = wire.stopAt(point)
    const answer = call(MAKE, { name: `of ${point}` }).catch(() => 'no answer')
    await reached
    await restart()
    expect(await answer).toBe('no answer')
    const { made, logged } = await keysAndActs()
    expect(logged).toEqual(made)
    // Committed is the last of the points; before it there is nothing.
    expect(made).toHaveLength(before.made.length + (at === POINTS.length - 1 ? 1 : 0))
  }

  let answered = 0
  let isOver = false
  const act = async (caller: number) => {
    for (let serial = 0; !isOver; serial += 1) {
      const made = await call(MAKE, { name: `of ${caller} ${serial}` }).catch(() => undefined)
      const id = made?.data?.apiKeyCreate?.apiKey?.id
      if (id === undefined) continue
      await call(REVOKE, { id }).catch(() => undefined)
      answered += 1
    }
  }
  const callers = Array.from({ length: CALLERS }, (_, caller) => act(caller))
  for (let kills = 0; kills < KILLS_AT_RANDOM; kills += 1) {
    const enough = answered + 2 * CALLERS
    await until(`${enough} keys made and revoked`, () => answered >= enough)
    await restart()
  }
  isOver = true
  await Promise.all(callers)
  const { made, logged } = await keysAndActs()
  expect(made.length).toBeGreaterThan(2 * KILLS_AT_RANDOM * CALLERS)
  expect(logged).toEqual(made)
})
