import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../post/post.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, type LedgerWorld, ledgerWorld } from '../testing/ledger-world.ts'
import { recordCheckpoint } from './record-checkpoint.ts'
import { verify } from './verify.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const sell = async (world: LedgerWorld, times: number): Promise<void> => {
  for (let done = 0; done < times; done += 1)
    await post(database.store, world.coalitionId, earning(world, 10n))
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(sql)
  } finally {
    await client.end()
  }
}

test('a chain is hashed from checkpoint to checkpoint, once, and two processes rowHash it once too', async () => {
  const world = await ledgerWorld(database.store)
  const { coalitionId } = world
  expect(await recordCheckpoint(database.store, coalitionId)).toMatchObject({
    batchNo: 0n,
    batches: 0n,
    more: false,
  })
  await sell(world, 3)
  expect(await recordCheckpoint(database.store, coalitionId)).toEqual({
    batchNo: 3n,
    batches: 3n,
    findings: [],
    more: false,
  })
  expect(await recordCheckpoint(database.store, coalitionId)).toMatchObject({
    batchNo: 3n,
    batches: 0n,
    more: false,
  })
  await sell(world, 2)
  const both = await Promise.all([
    recordCheckpoint(database.store, coalitionId),
    recordCheckpoint(database.store, coalitionId),
  ])
  expect(both.reduce((sum, { batches }) => sum + batches, 0n)).toBe(2n)
  const checkpoints = await database.store.prisma.chainCheckpoint.findMany({ where: { coalitionId } })
  expect(checkpoints.map(({ batchNo }) => batchNo)).toEqual([3n, 5n])
  expect(await verify(database)).toMatchObject({ ok: true, findings: [] })
})

test('a changed row after the checkpoint is named and not hashed; a chain that was rewritten does not lead through the checkpoint', async () => {
  const world = await ledgerWorld(database.store)
  const { coalitionId } = world
  await sell(world, 2)
  await recordCheckpoint(database.store, coalitionId)
  await sell(world, 1)
  await asSuperuser(`update transfer set amount = amount + 1 where coalition_id = '${coalitionId}' and batch_no = 3
    and credit_kind = 'FEES'`)
  const { findings, batchNo } = await recordCheckpoint(database.store, coalitionId)
  expect(batchNo).toBe(2n)
  expect(findings[0]).toMatchObject({ invariant: 'ROW_HASH', table: 'transfer', coalitionId })
  await asSuperuser(
    `update batch set hash = sha256(hash) where coalition_id = '${coalitionId}' and batch_no = 2`,
  )
  const rewritten = await recordCheckpoint(database.store, coalitionId)
  expect(rewritten.findings).toMatchObject([{ invariant: 'CHECKPOINT', row: { batch_no: '2' } }])
})

test('the application can neither write a checkpoint by hand nor record one that the chain does not have', async () => {
  const world = await ledgerWorld(database.store)
  const { coalitionId } = world
  await sell(world, 2)
  const { pool } = database.store
  for (const sql of [
    `insert into chain_checkpoint (coalition_id, batch_no, hash) select coalition_id, batch_no, hash from batch`,
    'update chain_checkpoint set batch_no = batch_no',
    'delete from chain_checkpoint',
  ])
    await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' })
  const record = `select record_checkpoint($1, $2, $3, sha256('made up')) as recorded`
  expect((await pool.query(record, [coalitionId, 0, 2])).rows).toEqual([{ recorded: false }])
  const skipping = `select record_checkpoint($1, 1, 2, (select hash from batch where coalition_id = $1 and batch_no = 2))
    as recorded`
  expect((await pool.query(skipping, [coalitionId])).rows).toEqual([{ recorded: false }])
})
