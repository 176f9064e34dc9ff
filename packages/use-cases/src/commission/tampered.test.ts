import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aBloggersTown, LADDER } from '../testing/a-bloggers-town.ts'
import { aLink } from '../testing/a-link.ts'
import { aProgramme, commissionAll } from '../testing/an-affiliate.ts'
import { payOut } from '../testing/pay-out.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const { town, blogger, sold, refunded, days } = await aBloggersTown(database.store)
  await aProgramme(town, 'service', { effect: LADDER })
  await aProgramme(town, 'service', { payeeKind: 'MEMBER' })
  const { code } = await aLink(town, { to: 'service', from: 'wash' })
  const first = await sold('Anna', 120_000)
  await sold('Boris', 50_000)
  await sold('Boris', 1_000, { code })
  await commissionAll(town)
  await days(15)
  await commissionAll(town)
  await payOut(town, blogger.id)
  await refunded(first.id, 20_000)
  await sold('Anna', 3_000)
  await commissionAll(town)
})
afterAll(() => database.drop())

const findings = async () =>
  (await verifyBooks({ databaseUrl: database.databaseUrl })).findings.map(({ invariant }) => invariant)

it('a history with a ladder, a rate and a claw-back that found nothing verifies', async () => {
  expect(await findings()).toEqual([])
})

it.each([
  [
    'a byte of a programme',
    `update commission_version set definition = replace(definition, '"500"', '"501"')`,
    'COMMISSION_VERSION_DIGEST',
  ],
  ['what a line is worth', 'update commission_line set amount_minor = amount_minor + 1', 'COMMISSION_SUMS'],
  [
    'what a period comes to',
    'update commission_period set amount_minor = amount_minor + 1',
    'COMMISSION_LADDER',
  ],
  [
    'what a commission with a rate is worth, line and posting with it',
    `update commission set amount_minor = amount_minor + 1 where rate_bps is not null;
     update commission_line set amount_minor = amount_minor + 1
       where commission_id in (select commission_id from commission where rate_bps is not null)`,
    'COMMISSION_RATE',
  ],
  [
    'a commission that is in the books and says it is not',
    `update commission set status = 'PENDING' where status = 'APPROVED'`,
    'COMMISSION_STATE',
  ],
  [
    'what a posting credits',
    `update commission_posting set credited_minor = credited_minor + 1, due_minor = due_minor + 1
       where credited_minor > 0`,
    'COMMISSION_POSTING',
  ],
  [
    'more recovered than was written down',
    'update commission_posting set written_down_minor = 0, due_minor = 0 where written_down_minor > 0',
    'COMMISSION_POSTING',
  ],
  [
    'a refund of another sale',
    `update commission_line set refund_id = line_id where kind = 'REFUND'`,
    'COMMISSION_REFUNDS',
  ],
  [
    'the rate of a commission, its sums along with it',
    `update commission set rate_bps = rate_bps * 2, amount_minor = amount_minor * 2 where rate_bps is not null;
     update commission_line set amount_minor = amount_minor * 2
       where commission_id in (select commission_id from commission where rate_bps is not null)`,
    'COMMISSION_RATE',
  ],
  [
    'what counts of a sale',
    `update commission_line set volume_minor = volume_minor + 1 where kind = 'SALE'`,
    'COMMISSION_VOLUME',
  ],
  [
    'a refund that was not taken off',
    `update commission set volume_minor = volume_minor + 2000000 where volume_minor = 10000000`,
    'COMMISSION_VOLUME',
  ],
  [
    'a payment that nobody made',
    `update commission set status = 'PAID' where status = 'APPROVED'`,
    'COMMISSION_SETTLED',
  ],
  [
    'another payer than whose programme it is',
    `update commission set programme_id = (select programme_id from commission_programme where payee_kind = 'AFFILIATE')
       where payee_kind = 'MEMBER'`,
    'COMMISSION_SALE',
  ],
  [
    'a sale whose commission is gone',
    `delete from commission where payee_kind = 'AFFILIATE' and status = 'PENDING'`,
    'COMMISSION_MISSING',
  ],
  [
    'who brought a customer',
    `update commission set payee_id = payer_id, payer_id = payee_id where payee_kind = 'MEMBER'`,
    'COMMISSION_SALE',
  ],
])('%s is found when it was changed', async (_says, tampering, invariant) => {
  const undo = await tampered(tampering)
  const found = await findings()
  await undo()
  expect(found).toContain(invariant)
})

const TABLES = [
  'commission',
  'commission_line',
  'commission_period',
  'commission_posting',
  'commission_version',
]

/** Changes rows past every reference; gives back what puts them right again. */
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
