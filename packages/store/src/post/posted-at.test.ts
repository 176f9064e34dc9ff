import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, type LedgerWorld, ledgerWorld } from '../testing/ledger-world.ts'
import { verify } from '../verify/verify.ts'
import { post } from './post.ts'

const CUSTOMERS = 20

let database: TestDatabase
let other: Store
let world: LedgerWorld
beforeAll(async () => {
  database = await createTestDatabase()
  other = await openStore({ databaseUrl: database.databaseUrl })
  world = await ledgerWorld(database.store, CUSTOMERS)
})
afterAll(async () => {
  await other?.close()
  await database?.drop()
})

/** Every customer earns once, through both stores in turn. */
const everybodyEarns = () =>
  Promise.all(
    world.customerIds.map((customerId, at) =>
      post(at % 2 === 0 ? database.store : other, world.coalitionId, earning(world, 10n, { customerId })),
    ),
  )

const setClock = (clockOffsetSeconds: bigint) =>
  database.store.prisma.coalition.update({ where: { id: world.coalitionId }, data: { clockOffsetSeconds } })

test('no two steps of a coalition have one instant, also when two processes post and the clock steps back', async () => {
  await setClock(3_600n)
  for (let round = 0; round < 3; round += 1) await everybodyEarns()
  const { rows: before } = await other.pool.query<{ last: string }>(
    'select max(posted_at)::text as last from entry where coalition_id = $1',
    [world.coalitionId],
  )
  // As if the server's own clock had been set back by an hour.
  await setClock(0n)
  for (let round = 0; round < 3; round += 1) await everybodyEarns()

  const { rows } = await other.pool.query<{
    steps: string
    instants: string
    in_order: boolean
    after: string
  }>(
    `select count(*) as steps, count(distinct posted_at) as instants, bool_and(before < posted_at) as in_order,
      count(*) filter (where posted_at > $2::timestamptz) as after
    from (select posted_at, coalesce(lag(posted_at) over (order by batch_no, batch_step), '-infinity') as before
      from entry where coalition_id = $1 and position = 0) step`,
    [world.coalitionId, before[0]?.last],
  )
  const steps = String(6 * CUSTOMERS)
  expect(rows[0]).toEqual({ steps, instants: steps, in_order: true, after: String(3 * CUSTOMERS) })
  expect(await verify(database)).toMatchObject({ ok: true, findings: [] })
})
