import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BuiltCoalition,
  paidInFull,
  planned,
  stated,
} from '../testing/index.ts'
import { checkStatementLines } from './check-statement-lines.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('parts').withCustomer('Anna').open(database.store)
  const treasurer = aTreasurer(town)
  const [wash, parts] = [town.member('wash'), town.member('parts')]
  for (const windowNo of [1, 2]) {
    await recordPurchase(wash.context, aSale(town.customer('Anna')))
    await recordPurchase(parts.context, aSale(town.customer('Anna')))
    const statements = await stated(treasurer, windowNo)
    await planned(town, treasurer, { windowNo, statements, members: [wash, parts] })
    await paidInFull(town, treasurer, windowNo)
  }
})
afterAll(() => database.drop())

it('two settled windows verify', async () => {
  expect(await verifyBooks({ databaseUrl: database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
  expect(await checkStatementLines(town.adminContext, { coalitionId: town.id })).toEqual([])
})

const SECOND = 'where window_no = 2 and member_id = (select min(member_id::text)::uuid from member)'
it.each([
  [
    'an opening',
    `update statement set opening = opening + 1, closing = closing + 1 ${SECOND}`,
    'STATEMENT_OPENING',
  ],
  [
    'a printed opening',
    `update statement set opening_minor = opening_minor + 1, rounding_minor = rounding_minor - 1 ${SECOND}`,
    'STATEMENT_OPENING',
  ],
  ['a net', `update statement set net = net + 1, closing = closing + 1 ${SECOND}`, 'STATEMENT_LINES'],
  ['a payment', `update statement set payments = payments + 1, net = net + 1 ${SECOND}`, 'STATEMENT_LINES'],
  ['a count of lines', `update statement set line_count = line_count + 1 ${SECOND}`, 'STATEMENT_LINES'],
  ['a residue', `update statement set residue = residue + 1 ${SECOND}`, 'STATEMENT_CLOSING'],
  [
    'a window that ends elsewhere',
    'update settlement_window set last_batch_no = last_batch_no + 1 where window_no = 1',
    'WINDOW_BATCHES',
  ],
  [
    'a head of the chain',
    "update settlement_window set chain_hash = sha256('') where window_no = 1",
    'WINDOW_BATCHES',
  ],
  [
    'a gap between windows',
    "update settlement_window set opens_at = opens_at - interval '1 second' where window_no = 2",
    'WINDOW_ORDER',
  ],
  [
    'a second open window',
    "update settlement_window set status = 'OPEN', closed_at = null, last_batch_no = null, chain_hash = null where window_no = 1",
    'WINDOW_ORDER',
  ],
  [
    'a plan approved by its proposer',
    'update plan_approval set approved_by_id = (select proposed_by_id from plan p where p.plan_id = plan_approval.plan_id)',
    'PLAN_APPROVED_BY_ANOTHER',
  ],
  [
    'a plan changed after its approval',
    "update plan set hash = encode(sha256(''), 'hex')",
    'PLAN_APPROVED_BY_ANOTHER',
  ],
  ['an amount paid', 'update payment set amount_minor = amount_minor + 1', 'PAYMENT_ENTRY'],
  ['who paid', 'update payment_leg set payer_id = payee_id, payee_id = payer_id', 'PAYMENT_ENTRY'],
] as const)('verify notices %s', async (_what, sql, invariant) => {
  const undo = await tampered(sql)
  const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl })
  await undo()
  expect(findings.map((finding) => finding.invariant)).toContain(invariant)
})

it('a line hash is computed again from the lines', async () => {
  const undo = await tampered(
    "update statement set line_hash = encode(sha256(''), 'hex') where window_no = 1",
  )
  const broken = await checkStatementLines(town.adminContext, { coalitionId: town.id })
  await undo()
  expect(broken.map(({ windowNo }) => windowNo)).toEqual([1, 1])
})

it('a reference that was changed on a receipt no longer fits the hash', async () => {
  const undo = await tampered("update purchase set receipt_ref = receipt_ref || '!'")
  const broken = await checkStatementLines(town.adminContext, { coalitionId: town.id })
  await undo()
  expect(broken).toHaveLength(4)
})

const TABLES = [
  'settlement_window',
  'statement',
  'plan',
  'plan_approval',
  'payment',
  'payment_leg',
  'purchase',
]

/** Changes rows past every constraint; gives back what puts them right again. */
async function tampered(sql: string): Promise<() => Promise<void>> {
  const keep = TABLES.map((table) => `create table kept_${table} as select * from ${table};`).join('\n')
  const restore = TABLES.map(
    (table) =>
      `delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table};`,
  ).join('\n')
  const past = (work: string) =>
    asSuperuser(database.databaseUrl, `set session_replication_role = replica; ${work}`)
  await past(keep)
  await past(sql)
  return () => past(restore)
}
