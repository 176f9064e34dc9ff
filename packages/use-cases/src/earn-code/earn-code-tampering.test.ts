import type { Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCoalition } from '../testing/a-coalition.ts'
import { anEarnCode, customerAt } from '../testing/an-earn-code.ts'
import { aDoor } from '../testing/people.ts'
import { claimEarnCode } from './claim-earn-code.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  const town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(store)
  const { code } = await anEarnCode(town)
  await claimEarnCode(customerAt(town, 'Anna'), { code, idempotencyKey: uuidv7() }, aDoor())
  await anEarnCode(town)
})
afterAll(() => database.drop())

const FREE =
  'customer_id = null, purchase_id = null, key_scope_id = null, key = null, taken_at = null, claimed_at = null'
const OTHER_MEMBER = '(select member_id from member m where m.member_id <> earn_code.member_id limit 1)'
const SOMEBODY = '(select customer_id from customer c where c.customer_id <> earn_code.customer_id limit 1)'

/** What is changed of a claimed code, and which invariant notices. */
const TAMPERINGS: readonly (readonly [what: string, change: string, invariant: string])[] = [
  ['its sum', 'total_minor = total_minor + 1', 'EARN_CODE_PURCHASE'],
  ['its receipt', `receipt_ref = receipt_ref || '1'`, 'EARN_CODE_PURCHASE'],
  ['its member', `member_id = ${OTHER_MEMBER}`, 'EARN_CODE_PURCHASE'],
  ['when the sale was', `occurred_at = occurred_at - interval '1 day'`, 'EARN_CODE_PURCHASE'],
  ['who claimed it', `customer_id = ${SOMEBODY}`, 'EARN_CODE_PURCHASE'],
  ['a purchase that there is not', 'purchase_id = gen_random_uuid()', 'EARN_CODE_PURCHASE'],
  ['that it was claimed', FREE, 'EARN_CODE_OF_PURCHASE'],
  ['the command that claimed it', `key = key || '1'`, 'EARN_CODE_OF_PURCHASE'],
  ['its last day', 'last_day = last_day - 100', 'EARN_CODE_DAYS'],
]

it('honest codes are found sound, and each change of one is named', async () => {
  const findings = async () =>
    (await verifyBooks({ databaseUrl: database.databaseUrl })).findings.map(({ invariant }) => invariant)
  expect(await findings()).toEqual([])
  const told: Record<string, boolean> = {}
  for (const [what, change, invariant] of TAMPERINGS) {
    await asSuperuser(
      database.databaseUrl,
      `create table kept as select * from earn_code where claimed_at is not null;
       update earn_code set ${change} where claimed_at is not null`,
    )
    told[what] = (await findings()).includes(invariant)
    await asSuperuser(
      database.databaseUrl,
      `delete from earn_code where earn_code_id in (select earn_code_id from kept);
       insert into earn_code select * from kept; drop table kept`,
    )
  }
  expect(told).toEqual(Object.fromEntries(TAMPERINGS.map(([what]) => [what, true])))
  expect(await findings()).toEqual([])
})
