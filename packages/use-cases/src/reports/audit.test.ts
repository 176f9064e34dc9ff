import { coalitionsToAudit } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { PermissionError } from '../errors/system-error.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aSale, type BuiltCoalition } from '../testing/index.ts'
import { AUDIT_HOUR, auditBooks } from './audit-books.ts'

let database: TestDatabase
let operator: Context
beforeAll(async () => {
  database = await createTestDatabase()
  operator = { store: database.store, principal: { kind: 'operator' } }
})
afterAll(() => database.drop())

/** A town that was opened two days ago, so that a night has passed over it. */
async function aTown(): Promise<BuiltCoalition> {
  const town = await aCoalition().withMember('shop').withCustomer('Anna').open(database.store)
  await recordPurchase(town.member('shop').context, aSale(town.customer('Anna')))
  await asOwner(
    'update coalition set created_at = created_at - interval $$2 days$$ where coalition_id = $1',
    [town.id],
  )
  return town
}

/** Does what the application's role may not, on a connection that is thrown away. */
async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const client = await database.store.pool.connect()
  try {
    await client.query('set role none')
    await client.query(sql, values)
  } finally {
    client.release(true)
  }
}

const failuresOf = (town: BuiltCoalition) =>
  town.store.prisma.outbox.findMany({ where: { coalitionId: town.id, kind: 'audit.failed' } })

describe("the night's audit", () => {
  it('is due once a night and recorded once, however many workers do it', async () => {
    const town = await aTown()
    const young = await aCoalition().open(database.store)
    const dueTonight = () => coalitionsToAudit(database.store, { auditHour: AUDIT_HOUR })
    const due = await dueTonight()
    expect(due).toContain(town.id)
    expect(due).not.toContain(young.id)
    const input = { coalitionId: town.id, databaseUrl: database.databaseUrl }
    const runs = await Promise.all(Array.from({ length: 4 }, () => auditBooks(operator, input)))
    expect(runs.filter(({ recorded }) => recorded)).toHaveLength(1)
    expect(runs.every(({ ok, broken }) => ok && broken.length === 0)).toBe(true)
    expect(await dueTonight()).not.toContain(town.id)
    const [run] = await town.store.prisma.auditRun.findMany({ where: { coalitionId: town.id } })
    expect(run).toMatchObject({ ok: true, findings: [], checked: expect.objectContaining({ lot: 1 }) })
    expect(await failuresOf(town)).toEqual([])
  })

  it('names what does not hold in its record and in one event', async () => {
    const town = await aTown()
    await asOwner('update lot set remaining = remaining - 1 where coalition_id = $1', [town.id])
    const input = { coalitionId: town.id, databaseUrl: database.databaseUrl }
    const { ok, broken, recorded } = await auditBooks(operator, input)
    expect({ ok, recorded }).toEqual({ ok: false, recorded: true })
    await auditBooks(operator, input)
    const events = await failuresOf(town)
    expect(events).toHaveLength(1)
    const [run] = await town.store.prisma.auditRun.findMany({ where: { coalitionId: town.id } })
    expect(run?.ok).toBe(false)
    expect(run?.findings).toHaveLength(broken.length)
    expect(JSON.stringify(events[0]?.payload)).toContain('lot')
  })

  it('is for the operator and administrators of that coalition only', async () => {
    const town = await aTown()
    const input = { coalitionId: town.id, databaseUrl: database.databaseUrl }
    await expect(auditBooks(town.member('shop').context, input)).rejects.toThrow(PermissionError)
    expect(await auditBooks(town.adminContext, input)).toMatchObject({ ok: true })
  })
})
