import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  addAuditEvent,
  addAuditEventBy,
  DEPLOYMENT_LOG,
  type NewAuditEvent,
} from '../audit/add-audit-event.ts'
import { newId } from '../new-id.ts'
import { inTransaction } from '../settlement/in-transaction.ts'
import { asSuperuser, createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { ledgerWorld } from '../testing/ledger-world.ts'
import { columnsOf, flipped } from '../testing/tamper-sql.ts'
import { verify } from './verify.ts'
import { verifyAuditLog } from './verify-audit-log.ts'

let database: TestDatabase
let coalitionId: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  coalitionId = newId()
})

/** An event with something in every column. */
const anEvent = (over: Partial<NewAuditEvent> = {}): NewAuditEvent => ({
  ...{ id: newId(), coalitionId, actorKind: 'KEY', actorId: newId(), personId: newId(), sessionId: newId() },
  ...{ memberId: newId(), door: 'API', network: '192.0.2.x', requestId: 'r"1|', act: 'memberSuspend' },
  ...{ subject: { type: 'member', id: newId() }, outcome: 'REFUSED', code: 'MEMBER_NOT_ACTIVE', times: 3 },
  details: '{"status":"ACTIVE"}',
  ...over,
})
const sparse = (): NewAuditEvent =>
  anEvent({
    ...{
      actorKind: 'SYSTEM',
      actorId: null,
      personId: null,
      sessionId: null,
      memberId: null,
      door: 'WORKER',
    },
    ...{
      network: null,
      requestId: null,
      subject: null,
      outcome: 'DONE',
      code: null,
      times: 1,
      details: '{}',
    },
  })
const record = (event: NewAuditEvent) =>
  inTransaction(database.store, (client) => addAuditEvent(client, event))
const log = (expectHead?: { position: bigint; hash: string }) =>
  verifyAuditLog(database.store.pool, coalitionId, expectHead)

test('events of writers at the same time, by both clients, follow each other without a gap and in the order of their instants', async () => {
  const { prisma } = database.store
  await Promise.all(
    Array.from({ length: 24 }, (_, at) =>
      at % 2 === 0
        ? record(at % 4 === 0 ? anEvent() : sparse())
        : prisma.$transaction([addAuditEventBy(prisma, anEvent())]),
    ),
  )
  const rows = await prisma.auditEvent.findMany({ where: { coalitionId }, orderBy: { position: 'asc' } })
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 24 }, (_, at) => BigInt(at + 1)))
  const instants = rows.map(({ recordedAt }) => recordedAt.getTime())
  expect(instants).toEqual(instants.toSorted((a, b) => a - b))
  expect(await log()).toMatchObject({ rows: 24, findings: [], head: { position: '24' } })
})

test('an act that is rolled back leaves no event and no gap', async () => {
  await record(anEvent())
  const lost = inTransaction(database.store, async (client) => {
    await addAuditEvent(client, anEvent())
    throw new Error('the act failed')
  })
  await expect(lost).rejects.toThrow('the act failed')
  await record(sparse())
  expect(await log()).toMatchObject({ rows: 2, findings: [], head: { position: '2' } })
})

test('the application writes the log through its function alone', async () => {
  await record(anEvent())
  for (const sql of [
    'insert into audit_event select * from audit_event',
    'update audit_event set times = 2',
    'delete from audit_event',
    'truncate audit_event',
    'update audit_head set position = 0',
    'delete from audit_head',
  ])
    await expect(database.store.pool.query(sql), sql).rejects.toMatchObject({ code: '42501' })
})

test('one bit flipped in any column is found, and the row named', async () => {
  await record(anEvent())
  await record(sparse())
  const columns = await columnsOf(database.store.pool, 'audit_event')
  expect(columns.length).toBeGreaterThan(20)
  const missed: string[] = []
  for (const column of columns) {
    const { rows } = await database.store.pool.query<{ position: string }>(
      `select position::text as position from audit_event where coalition_id = $1 and ${column.name} is not null
        order by position limit 1`,
      [coalitionId],
    )
    const position = rows[0]?.position
    const findings = await tampered(
      `update audit_event set ${column.name} = ${flipped(column, 0)} where coalition_id = '${coalitionId}' and position = ${position}`,
    )
    const isNamed = findings.some(({ table, row }) => table === 'audit_event' && near(row.position, position))
    if (!isNamed) missed.push(`${column.name}: ${JSON.stringify(findings)}`)
  }
  expect(missed).toEqual([])
})

/** A row that left its place is noticed at the place, which the next row's number tells. */
const near = (named: unknown, position = '0') =>
  [0n, 1n, -1n].some((off) => String(named) === String(BigInt(position) + off))

/** What `verify` finds after a change behind its back, which is taken back. */
async function tampered(sql: string) {
  const checks = `alter table audit_event drop constraint audit_event_actor_kind, drop constraint audit_event_door,
    drop constraint audit_event_outcome, drop constraint audit_event_code, drop constraint audit_event_subject,
    drop constraint audit_event_times`
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  try {
    await client.query(`begin; ${checks}; ${sql}`)
    return (await verifyAuditLog(client, coalitionId)).findings
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

test('an event that is gone is missed: in between by the gap, at the end by the head, with the head by one written down', async () => {
  for (let at = 0; at < 3; at += 1) await record(anEvent())
  const { head } = await log()
  const written = { position: BigInt(head.position), hash: head.hash }
  const without = (position: number) =>
    `delete from audit_event where coalition_id = '${coalitionId}' and position = ${position}`
  expect(await tampered(without(2))).toMatchObject([{ invariant: 'AUDIT_POSITION', row: { position: '3' } }])
  expect(await tampered(without(3))).toMatchObject([{ invariant: 'AUDIT_HEAD' }])
  expect((await log(written)).findings).toEqual([])
  await asSuperuser(
    database.databaseUrl,
    `${without(3)}; update audit_head h set position = 2, hash = e.hash from audit_event e
      where h.coalition_id = '${coalitionId}' and e.coalition_id = h.coalition_id and e.position = 2`,
  )
  expect((await log()).findings).toEqual([])
  expect((await log(written)).findings).toMatchObject([
    { invariant: 'EXPECTED_AUDIT_HEAD', row: { position: '3' } },
  ])
})

test('words that are cut elsewhere are another event', async () => {
  const subject = { type: 'b|c', id: newId() }
  await record(anEvent({ act: 'a', subject }))
  expect(
    await tampered(
      `update audit_event set act = 'a|b', subject_type = 'c' where coalition_id = '${coalitionId}'`,
    ),
  ).toMatchObject([{ invariant: 'AUDIT_HASH', row: { position: '1' } }])
})

test('verify replays every log, the one of the deployment too, and tells their ends', async () => {
  coalitionId = (await ledgerWorld(database.store)).coalitionId
  await record(anEvent())
  await record(anEvent({ coalitionId: DEPLOYMENT_LOG }))
  const whole = await verify(database)
  expect(whole.auditHeads.map((head) => head.coalitionId)).toEqual(
    expect.arrayContaining([coalitionId, DEPLOYMENT_LOG]),
  )
  expect(whole.findings.filter(({ table }) => table.startsWith('audit'))).toEqual([])
  await asSuperuser(
    database.databaseUrl,
    `update audit_event set act = 'x' where coalition_id = '${DEPLOYMENT_LOG}'`,
  )
  expect((await verify(database)).findings).toContainEqual(
    expect.objectContaining({
      ...{ invariant: 'AUDIT_HASH', table: 'audit_event' },
      ...{ coalitionId: DEPLOYMENT_LOG, row: { position: '1' } },
    }),
  )
})

test('a coalition whose log is gone, head and all, is found, and so is one that ends before the audit of a night', async () => {
  coalitionId = (await ledgerWorld(database.store)).coalitionId
  await record(anEvent())
  const { head } = await log()
  const { prisma } = database.store
  await prisma.auditRun.create({
    data: {
      ...{ coalitionId, dueAt: new Date(), durationMs: 1, ok: true, findings: [], checked: {} },
      ...{ auditPosition: BigInt(head.position), auditHash: Buffer.from(head.hash, 'hex') },
    },
  })
  await record(anEvent())
  expect((await log()).findings).toEqual([])
  const drop = (
    from: number,
  ) => `delete from audit_event where coalition_id = '${coalitionId}' and position >= ${from};
    delete from audit_head where coalition_id = '${coalitionId}'`
  const short = `${drop(2)}; insert into audit_head select coalition_id, position, hash from audit_event
    where coalition_id = '${coalitionId}'`
  expect(await tampered(short)).toMatchObject([{ invariant: 'EXPECTED_AUDIT_HEAD', row: { position: '2' } }])
  await asSuperuser(
    database.databaseUrl,
    `${drop(1)}; delete from audit_run where coalition_id = '${coalitionId}'`,
  )
  expect((await verify(database)).findings).toContainEqual(
    expect.objectContaining({ invariant: 'AUDIT_BEGINS', coalitionId }),
  )
})
